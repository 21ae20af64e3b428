package io.confnotes.ingest.http.submission;

import io.confnotes.ingest.document.Document;
import io.confnotes.ingest.document.Metadata;
import io.confnotes.ingest.http.body.SourceText;
import io.confnotes.ingest.http.problem.Problem;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.segment.Correction;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decoded document and what is said about it.
 *
 * @param source the decoded text, not blank
 * @param path the file's name and folders; null where it came without
 * @param corrections by line
 */
public record Submission(
    String source,
    Format format,
    Metadata metadata,
    @Nullable String path,
    List<Correction> corrections)
    implements Request {

  public Submission {
    corrections = List.copyOf(corrections);
  }

  static Submission ofText(
      byte[] bytes, MediaType type, Format format, MetadataParameters parameters) {
    String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
    return new Submission(
        SourceText.decode(bytes, charset, format), format, parameters.metadata(), null, List.of());
  }

  /** The document that this request describes. */
  public Document document() {
    return Document.of(source, format, metadata, path, corrections);
  }

  /** The format of a media type, whatever parameters it has. */
  static Format format(String mediaType) {
    return Format.ofMediaType(mediaType)
        .orElseThrow(
            () ->
                Problem.unsupportedMediaType(
                    "'%s' is not read here. Send text/plain, text/markdown, text/html, text/x-rst, text/org, text/asciidoc,"
                            .formatted(mediaType.split(";", 2)[0].strip())
                        + " application/json, multipart/form-data, or a zip or tar.gz of files."));
  }
}
