package io.confnotes.query.web.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.confnotes.query.web.PageText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record that could not be applied, as summary-service tells it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record DeadLetter(
    long id,
    String state,
    String reason,
    @Nullable UUID documentId,
    @Nullable UUID submissionId,
    int partition,
    long offset,
    long bytes,
    Instant submittedAt,
    Instant deadLetteredAt,
    long attempts,
    @Nullable Instant decidedAt,
    @Nullable String subject) {

  /** The reason in words. */
  public String why() {
    return switch (reason) {
      case "type-missing" -> "It does not say what it is";
      case "type-unknown" -> "It is of a kind that this version does not know";
      case "body-missing" -> "It has no body";
      case "key-mismatch" -> "Its key is not that of its document";
      case "not-json" -> "Its body is no JSON";
      case "invalid-body" -> "Its body is not as the contract has it";
      case "analysis-failed" -> "Its talks could not be analysed";
      default -> {
        if (reason.startsWith("invalid-")) {
          yield "Its " + reason.substring("invalid-".length()) + " is not as the contract has it";
        }
        yield reason.startsWith("sqlstate-") ? "The database refused it" : "It was refused";
      }
    };
  }

  /** What to do about it while it waits. */
  public String todo() {
    return switch (reason) {
      case "analysis-failed" ->
          "This is a defect: the log of summary-service has more, with the document’s id. Upgrade to a"
              + " version that mends it, then replay it.";
      case "not-json", "type-missing", "key-mismatch", "body-missing", "invalid-body" ->
          "ingest-service did not write this: find out who writes to the log, and discard it.";
      default ->
          reason.startsWith("sqlstate-")
              ? "Migrate the database if its schema is behind; else upgrade to a version that mends it."
                  + " Then replay it."
              : "It is mostly of a newer ingest-service: upgrade summary-service, then replay it.";
    };
  }

  /** Whether it still can be replayed or discarded. */
  public boolean isWaiting() {
    return state.equals("waiting");
  }

  /** What became of it; null where nothing did. */
  public @Nullable Outcome outcome() {
    return switch (state) {
      case "replayed" -> new Outcome("well", "It was applied", "Nothing is left to do.");
      case "superseded" ->
          new Outcome(
              "well",
              "It was overtaken",
              "Something newer of its document had been applied. Nothing is left to do.");
      case "discarded" ->
          new Outcome("", "It was given up", "What it says was not applied, and will not be.");
      default ->
          attempts == 0
              ? null
              : new Outcome(
                  "warn",
                  "It was refused again",
                  "Tried %s. Mend what is wrong first, then replay it once more."
                      .formatted(PageText.of(attempts, "time", "times")));
    };
  }

  /**
   * What became of it, in words.
   *
   * @param tone how good that is: well, warn or nothing
   */
  record Outcome(String tone, String what, String meaning) {}

  /** Its size, as people read it. */
  public String size() {
    return bytes < 1024
        ? bytes + " B"
        : bytes < 1024 * 1024 ? (bytes + 512) / 1024 + " KiB" : bytes / (1024 * 1024) + " MiB";
  }
}
