package io.confnotes.ingest.read.markdown;

import io.confnotes.ingest.read.text.SourceLines;
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites Markdown so that no parser needs more than linear time or a deep stack for it: bounds
 * the nesting of containers, indentation, and the lines of a paragraph, which the parser copies for
 * each line. Also repairs headings written without a space, which many renderers accept. Knows the
 * source line of each line, and cuts long documents into pieces, as the parser's tree of a whole
 * one can take 190 times its length.
 */
final class TamedMarkdown {

  private static final int DEEPEST = 16;
  private static final int WIDEST_INDENT = 64;
  private static final int LONGEST_PARAGRAPH = 500;
  private static final int LONGEST_TAG = 1_000;

  private static final int MOST_MARKS = 6;
  private static final int FEWEST_TITLE_WORDS = 3;

  /** A piece is longer only where a block is. */
  private static final int LONG_PIECE = 64 << 10;

  private final String source;
  private final List<SourceLines.Line> lines;
  private final StringBuilder tamed;
  private final int[] lineNumbers;
  private final LinkDefinitions definitions = new LinkDefinitions();
  private final HtmlBlockEnd html = new HtmlBlockEnd();
  private final List<Cut> cuts = new ArrayList<>();
  private Cut last = new Cut(0, 0);
  private int written;
  private char fence;
  private int fenceLength;
  private int fewestGlued;

  TamedMarkdown(String source) {
    this.source = source;
    this.lines = SourceLines.of(source);
    this.tamed = new StringBuilder(source.length() + 64);
    this.lineNumbers = new int[lines.size() + lines.size() / LONGEST_PARAGRAPH + 1];
    rewrite();
  }

  private record Cut(int offset, int line) {}

  /** The pieces of the text, in order; at least one. */
  List<MarkdownPiece> pieces() {
    List<MarkdownPiece> pieces = new ArrayList<>();
    Cut from = new Cut(0, 0);
    for (Cut to : cuts) {
      pieces.add(new MarkdownPiece(tamed.substring(from.offset(), to.offset()), from.line()));
      from = to;
    }
    pieces.add(new MarkdownPiece(tamed.substring(from.offset()), from.line()));
    return pieces;
  }

  /** Those of the whole text. */
  LinkDefinitions definitions() {
    return definitions;
  }

  /** The line of the source, from 1, that a line of the text, from 0, was made of. */
  int lineNumber(int line) {
    return lineNumbers[Math.min(line, lineNumbers.length - 1)];
  }

  private void rewrite() {
    fewestGlued = hasGluedSubheading() ? 1 : 2;
    int unbroken = 0;
    String next = line(0);
    for (int i = 0; i < lines.size(); i++) {
      String line = next;
      next = line(i + 1);
      String text = flat(plain(line, next));
      unbroken = text.isBlank() ? 0 : unbroken + 1;
      if (unbroken > LONGEST_PARAGRAPH) {
        write("", i + 1);
        unbroken = 1;
      }
      cutBefore(text);
      int fewest = i == 0 && isGluedTitle(line, next) ? 1 : fewestGlued;
      write(fence == 0 ? repairHeading(withoutLongTag(text), fewest) : text, i + 1);
      if (fence == 0 && !html.isOpen()) {
        definitions.add(text);
      }
      trackFence(text);
      if (fence == 0) {
        html.track(text);
      }
    }
  }

  /** Ends a long piece where a line begins a block that is in no other. */
  private void cutBefore(String line) {
    int length = tamed.length() - last.offset();
    if (length > LONG_PIECE && fence == 0 && !html.isOpen() && beginsBlock(line)) {
      last = new Cut(tamed.length(), written);
      cuts.add(last);
    }
  }

  private boolean beginsBlock(String line) {
    if (line.isEmpty() || Character.isWhitespace(line.charAt(0))) {
      return false;
    }
    boolean mark = line.charAt(0) != '>' && markLength(line, 0) > 0 && !isDigit(line.charAt(0));
    return mark || isHeading(line) || isBlankOrUnderline(lastLine());
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHeading(String line) {
    int marks = 0;
    while (marks < line.length() && line.charAt(marks) == '#') {
      marks++;
    }
    return marks > 0 && marks <= MOST_MARKS && marks < line.length() && line.charAt(marks) == ' ';
  }

  private String lastLine() {
    int end = tamed.length() - 1;
    return tamed.substring(tamed.lastIndexOf("\n", end - 1) + 1, end);
  }

  private static boolean isBlankOrUnderline(String line) {
    String text = line.strip();
    return text.isEmpty()
        || (text.charAt(0) == line.charAt(0)
            && "=-".indexOf(text.charAt(0)) >= 0
            && text.chars().allMatch(c -> c == text.charAt(0)));
  }

  /** A line, from 0; empty behind the last. */
  private String line(int index) {
    if (index >= lines.size()) {
      return "";
    }
    SourceLines.Line line = lines.get(index);
    return source.substring(line.start(), line.end());
  }

  private String plain(String line, String next) {
    return fence == 0 ? MarkdownDialect.rewrite(line, next) : MarkdownDialect.rewriteCode(line);
  }

  private void write(String text, int line) {
    tamed.append(text).append('\n');
    lineNumbers[written++] = line;
  }

  /** Cuts indentation and container marks beyond what anybody writes. */
  private static String flat(String line) {
    int marks = 0;
    int indent = 0;
    int at = 0;
    while (at < line.length() && marks < DEEPEST) {
      char c = line.charAt(at);
      if (c == ' ' || c == '\t') {
        indent += c == '\t' ? 4 : 1;
        at++;
      } else if (markLength(line, at) > 0) {
        marks++;
        at += markLength(line, at);
      } else {
        return indent > WIDEST_INDENT ? " ".repeat(WIDEST_INDENT) + line.strip() : line;
      }
    }
    if (marks < DEEPEST) {
      return "";
    }
    int rest = at;
    while (rest < line.length() && " \t>-+*".indexOf(line.charAt(rest)) >= 0) {
      rest++;
    }
    return line.substring(0, Math.min(at, WIDEST_INDENT)) + " " + withoutMark(line.substring(rest));
  }

  private static String withoutMark(String rest) {
    return rest.isEmpty() || Character.isDigit(rest.charAt(0)) ? "\\" + rest : rest;
  }

  private static int markLength(String line, int at) {
    char c = line.charAt(at);
    if (c == '>') {
      return 1;
    }
    boolean spaced =
        at + 1 == line.length() || line.charAt(at + 1) == ' ' || line.charAt(at + 1) == '\t';
    if ((c == '-' || c == '+' || c == '*') && spaced) {
      return 1;
    }
    int digits = at;
    while (digits < line.length() && digits - at < 9 && Character.isDigit(line.charAt(digits))) {
      digits++;
    }
    boolean number =
        digits > at
            && digits < line.length()
            && (line.charAt(digits) == '.' || line.charAt(digits) == ')')
            && (digits + 1 == line.length() || line.charAt(digits + 1) == ' ');
    return number ? digits + 1 - at : 0;
  }

  /** A tag of many attributes at the start of a line is matched recursively: escape it. */
  private static String withoutLongTag(String line) {
    int at = line.indexOf('<');
    if (at < 0 || line.length() - at <= LONGEST_TAG) {
      return line;
    }
    boolean first =
        line.substring(0, at)
            .chars()
            .allMatch(c -> " \t>-+*.)".indexOf(c) >= 0 || Character.isDigit(c));
    int end = line.indexOf('>', at);
    boolean tooLong = end < 0 || end - at > LONGEST_TAG;
    return first && tooLong ? line.substring(0, at) + "\\" + line.substring(at) : line;
  }

  private static String repairHeading(String line, int fewest) {
    int marks = gluedMarks(line);
    return marks >= fewest ? line.substring(0, marks) + " " + line.substring(marks) : line;
  }

  /** A single mark may also be a hashtag's, unless the author glues those of subheadings, too. */
  private boolean hasGluedSubheading() {
    for (SourceLines.Line line : lines) {
      int end = Math.min(line.end(), line.start() + MOST_MARKS + 2);
      if (gluedMarks(source.substring(line.start(), end)) >= 2) {
        return true;
      }
    }
    return false;
  }

  /** Whether a document begins with a title of several words that is no list of hashtags. */
  private static boolean isGluedTitle(String line, String next) {
    return gluedMarks(line) == 1
        && next.isBlank()
        && Character.isUpperCase(line.codePointAt(1))
        && line.strip().split("\\s+", FEWEST_TITLE_WORDS).length >= FEWEST_TITLE_WORDS
        && line.indexOf('#', 1) < 0;
  }

  /** How many heading marks there are right in front of a word; 0 if there is none. */
  private static int gluedMarks(String line) {
    int count = 0;
    while (count < line.length() && line.charAt(count) == '#') {
      count++;
    }
    boolean glued =
        count <= MOST_MARKS
            && count < line.length()
            && Character.isLetterOrDigit(line.codePointAt(count));
    return glued ? count : 0;
  }

  private void trackFence(String line) {
    String text = line.strip();
    char sign = text.startsWith("```") ? '`' : text.startsWith("~~~") ? '~' : 0;
    int length = 0;
    while (sign != 0 && length < text.length() && text.charAt(length) == sign) {
      length++;
    }
    if (fence == 0 && sign != 0 && (sign == '~' || text.indexOf(sign, length) < 0)) {
      fence = sign;
      fenceLength = length;
    } else if (fence == sign && length >= fenceLength && length == text.length()) {
      fence = 0;
    }
  }
}
