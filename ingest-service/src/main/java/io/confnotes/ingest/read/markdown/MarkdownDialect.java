package io.confnotes.ingest.read.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes out of a line what site generators and note apps add to CommonMark: templates and
 * shortcodes, attribute lists, wiki links, footnote marks, comments. What stands in code is left
 * alone. Looks a bounded stretch ahead of each sign.
 */
final class MarkdownDialect {

  private static final int LONGEST = 400;
  private static final String CODE_FENCE = "~~~~~~~~";
  private static final Set<String> CONTENTS =
      Set.of("[toc]", "[[toc]]", "[[_toc_]]", "@[toc]", "${toc}", "<!-- toc -->");
  private static final Pattern EMPTY_HTML =
      Pattern.compile(
          "(?:<(?:br|hr|a|span|p|div|center)\\b[^<>]*>\\s*(?:</(?:a|span|p|div|center)>\\s*)?)+",
          Pattern.CASE_INSENSITIVE);
  private static final List<String> LIST_MARKS = List.of("* ", "- ", "+ ", "1. ");

  private final String line;
  private final StringBuilder written;
  private boolean code;

  private MarkdownDialect(String line) {
    this.line = line;
    this.written = new StringBuilder(line.length());
  }

  /**
   * The line in CommonMark; blank for one that only instructs a generator.
   *
   * @param next the line behind it, empty at the end
   */
  static String rewrite(String line, String next) {
    String text = line.strip();
    if (text.isEmpty()) {
      return line;
    }
    if (isInstruction(text, next) || isEmptyHtml(text, next)) {
      return "";
    }
    if (isCodeTag(text, "")) {
      return CODE_FENCE;
    }
    if (text.startsWith(":::")) {
      return container(text);
    }
    String plain = hasSigns(line) ? new MarkdownDialect(line).inline() : line;
    return block(plain, next);
  }

  /** Of {@code :::details Title} the title; what only names a kind of box is no text. */
  private static String container(String text) {
    String words = text.replaceFirst("^:+", "").strip();
    int space = words.indexOf(' ');
    return space < 0 || words.indexOf('{') >= 0 ? "" : words.substring(space + 1).strip();
  }

  /** What closes the code that a template's tag opened; else the line as it is. */
  static String rewriteCode(String line) {
    String text = line.strip();
    return isCodeTag(text, "end") || isCodeTag(text, "/") ? CODE_FENCE : line;
  }

  private static boolean isInstruction(String text, String next) {
    if (next.indexOf('{') >= 0 && LIST_MARKS.stream().anyMatch(text::startsWith)) {
      return next.strip().startsWith("{:toc");
    }
    return switch (text.charAt(0)) {
      case '{' -> isAttributes(text);
      case 'i' -> isImport(text);
      case '[', '@', '$', '<' -> isContents(text);
      default -> false;
    };
  }

  private static boolean isAttributes(String text) {
    return text.startsWith("{:") && text.indexOf('}') == text.length() - 1;
  }

  private static boolean isImport(String text) {
    return text.startsWith("import ")
        && (text.contains(" from '") || text.contains(" from \""))
        && "'\";".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  private static boolean isContents(String text) {
    return text.length() < 20 && CONTENTS.contains(text.toLowerCase(Locale.ROOT));
  }

  /** A line break or an anchor right above a heading would make both a block of HTML. */
  private static boolean isEmptyHtml(String text, String next) {
    return text.charAt(0) == '<'
        && next.startsWith("#")
        && text.length() <= LONGEST
        && EMPTY_HTML.matcher(text).matches();
  }

  /** {@code {% highlight java %}}, {@code {{< /highlight >}}} and the like. */
  private static boolean isCodeTag(String text, String prefix) {
    boolean liquid = text.startsWith("{%") && text.indexOf("%}") == text.length() - 2;
    boolean shortcode = text.startsWith("{{<") && text.indexOf(">}}") == text.length() - 3;
    if (!liquid && !shortcode) {
      return false;
    }
    String tag = text.substring(liquid ? 2 : 3).replace("-", "").strip();
    return tag.startsWith(prefix + "highlight") || tag.startsWith(prefix + "codeblock");
  }

  private static boolean hasSigns(String line) {
    return line.indexOf('{') >= 0
        || line.contains("[[")
        || line.contains("[^")
        || line.contains("[!")
        || line.contains("%%");
  }

  private String inline() {
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      code ^= c == '`';
      int behind = code ? at : behindSign(at, c);
      if (behind == at) {
        written.append(c);
        behind++;
      }
      at = behind;
    }
    return written.toString();
  }

  /** Writes what a sign stands for and says where it ends; {@code at} where none begins. */
  private int behindSign(int at, char c) {
    return switch (c) {
      case '{' -> behindTemplate(at);
      case '[', '!' -> behindBrackets(at);
      case '%' -> behind(at, "%%", "%%");
      default -> at;
    };
  }

  private int behindTemplate(int at) {
    int end = behind(at, "{%", "%}");
    end = end > at ? end : behind(at, "{{<", ">}}");
    end = end > at ? end : behind(at, "{{%", "%}}");
    boolean attributes = line.startsWith("{:", at) && at > 0 && line.charAt(at - 1) != ' ';
    end = end > at || !attributes ? end : behind(at, "{:", "}");
    if (end > at) {
      return end;
    }
    int expression = behind(at, "{{", "}}");
    boolean alone = expression > at && isBlank(0, at) && isBlank(expression, line.length());
    int last = written.length() - 1;
    boolean target = last >= 0 && "(\"'".indexOf(written.charAt(last)) >= 0;
    return alone || target ? expression : at;
  }

  private boolean isBlank(int from, int to) {
    return to - from <= LONGEST && line.substring(from, to).isBlank();
  }

  private int behindBrackets(int at) {
    boolean embed = line.startsWith("![[", at);
    int open = embed ? at + 1 : at;
    if (line.startsWith("[[", open)) {
      return behindWikiLink(at, open + 2, embed);
    }
    if (line.startsWith("[^", at)) {
      return behindFootnote(at);
    }
    return line.startsWith("[!", at) && isQuoteMark(at) ? behindCallout(at) : at;
  }

  /** The kind of a quote, {@code [!NOTE]} or {@code [!info]-}, is no text of it. */
  private int behindCallout(int at) {
    int end = behind(at, "[!", "]");
    boolean folds = end > at && (line.startsWith("-", end) || line.startsWith("+", end));
    return folds ? end + 1 : end;
  }

  /** A footnote's mark is dropped; where it opens the note itself, its colon too. */
  private int behindFootnote(int at) {
    int end = behind(at, "[^", "]");
    String name = end > at ? line.substring(at + 2, end - 1) : " ";
    if (name.isBlank() || name.indexOf(' ') >= 0 || name.indexOf('[') >= 0) {
      return at;
    }
    boolean note = line.startsWith(":", end) && isBlank(0, at);
    return note ? end + 1 : end;
  }

  private boolean isQuoteMark(int at) {
    return at <= LONGEST && line.substring(0, at).chars().allMatch(c -> c == '>' || c == ' ');
  }

  /** {@code [[Page#Part|text]]} becomes a link to the page with that text, or with its name. */
  private int behindWikiLink(int at, int from, boolean embed) {
    int to = behind(from, "", "]]") - 2;
    if (to <= from || line.startsWith("(", to + 2)) {
      return at;
    }
    String inner = line.substring(from, to).replace("\\|", "|");
    boolean plain = "[]<>`\\".chars().noneMatch(c -> inner.indexOf(c) >= 0);
    if (!plain || Character.isWhitespace(inner.charAt(0))) {
      return at;
    }
    if (!embed) {
      int bar = inner.indexOf('|');
      String page = bar < 0 ? inner : inner.substring(0, bar);
      int part = page.indexOf('#');
      String name = part > 0 ? page.substring(0, part) : page;
      String shown = bar < 0 ? name : inner.substring(bar + 1);
      written.append('[').append(shown.strip()).append("](<").append(name.strip()).append(">)");
    }
    return to + 2;
  }

  /** Where what begins here with one text and ends with another is over; else {@code at}. */
  private int behind(int at, String opening, String closing) {
    if (!line.startsWith(opening, at)) {
      return at;
    }
    int from = at + opening.length();
    int to = line.substring(from, Math.min(line.length(), from + LONGEST)).indexOf(closing);
    return to < 0 ? at : from + to + closing.length();
  }

  private static String block(String line, String next) {
    String text = line.stripTrailing();
    if (text.endsWith("}") && (text.startsWith("#") || isUnderline(next.strip()))) {
      return withoutAttributes(text);
    }
    return text.startsWith(": ") ? text.substring(1).strip() : line;
  }

  private static boolean isUnderline(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c == '=' || c == '-');
  }

  /** A heading without the id and classes that may follow it. */
  private static String withoutAttributes(String heading) {
    int open = heading.lastIndexOf('{');
    String inner = open < 0 ? "" : heading.substring(open + 1, heading.length() - 1);
    boolean attributes =
        inner.startsWith("#")
            || inner.startsWith(".")
            || inner.startsWith(":")
            || inner.equals("-");
    return attributes ? heading.substring(0, open).stripTrailing() : heading;
  }
}
