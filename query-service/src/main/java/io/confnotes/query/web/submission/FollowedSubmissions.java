package io.confnotes.query.web.submission;

import io.confnotes.query.submission.Submission;
import io.confnotes.query.submission.SubmissionStore;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Follows the submissions of several files until all of them were processed. */
@Singleton
public final class FollowedSubmissions {

  /** Looks every two seconds: for two minutes. */
  private static final int MOST_LOOKS = 60;

  private final SubmissionStore submissions;

  FollowedSubmissions(SubmissionStore submissions) {
    this.submissions = submissions;
  }

  /** A file that was accepted. */
  public record Followed(String path, UUID id) {}

  /** A file that was not, and why. */
  public record Refused(String path, String title, String detail) {}

  /**
   * The page that says what became of each.
   *
   * @param moreRefused how many more were refused than are listed
   */
  public TemplateInstance page(List<Followed> items, List<Refused> refused, int moreRefused) {
    return page(items, refused, moreRefused, 0);
  }

  FollowedPage page(List<Followed> items, List<Refused> refused, int moreRefused, int looks) {
    Map<UUID, Submission> processed = submissions.find(items.stream().map(Followed::id).toList());
    List<FollowedPage.Entry> entries =
        items.stream().map(item -> entry(item, processed.get(item.id()))).toList();
    int waiting = items.size() - processed.size();
    return new FollowedPage(
        entries,
        waiting,
        refused,
        moreRefused,
        waiting > 0 && looks < MOST_LOOKS ? looks + 1 : null);
  }

  private static FollowedPage.Entry entry(Followed item, @Nullable Submission submission) {
    return new FollowedPage.Entry(
        item.path(),
        item.id(),
        Outcome.of(submission),
        submission == null ? 0 : submission.talks().size());
  }
}
