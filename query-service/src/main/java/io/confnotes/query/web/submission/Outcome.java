package io.confnotes.query.web.submission;

import io.confnotes.query.submission.Submission;
import io.quarkus.qute.TemplateExtension;
import org.jspecify.annotations.Nullable;

/**
 * What became of a submission, in words.
 *
 * @param state as the API has it; "on its way" before it was processed
 * @param tone how good that is: well, warn, problem or nothing
 * @param why what happened
 * @param todo what to do; empty where there is nothing to do
 */
public record Outcome(String state, String tone, String why, String todo) {

  private static final Outcome ON_ITS_WAY =
      new Outcome(
          "on its way", "", "The notes are in the log and are not lost. They are stored soon.", "");

  /** What became of it; null stands for one that was not processed yet. */
  @TemplateExtension(matchName = "outcome")
  static Outcome of(@Nullable Submission submission) {
    if (submission == null) {
      return ON_ITS_WAY;
    }
    String state = submission.state();
    return switch (state) {
      case "stored" -> new Outcome(state, "well", "The notes are stored.", "");
      case "unchanged" ->
          new Outcome(state, "well", "The same notes were there already. Nothing changed.", "");
      case "retracted" -> new Outcome(state, "well", "The document is retracted.", "");
      case "superseded" ->
          new Outcome(
              state,
              "warn",
              "Newer notes of the same document were there already, so these were not applied.",
              "If these are to win, submit them again.");
      case "conflict" ->
          new Outcome(
              state,
              "problem",
              "The same idempotency key was used for different notes.",
              "Submit each of them again, with a key of its own.");
      case "dead-lettered" -> deadLettered(state, String.valueOf(submission.reason()));
      default -> new Outcome(state, "warn", "This version does not know the state.", "");
    };
  }

  private static Outcome deadLettered(String state, String reason) {
    String why =
        switch (reason) {
          case "analysis-failed" -> "The notes could not be analysed.";
          case "body-missing", "key-mismatch", "type-missing", "type-unknown" ->
              "The record in the log is not one of notes.";
          default ->
              reason.startsWith("sqlstate-")
                  ? "The database refused the notes."
                  : "The record in the log cannot be read.";
        };
    return new Outcome(
        state,
        "problem",
        "%s (%s)".formatted(why, reason),
        "Nothing is lost: the record is kept as it is. An operator can see it among the dead letters"
            + " and replay it once the cause is gone.");
  }
}
