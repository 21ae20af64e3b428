package io.confnotes.query.name;

import io.confnotes.query.parameter.Choice;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the answer about one tag, speaker or event has on request. */
public enum NameExpansion implements Choice {
  NEWEST_TALKS("newestTalks"),
  TAGS("tags"),
  SPEAKERS("speakers"),
  EVENTS("events");

  private final String label;

  NameExpansion(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /**
   * Reads the parameter {@code expand}.
   *
   * @throws io.confnotes.query.http.ProblemException if it names another one than these
   */
  public static Set<NameExpansion> of(@Nullable String expand, NameExpansion... choices) {
    return Choice.some("expand", expand, List.of(choices));
  }
}
