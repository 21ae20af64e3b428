package io.confnotes.ingest.read;

import java.util.List;

/**
 * Rewrites Markdown so that no parser needs more than linear time or a deep stack for it: bounds
 * the nesting of containers, indentation, and the size of tables. Also repairs headings written
 * without a space, which many renderers accept. Keeps the number of lines.
 */
final class TamedMarkdown {

  private static final int DEEPEST = 32;
  private static final int WIDEST_INDENT = 128;
  private static final int MOST_CELLS = 100_000;

  private final String source;
  private final List<SourceLines.Line> lines;
  private final StringBuilder tamed;
  private char fence;
  private int cells;

  private TamedMarkdown(String source) {
    this.source = source;
    this.lines = SourceLines.of(source);
    this.tamed = new StringBuilder(source.length() + 64);
  }

  static String of(String source) {
    return new TamedMarkdown(source).rewrite();
  }

  private String rewrite() {
    for (int i = 0; i < lines.size(); i++) {
      SourceLines.Line line = lines.get(i);
      String text = flat(source.substring(line.start(), line.end()));
      if (isTableRule(text) && !affordable(text, i)) {
        text = "\\" + text.strip();
      }
      tamed.append(fence == 0 ? repairHeading(text) : text).append('\n');
      trackFence(text);
    }
    return tamed.toString();
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

  private static boolean isTableRule(String line) {
    boolean dash = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if ("|-: \t>".indexOf(c) < 0) {
        return false;
      }
      dash |= c == '-';
    }
    return dash && (line.indexOf('|') >= 0 || line.indexOf(':') >= 0);
  }

  /** A table gets a cell for every column in every row, however short the row is. */
  private boolean affordable(String rule, int at) {
    long columns = 1 + rule.chars().filter(c -> c == '|').count();
    int rows = 0;
    int next = at + 1;
    while (next < lines.size() && lines.get(next).end() > lines.get(next).start()) {
      rows++;
      next++;
      if ((rows + 1) * columns > MOST_CELLS - cells) {
        return false;
      }
    }
    cells += (int) ((rows + 1) * columns);
    return cells <= MOST_CELLS;
  }

  private static String repairHeading(String line) {
    int count = 0;
    while (count < line.length() && line.charAt(count) == '#') {
      count++;
    }
    boolean glued =
        count >= 2
            && count <= 6
            && count < line.length()
            && Character.isLetterOrDigit(line.codePointAt(count));
    return glued ? line.substring(0, count) + " " + line.substring(count) : line;
  }

  private void trackFence(String line) {
    String text = line.strip();
    if (fence == 0) {
      fence = text.startsWith("```") ? '`' : text.startsWith("~~~") ? '~' : 0;
      if (fence != 0 && text.indexOf(fence, 3) > 3 && fence == '`') {
        fence = 0;
      }
    } else if (text.startsWith(String.valueOf(fence).repeat(3))
        && text.chars().allMatch(c -> c == fence)) {
      fence = 0;
    }
  }
}
