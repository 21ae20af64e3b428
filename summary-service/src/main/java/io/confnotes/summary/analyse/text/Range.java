package io.confnotes.summary.analyse.text;

/** A half-open range of UTF-16 units of the reading text. */
public record Range(int start, int end) {

  /** The range without white space at its ends. */
  public Range trim(String text) {
    int from = start;
    int to = end;
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return new Range(from, to);
  }

  /** The text in the range. */
  public String of(String text) {
    return text.substring(start, end);
  }

  static boolean isBlank(char c) {
    return c <= ' '
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '\u200b'
        || c == '\ufeff'
        || c == '\u0085';
  }
}
