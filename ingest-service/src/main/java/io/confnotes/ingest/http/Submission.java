package io.confnotes.ingest.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.confnotes.ingest.document.Document;
import io.confnotes.ingest.document.InvalidMetadata;
import io.confnotes.ingest.document.Metadata;
import io.confnotes.ingest.read.text.Format;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A decoded request: what {@code POST /api/v1/notes} and {@code POST /api/v1/preview} have in
 * common.
 *
 * @param source the decoded text, not blank
 * @param format what the sender says it is
 */
record Submission(String source, Format format, Metadata metadata) {
  /**
   * Escapes can take six bytes where UTF-8 takes one; a text that needs more than this is rare
   * enough.
   */
  static final int MAX_BODY_BYTES = 8 << 20;

  private static final ObjectReader JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .readerFor(SubmissionRequest.class);

  /** Reads a request up to its bounds. */
  static Submission read(
      @Nullable MediaType type, long length, InputStream body, MetadataParameters parameters)
      throws IOException {
    MediaType mediaType = type == null ? MediaType.TEXT_PLAIN_TYPE : type;
    if (mediaType.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
      return json(BoundedBody.read(body, length, MAX_BODY_BYTES), parameters);
    }
    Format format = format(mediaType.getType() + "/" + mediaType.getSubtype());
    byte[] bytes = BoundedBody.read(body, length, SourceText.MAX_ENCODED_BYTES);
    String charset = mediaType.getParameters().get(MediaType.CHARSET_PARAMETER);
    return new Submission(
        SourceText.decode(bytes, charset, format), format, metadata(parameters, null));
  }

  /** The document that this request describes. */
  Document document() {
    return Document.of(source, format, metadata);
  }

  private static Submission json(byte[] bytes, MetadataParameters parameters) throws IOException {
    SubmissionRequest request = parse(bytes);
    if (request == null || request.content() == null) {
      throw Problem.invalidParameter("content", "is missing: it carries the text of the document");
    }
    Format format = request.mediaType() == null ? Format.PLAIN : format(request.mediaType());
    return new Submission(
        SourceText.checked(request.content()), format, metadata(parameters, request));
  }

  private static @Nullable SubmissionRequest parse(byte[] bytes) throws IOException {
    try {
      return JSON.readValue(bytes);
    } catch (UnrecognizedPropertyException e) {
      throw Problem.invalidParameter(
          e.getPropertyName(),
          "is not a member of a submission; the members are content, mediaType, event, date, author,"
              + " sourceUrl and document");
    } catch (JsonParseException e) {
      throw Problem.invalidBody(
          "The body is not JSON in UTF-8: line %d, column %d."
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    } catch (JacksonException e) {
      throw Problem.invalidBody("The body is not a JSON object with text members.");
    }
  }

  private static Format format(String mediaType) {
    return Format.ofMediaType(mediaType)
        .orElseThrow(
            () ->
                Problem.unsupportedMediaType(
                    ("'%s' is not read here. Send text/plain, text/markdown, text/html, text/x-rst,"
                            + " text/org, text/asciidoc, or application/json.")
                        .formatted(mediaType.split(";", 2)[0].strip())));
  }

  private static Metadata metadata(MetadataParameters query, @Nullable SubmissionRequest body) {
    try {
      return new Metadata(
          first(body == null ? null : body.event(), query.event),
          first(body == null ? null : body.date(), query.date),
          first(body == null ? null : body.author(), query.author),
          first(body == null ? null : body.sourceUrl(), query.sourceUrl),
          first(body == null ? null : body.document(), query.document));
    } catch (InvalidMetadata e) {
      throw Problem.invalidParameter(e.field(), String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable String first(@Nullable String body, @Nullable String query) {
    return body == null ? query : body;
  }
}
