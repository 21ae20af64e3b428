package io.confnotes.ingest.http.submission;

import com.fasterxml.jackson.core.type.TypeReference;
import io.confnotes.ingest.document.Metadata;
import io.confnotes.ingest.http.body.SourceText;
import io.confnotes.ingest.http.body.StrictJson;
import io.confnotes.ingest.http.problem.Problem;
import io.confnotes.ingest.read.text.Format;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON form of a submission. A member that is absent may be given as a query parameter. */
@Schema(name = "Submission")
public record SubmissionRequest(
    @Schema(
            required = true,
            description = "The text as it is, at most 1 MiB",
            examples = "Tides at Home\\nMara Quill\\nA jar is enough.")
        @Nullable String content,
    @Schema(
            description =
                "What the text is said to be: text/plain, text/markdown, text/html, text/x-rst, text/org"
                    + " or text/asciidoc. The content decides where it clearly is something else.",
            defaultValue = "text/plain")
        @Nullable String mediaType,
    @Nullable String event,
    @Nullable String date,
    @Nullable String author,
    @Nullable String sourceUrl,
    @Nullable String document,
    @Schema(
            description =
                "Corrections: what you say about the talks wins over what is detected. Talks that you do"
                    + " not mention stay as they are detected; at most 500, one for a line.",
            maxItems = CorrectionRequest.MAX,
            examples =
                "[{\"line\": 12, \"title\": \"Tides at Home\", \"speakers\": [\"Mara Quill\", \"@odo\"]},"
                    + " {\"line\": 40, \"talk\": false}]")
        @Nullable List<@Nullable CorrectionRequest> talks) {

  static SubmissionRequest parse(byte[] json) {
    SubmissionRequest request =
        StrictJson.read(json, new TypeReference<SubmissionRequest>() {}, "");
    if (request == null) {
      throw Problem.invalidBody("The body is null. Send a JSON object.");
    }
    return request;
  }

  Submission submission(MetadataParameters parameters) {
    if (content == null) {
      throw Problem.invalidParameter("content", "is missing: it carries the text of the document");
    }
    Format format = mediaType == null ? Format.PLAIN : Submission.format(mediaType);
    String source = SourceText.checked(content);
    Metadata metadata = parameters.metadata(event, date, author, sourceUrl, document);
    return new Submission(
        source, format, metadata, null, CorrectionRequest.corrections(talks, source));
  }
}
