package io.confnotes.query.document;

import io.confnotes.query.talk.Span;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The current revision of a document, without its text. */
public record Document(
    @Schema(required = true) UUID documentId,
    @Schema(required = true, description = "SHA-256 over source, metadata and corrections")
        String revision,
    @Schema(required = true, nullable = true, description = "Null where the record did not say")
        @Nullable UUID submissionId,
    @Schema(required = true) Instant submittedAt,
    @Schema(required = true, examples = "text/plain") String mediaType,
    @Schema(required = true, nullable = true) @Nullable String event,
    @Schema(required = true, nullable = true) @Nullable String eventSlug,
    @Schema(required = true, nullable = true, examples = "2018-01") @Nullable String date,
    @Schema(required = true, nullable = true) @Nullable String author,
    @Schema(required = true, nullable = true) @Nullable String sourceUrl,
    @Schema(required = true, nullable = true, description = "The submitter's own key for it")
        @Nullable String document,
    @Schema(required = true, description = "In the order of the document")
        List<DocumentTalk> talks) {

  /** The talk notes of the document and the talk each belongs to. */
  public record DocumentTalk(
      @Schema(required = true) UUID talkNotesId,
      @Schema(required = true) UUID talkId,
      @Schema(required = true) String title,
      @Schema(required = true, description = "The line they begin on, from 1") int line,
      @Schema(required = true) Span span) {}
}
