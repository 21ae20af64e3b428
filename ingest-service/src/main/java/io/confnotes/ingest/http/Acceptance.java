package io.confnotes.ingest.http;

import io.confnotes.ingest.document.Document;
import io.confnotes.ingest.http.problem.Problem;
import io.confnotes.ingest.http.problem.RefusedException;
import io.confnotes.ingest.http.submission.Submission;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Says which documents of a request can be published: not more than one answer can list, nor those
 * that are read so late that whoever asked has given up. Not thread-safe.
 */
final class Acceptance {
  private static final int MAX_DOCUMENTS = 500;
  private static final int MAX_TALKS = 10_000;

  /** Together with the time that the log may take, less than clients and query-service wait. */
  private static final Duration MAX_TIME = Duration.ofSeconds(20);

  private final Map<UUID, String> paths = new HashMap<>();
  private final InstantSource clock;
  private final Instant deadline;
  private int talks;

  Acceptance(InstantSource clock) {
    this.clock = clock;
    this.deadline = clock.instant().plus(MAX_TIME);
  }

  /**
   * The document of a submission.
   *
   * @throws RefusedException where no talk is in it, or too many
   */
  static Document of(Submission submission) {
    Document document = submission.document();
    if (document.talks().isEmpty()) {
      throw Problem.noTalkFound();
    }
    if (document.talks().size() > Document.MAX_TALKS) {
      throw Problem.tooManyTalks(document.talks().size(), Document.MAX_TALKS);
    }
    return document;
  }

  /**
   * The next of several documents, all of which one answer lists.
   *
   * @throws RefusedException where it cannot be published, or not with the others
   */
  Document next(Submission submission) {
    if (paths.size() == MAX_DOCUMENTS) {
      throw Problem.tooMany("%,d documents".formatted(MAX_DOCUMENTS));
    }
    if (clock.instant().isAfter(deadline)) {
      throw Problem.tooMany("as many as are read in %d s".formatted(MAX_TIME.toSeconds()));
    }
    Document document = of(submission);
    if (talks + document.talks().size() > MAX_TALKS) {
      throw Problem.tooMany("%,d talks".formatted(MAX_TALKS));
    }
    String path = String.valueOf(submission.path());
    String first = paths.putIfAbsent(document.documentId(), path);
    if (first != null) {
      throw Problem.duplicate("It is the same document as '%s'.".formatted(first));
    }
    talks += document.talks().size();
    return document;
  }
}
