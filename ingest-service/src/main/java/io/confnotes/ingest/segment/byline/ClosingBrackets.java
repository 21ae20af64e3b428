package io.confnotes.ingest.segment.byline;

import org.jspecify.annotations.Nullable;

/**
 * The brackets that a line ends with, whatever stands in them: "Title (Jane Doe (ACME))". Signs
 * that authors tick titles off or praise them with may follow.
 *
 * @param before what stands in front of them, never blank
 * @param inner what stands in them
 */
record ClosingBrackets(String before, String inner) {

  private static final String OPENING = "([（";
  private static final String CLOSING = ")]）";

  /** Null where the line ends with none, or where they are all of it. */
  static @Nullable ClosingBrackets of(String line) {
    int close = end(line) - 1;
    int kind = close < 0 ? -1 : CLOSING.indexOf(line.charAt(close));
    int open = kind < 0 ? -1 : opening(line, close, OPENING.charAt(kind));
    return open > 1 && !line.substring(0, open).isBlank()
        ? new ClosingBrackets(line.substring(0, open), line.substring(open + 1, close))
        : null;
  }

  /** Where the signs and spaces begin that the line ends with. */
  private static int end(String line) {
    int end = line.length();
    while (end > 0 && isOrnament(line.codePointBefore(end))) {
      end -= Character.charCount(line.codePointBefore(end));
    }
    return end;
  }

  private static boolean isOrnament(int c) {
    return switch (Character.getType(c)) {
      case Character.OTHER_SYMBOL, Character.SPACE_SEPARATOR -> true;
      default -> c == '\uFE0F' || c == '\u200D' || (c >= 0x1F3FB && c <= 0x1F3FF);
    };
  }

  /** The bracket that the closing one belongs to; -1 where there is none. */
  private static int opening(String line, int close, char opening) {
    int depth = 0;
    for (int at = close; at >= 0; at--) {
      char c = line.charAt(at);
      depth += c == line.charAt(close) ? 1 : c == opening ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    return -1;
  }
}
