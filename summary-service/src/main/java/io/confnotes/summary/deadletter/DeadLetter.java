package io.confnotes.summary.deadletter;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A record that could not be applied. */
public record DeadLetter(
    @Schema(required = true) long id,
    @Schema(required = true) State state,
    @Schema(
            required = true,
            description = "Why it could not be applied the last time: a code, never note contents",
            examples = "not-json")
        String reason,
    @Schema(required = true, nullable = true, description = "Null where its key is none")
        @Nullable UUID documentId,
    @Schema(required = true, nullable = true) @Nullable UUID submissionId,
    @Schema(required = true, description = "Of the log, where it came from") int partition,
    @Schema(required = true) long offset,
    @Schema(required = true, description = "The size of its body") int bytes,
    @Schema(required = true) Instant submittedAt,
    @Schema(required = true) Instant deadLetteredAt,
    @Schema(required = true, description = "How many times it was tried again") int attempts,
    @Schema(
            required = true,
            nullable = true,
            description = "When it was replayed, found superseded, or discarded")
        @Nullable Instant decidedAt,
    @Schema(required = true, nullable = true, description = "By whom") @Nullable String subject) {

  /** What became of it. */
  @Schema(name = "DeadLetterState")
  public enum State {
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("replayed")
    REPLAYED,
    /** Something newer of its document had been applied when it was replayed. */
    @JsonProperty("superseded")
    SUPERSEDED,
    @JsonProperty("discarded")
    DISCARDED
  }
}
