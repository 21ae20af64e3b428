package io.confnotes.summary.curate.decision;

import io.confnotes.summary.http.Problem;
import io.confnotes.summary.http.ProblemException;
import java.util.UUID;

/** Why a decision is not taken; each says what to do instead. */
public final class Problems {
  private Problems() {}

  /** There is no such name. */
  public static ProblemException unknown(Kind kind, String slug) {
    return problem(
        "unknown-" + kind.word(),
        "There is no such " + kind.word(),
        404,
        "No %1$s has the slug '%2$s'. Slugs are those of /api/v1/%1$ss."
            .formatted(kind.word(), slug));
  }

  static ProblemException unknownTalk(UUID id) {
    return problem(
        "unknown-talk", "There is no such talk", 404, "No talk has the id %s.".formatted(id));
  }

  static ProblemException unknownCuration(long id) {
    return problem(
        "unknown-curation",
        "There is no such decision",
        404,
        "No decision has the number %d. They are listed at /api/v1/curations.".formatted(id));
  }

  static ProblemException mergedBefore(String what, Object merged, Object into) {
    return problem(
        "merged-before",
        "It was merged or renamed before",
        409,
        "The %s '%s' is '%s' by now. Use that, or split it off first."
            .formatted(what, merged, into));
  }

  static ProblemException mergedWithItself(String what) {
    return problem(
        "merged-with-itself",
        "Nothing can be merged with itself",
        422,
        "Name two different %ss.".formatted(what));
  }

  static ProblemException nameTaken(Kind kind, String slug, String taken, String by) {
    return problem(
        "name-taken",
        "The name is taken",
        409,
        taken.equals(by)
            ? "There is a %s '%s' already. To make one of both, merge '%s' into it."
                .formatted(kind.word(), taken, slug)
            : "'%s' is another name of the %s '%s'. Merge '%s' into it, or split the name off first."
                .formatted(taken, kind.word(), by, slug));
  }

  static ProblemException invalidName(String name) {
    return problem(
        "invalid-name",
        "The name has no letters or digits",
        422,
        "'%s' cannot stand in an address. Choose another name.".formatted(name));
  }

  static ProblemException notMerged(Kind kind, String slug) {
    return problem(
        "not-merged",
        "It is nobody's other name",
        409,
        "'%s' is not another name of a %s, so there is nothing to split off. /api/v1/vocabulary lists those of tags."
            .formatted(slug, kind.word()));
  }

  static ProblemException nothingToDo(String detail) {
    return problem("nothing-to-do", "It is so already", 409, detail);
  }

  static ProblemException notPart(String detail) {
    return problem("not-part", "It is no part of that", 422, detail);
  }

  static ProblemException undoneBefore(long id, long by) {
    return problem(
        "superseded",
        "It was undone before",
        409,
        "Decision %d was undone by %d. Undo that one to have it back.".formatted(id, by));
  }

  static ProblemException superseded(long id, String by) {
    return problem(
        "superseded",
        "Later decisions build on it",
        409,
        "Decision %d cannot be undone before what came after it: %s.".formatted(id, by));
  }

  private static ProblemException problem(String name, String title, int status, String detail) {
    return new ProblemException(Problem.of(name, title, status, detail));
  }
}
