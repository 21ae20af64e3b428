package io.confnotes.ingest.read.light.asciidoc;

import io.confnotes.ingest.read.light.lines.LightLine;
import java.util.Locale;
import java.util.Set;

/** What can be said about a line of AsciiDoc by its shape. */
final class AsciiDocLine {

  static final String TABLE = "|===";

  private static final String UNDERLINES = "=-~^+";
  private static final Set<String> STYLES =
      Set.of(
          "source",
          "listing",
          "literal",
          "quote",
          "verse",
          "note",
          "tip",
          "important",
          "warning",
          "caution",
          "abstract",
          "preface",
          "dedication",
          "glossary",
          "bibliography",
          "appendix",
          "horizontal",
          "qanda",
          "sidebar",
          "example",
          "open",
          "pass",
          "stem",
          "discrete",
          "float",
          "normal",
          "comment",
          "lead");

  private AsciiDocLine() {}

  /** The level of a title that the line below underlines, within one sign of its length; else 0. */
  static int underlineLevel(LightLine line, LightLine below) {
    String title = line.text();
    int length = below.text().length();
    boolean fits = Math.abs(length - title.codePointCount(0, title.length())) <= 1;
    int sign = length < 3 ? -1 : UNDERLINES.indexOf(below.text().charAt(0));
    boolean underlined =
        fits
            && sign >= 0
            && line.indent() == 0
            && below.isRuleOf(below.text().charAt(0), 3)
            && title.codePoints().anyMatch(Character::isLetterOrDigit)
            && !isAttributes(title);
    return underlined ? sign + 1 : 0;
  }

  /** How many signs mark a title; else 0. */
  static int titleLevel(LightLine line) {
    String text = line.text();
    char sign = text.charAt(0);
    int count = 0;
    while (count < text.length() && text.charAt(count) == sign) {
      count++;
    }
    boolean title = (sign == '=' || sign == '#') && count <= 6 && line.indent() == 0;
    return title && count < text.length() && Character.isWhitespace(text.charAt(count)) ? count : 0;
  }

  /** The title behind so many signs; it may end as it begins: {@code == Title ==}. */
  static String title(String text, int level) {
    String title = text.substring(level).strip();
    String closing = " " + "=".repeat(level);
    return title.endsWith(closing) ? title.substring(0, title.length() - closing.length()) : title;
  }

  /** {@code .Title of a block}. */
  static boolean isBlockTitle(String text) {
    return text.length() > 1
        && text.charAt(0) == '.'
        && text.charAt(1) != '.'
        && !Character.isWhitespace(text.charAt(1));
  }

  /** {@code [source,java]}, {@code [[anchor]]}, {@code [.role]}: says how to take what follows. */
  static boolean isAttributes(String text) {
    boolean brackets = text.length() >= 3 && text.startsWith("[") && text.endsWith("]");
    if (!brackets || text.indexOf(']') < text.length() - 2) {
      return false;
    }
    boolean known = STYLES.contains(style(text)) || text.indexOf('=') > 0;
    return "[.#%{,".indexOf(text.charAt(1)) >= 0 || (known && !text.contains("://"));
  }

  /** The word that a line of attributes begins with, in lower case; may be empty. */
  static String style(String attributes) {
    int end = 1;
    while (Character.isLetter(attributes.charAt(end))) {
      end++;
    }
    return attributes.substring(1, end).toLowerCase(Locale.ROOT);
  }

  /** {@code image::gate.png[A gate]}. */
  static boolean isBlockMacro(String text) {
    int colons = text.indexOf("::");
    int bracket = text.indexOf('[');
    return colons > 0
        && bracket > colons
        && text.endsWith("]")
        && text.chars().limit(colons).allMatch(c -> Character.isLetter(c) || c == '_')
        && text.chars().limit(bracket).noneMatch(Character::isWhitespace);
  }

  /** Whether a block can begin or end here. */
  static boolean isDelimiter(LightLine line) {
    String text = line.text();
    return line.indent() == 0
        && (text.equals("--")
            || text.equals(TABLE)
            || text.startsWith("```")
            || (text.length() >= 4
                && "-.=*_+/".indexOf(text.charAt(0)) >= 0
                && line.isRuleOf(text.charAt(0), 4)));
  }

  /** The line that ends what a delimiter begins. */
  static String end(String delimiter) {
    return delimiter.startsWith("```") ? "```" : delimiter;
  }

  /** Whether what is between two such delimiters is not read as text. */
  static boolean isVerbatim(String delimiter) {
    boolean code = "-.`".indexOf(delimiter.charAt(0)) >= 0 && !delimiter.equals("--");
    return code || isComment(delimiter) || isHtml(delimiter) || delimiter.equals(TABLE);
  }

  static boolean isComment(String delimiter) {
    return delimiter.startsWith("/");
  }

  /** Whether it is passed on as it is, which is for HTML. */
  static boolean isHtml(String delimiter) {
    return delimiter.startsWith("+");
  }

  /** The words of a line of a paragraph: a plus at the end only breaks the line. */
  static String words(String text) {
    String words = text.startsWith("> ") ? text.substring(2) : text;
    return words.endsWith(" +") ? words.substring(0, words.length() - 2) : words;
  }
}
