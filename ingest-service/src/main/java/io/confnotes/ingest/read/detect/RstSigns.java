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
          Sign.of("^ *\\.\\. [A-Za-z][\\w+:.-]*::(?: |$)", 3, 2, ".. "),
          Sign.of("^ *\\.\\. (?:_[^:]+:|\\|[^|]+\\| |\\[[^\\]]+\\] )", 2, 2, ".. "),
          // the metadata of a post in comments, and in fields
          Sign.of("^\\.\\. (?:title|slug|date|tags|category|link|description|type): ", 2, 2, ".. "),
          Sign.of(
              "(?i)^:(?:date|authors?|tags|category|slug|status|summary|title|speakers?|event"
                  + "|version|organization|contact|modified|lang):(?: |$)",
              1,
              2,
              ":"),
          // `text <target>`_, `target`_, :role:`text`
          Sign.of("`[^`<]+ <[^>`]+>`_", 2, 2, ">`_"),
          Sign.of("`[^`<>]+`_(?:\\W|$)", 2, 2, "`_"),
          Sign.of("(?:^|[\\s(]):[A-Za-z][\\w.+-]*:`[^`]", 2, 2, ":`"));

  private RstSigns() {}

  static int points(Head head) {
    int overlined = 0;
    int underlined = 0;
    int own = 0;
    int literals = 0;
    for (int i = 0; i < head.lines().size(); i++) {
      if (isRule(head.line(i))) {
        overlined += isOverlined(head, i) ? 1 : 0;
        boolean title = isUnderlined(head, i - 1);
        underlined += title ? 1 : 0;
        own += title && OWN_SIGNS.indexOf(head.line(i).charAt(0)) >= 0 ? 1 : 0;
      }
      literals += announcesLiteral(head, i) ? 1 : 0;
    }
    int titles = Math.min(overlined + own, 2);
    // a banner alone may be plain text; with underlined titles below it is a hierarchy
    int hierarchy = overlined > 0 && underlined > 0 ? 1 : 0;
    return Sign.points(SIGNS, head) + 2 * titles + hierarchy + Math.min(literals, 2);
  }

  /** Whether there is a title between the rule at a place and one below it. */
  private static boolean isOverlined(Head head, int place) {
    String rule = head.line(place);
    String title = head.line(place + 1).strip();
    return isWords(title) && head.line(place + 2).equals(rule) && fits(title, rule);
  }

  /** Whether there is a title at a place; a rule is below it. */
  private static boolean isUnderlined(Head head, int place) {
    String title = head.line(place);
    String rule = head.line(place + 1);
    return isWords(title)
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
    return text.endsWith("::")
        && head.line(place + 1).isEmpty()
        && indent(head.line(place + 2)) > indent(text);
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
