package io.confnotes.query.web.curate;

import io.confnotes.query.http.Problem;
import java.util.Arrays;
import java.util.Locale;

/** What has a name that curators can change. */
enum Kind {
  TAG,
  SPEAKER,
  EVENT;

  /**
   * Of the last part of a path: {@code tags}.
   *
   * @throws io.confnotes.query.http.ProblemException if it is none
   */
  static Kind ofPath(String part) {
    return Arrays.stream(values())
        .filter(kind -> part.equals(kind.word() + "s"))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("There is nothing at this path."));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String path() {
    return "/" + word() + "s/";
  }
}
