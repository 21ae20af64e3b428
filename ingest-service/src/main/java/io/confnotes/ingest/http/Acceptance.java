package io.confnotes.ingest.http;

import io.confnotes.ingest.document.Document;
import io.confnotes.ingest.http.problem.Problem;
import io.confnotes.ingest.http.problem.RefusedException;
import io.confnotes.ingest.http.submission.Submission;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Says which documents of a request can be published. Not thread-safe. */
final class Acceptance {
  private static final int MAX_DOCUMENTS = 500;
  private static final int MAX_TALKS = 10_000;

  private final Map<UUID, String> paths = new HashMap<>();
  private int talks;

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
    Document document = of(submission);
    String path = String.valueOf(submission.path());
    String first = paths.putIfAbsent(document.documentId(), path);
    if (first != null) {
      throw Problem.duplicate("It is the same document as '%s'.".formatted(first));
    }
    talks += document.talks().size();
    if (talks > MAX_TALKS) {
      throw Problem.tooMany("%,d talks".formatted(MAX_TALKS));
    }
    return document;
  }
}
