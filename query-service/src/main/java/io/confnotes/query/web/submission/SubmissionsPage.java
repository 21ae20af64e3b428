package io.confnotes.query.web.submission;

import io.confnotes.query.submission.Submission;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Submissions.
 *
 * @param state the one that is asked for; empty for all
 * @param states all there are
 * @param more the URL of the next page, null on the last one
 */
record SubmissionsPage(
    String state, List<String> states, List<Entry> submissions, @Nullable String more)
    implements TemplateInstance {

  /** A submission and what became of it, in words. */
  record Entry(Submission submission, Outcome outcome) {}
}
