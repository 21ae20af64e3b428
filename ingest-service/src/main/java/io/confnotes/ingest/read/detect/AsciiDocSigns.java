package io.confnotes.ingest.read.detect;

import java.util.List;

/** What tells AsciiDoc. */
final class AsciiDocSigns {

  private static final int TITLE = 2;

  private static final List<Sign> SIGNS =
      List.of(
          Sign.of("^={2,6} \\S", 1, 3, "== "),
          Sign.of("^:!?[a-z][a-z0-9_-]*!?:(?: |$)", 1, 2, ":"),
          // attributes of a block, an anchor, a table
          Sign.of(
              "^\\[(?:source|quote|verse|listing|NOTE|TIP|WARNING|IMPORTANT|CAUTION)\\b.*\\]$",
              2,
              2,
              "["),
          Sign.of("^\\[(?:\\[[\\w-]*\\]|[.#%][\\w.#%-]+|cols=.*)\\]$", 2, 2, "["),
          Sign.of("^\\|===$", 2, 1, "|==="),
          // macros
          Sign.of(
              "^(?:image|include|video|audio|toc|ifdef|ifndef|endif)::\\S*\\[.*\\]$", 2, 2, "::"),
          Sign.of("(?:link|xref|image|mailto):[^\\s\\[\\]:]+\\[[^\\[\\]]*\\]", 2, 2, "["),
          Sign.of("https?://[^\\s\\[\\]]+\\[[^\\[\\]]+\\](?!\\()", 2, 2, "://"));

  private AsciiDocSigns() {}

  static int points(Head head) {
    return Sign.points(SIGNS, head) + (isTitled(head) ? TITLE : 0);
  }

  /** The first line that is no comment and no attribute is the title. */
  private static boolean isTitled(Head head) {
    return head.lines().stream()
        .filter(line -> !line.isEmpty() && !line.startsWith("//") && !line.startsWith(":"))
        .findFirst()
        .filter(line -> line.startsWith("= ") && !line.endsWith(" ="))
        .isPresent();
  }
}
