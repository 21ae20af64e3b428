package io.confnotes.query.web.submission;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Several submissions of one request.
 *
 * @param waiting how many were not processed yet
 * @param moreRefused how many more were refused than are listed
 * @param next how many times the page will have looked; null where it is not to look again
 */
record FollowedPage(
    List<Entry> items,
    int waiting,
    List<FollowedSubmissions.Refused> refused,
    int moreRefused,
    @Nullable Integer next)
    implements TemplateInstance {

  /**
   * A file.
   *
   * @param talks how many it has, once it is stored
   */
  record Entry(String path, UUID id, Outcome outcome, int talks) {}
}
