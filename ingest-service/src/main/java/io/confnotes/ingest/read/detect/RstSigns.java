package io.confnotes.ingest.read.detect;

import java.util.List;

/** What tells reStructuredText. Titles underlined with the signs of Markdown are no evidence. */
final class RstSigns {

  private static final int LEAST_UNDERLINE = 4;
  private static final int MOST_OVERHANG = 2;
  private static final String OWN_SIGNS = "~^\"*+#'`:.";

  private static final List<Sign> SIGNS =
      List.of(
          // a directive, a target, a substitution, a footnote
          Sign.of("^ *\\.\\. [A-Za-z][\\w+:.-]*::(?: |$)", 3, 2),
          Sign.of("^ *\\.\\. (?:_[^:]+:|\\|[^|]+\\| |\\[[^\\]]+\\] )", 2, 2),
          // the metadata of a post in comments, and in fields
          Sign.of("^\\.\\. (?:title|slug|date|tags|category|link|description|type): ", 2, 2),
          Sign.of(
              "(?i)^:(?:date|authors?|tags|category|slug|status|summary|title|speakers?|event"
                  + "|version|organization|contact|modified|lang):(?: |$)",
              1,
              2),
          // `text <target>`_, `target`_, :role:`text`
          Sign.of("`[^`<]+ <[^>`]+>`_", 2, 2),
          Sign.of("`[^`<>]+`_(?:\\W|$)", 2, 2),
          Sign.of("(?:^|[\\s(]):[A-Za-z][\\w.+-]*:`[^`]", 2, 2));

  private RstSigns() {}

  static int points(Head head) {
    int overlined = 0;
    int underlined = 0;
    int own = 0;
    int literals = 0;
    for (int i = 0; i < head.lines().size(); i++) {
      overlined += isOverlined(head, i) ? 1 : 0;
      underlined += isUnderlined(head, i) ? 1 : 0;
      own += isUnderlined(head, i) && OWN_SIGNS.indexOf(head.line(i + 1).charAt(0)) >= 0 ? 1 : 0;
      literals += announcesLiteral(head, i) ? 1 : 0;
    }
    int titles = Math.min(overlined + own, 2);
    // a banner alone may be plain text; with underlined titles below it is a hierarchy
    int hierarchy = overlined > 0 && underlined > 0 ? 1 : 0;
    return Sign.points(SIGNS, head) + 2 * titles + hierarchy + Math.min(literals, 2);
  }

  private static boolean isOverlined(Head head, int place) {
    String rule = head.line(place);
    String title = head.line(place + 1).strip();
    return isRule(rule) && isWords(title) && head.line(place + 2).equals(rule) && fits(title, rule);
  }

  private static boolean isUnderlined(Head head, int place) {
    String title = head.line(place);
    String rule = head.line(place + 1);
    return isRule(rule)
        && isWords(title)
        && !title.startsWith(" ")
        && head.line(place - 1).isEmpty()
        && fits(title, rule);
  }

  private static boolean isRule(String line) {
    return line.length() >= LEAST_UNDERLINE
        && !Character.isLetterOrDigit(line.charAt(0))
        && !Character.isWhitespace(line.charAt(0))
        && line.chars().allMatch(c -> c == line.charAt(0));
  }

  private static boolean isWords(String line) {
    return line.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static boolean fits(String title, String rule) {
    int overhang = rule.length() - title.length();
    return overhang >= 0 && overhang <= Math.max(MOST_OVERHANG, title.length());
  }

  /** Two colons, then a blank line, then something further in. */
  private static boolean announcesLiteral(Head head, int place) {
    String text = head.line(place);
    int indent = text.length() - text.stripLeading().length();
    String below = head.line(place + 2);
    return text.endsWith("::")
        && head.line(place + 1).isEmpty()
        && below.length() - below.stripLeading().length() > indent;
  }
}
