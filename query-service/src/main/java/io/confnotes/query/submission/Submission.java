package io.confnotes.query.submission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a submission. */
public record Submission(
    @Schema(required = true) UUID submissionId,
    @Schema(
            required = true,
            nullable = true,
            description = "Null where the record could not be decoded")
        @Nullable UUID documentId,
    @Schema(required = true, nullable = true) @Nullable String revision,
    @Schema(
            required = true,
            enumeration = {
              "stored",
              "unchanged",
              "superseded",
              "conflict",
              "retracted",
              "dead-lettered"
            })
        String state,
    @Schema(required = true, nullable = true, description = "A code, where the state needs one")
        @Nullable String reason,
    @Schema(required = true, nullable = true) @Nullable Instant submittedAt,
    @Schema(required = true) Instant processedAt,
    @Schema(required = true) List<StoredTalk> talks) {

  /** Talk notes of the submission and the talk they belong to. */
  public record StoredTalk(
      @Schema(required = true) UUID talkNotesId, @Schema(required = true) UUID talkId) {}
}
