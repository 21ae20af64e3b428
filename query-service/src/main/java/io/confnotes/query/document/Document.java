package io.confnotes.query.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.confnotes.query.talk.Span;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The current revision of a document, without its text. Of a retracted one little is left. */
public record Document(
    @Schema(required = true) UUID documentId,
    @Schema(
            required = true,
            enumeration = {"stored", "retracted"})
        String state,
    @Schema(
            required = true,
            nullable = true,
            description =
                "SHA-256 over source, metadata and corrections; null where it was retracted")
        @Nullable String revision,
    @Schema(required = true, nullable = true, description = "Null where the record did not say")
        @Nullable UUID submissionId,
    @Schema(required = true, description = "When this revision, or the retraction, was submitted")
        Instant submittedAt,
    @Schema(required = true, nullable = true, examples = "text/plain") @Nullable String mediaType,
    @Schema(required = true, nullable = true) @Nullable String event,
    @Schema(required = true, nullable = true) @Nullable String eventSlug,
    @Schema(required = true, nullable = true, examples = "2018-01") @Nullable String date,
    @Schema(required = true, nullable = true) @Nullable String author,
    @Schema(required = true, nullable = true) @Nullable String sourceUrl,
    @Schema(required = true, nullable = true, description = "The submitter's own key for it")
        @Nullable String document,
    @Schema(required = true, description = "In the order of the document") List<DocumentTalk> talks,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "With `expand=revisions`: the latest first, at most 200")
        @Nullable List<Revision> revisions) {

  /** The talk notes of the document and the talk each belongs to. */
  public record DocumentTalk(
      @Schema(required = true) UUID talkNotesId,
      @Schema(required = true) UUID talkId,
      @Schema(required = true) String title,
      @Schema(required = true, description = "The line they begin on, from 1") int line,
      @Schema(required = true) Span span) {}

  /** One version of the document. */
  public record Revision(
      @Schema(required = true, nullable = true, description = "Null for a retraction")
          @Nullable String revision,
      @Schema(required = true, nullable = true) @Nullable UUID submissionId,
      @Schema(required = true) Instant submittedAt) {}
}
