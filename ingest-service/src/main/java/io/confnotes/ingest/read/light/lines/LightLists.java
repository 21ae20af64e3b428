package io.confnotes.ingest.read.light.lines;

import java.util.regex.Pattern;

/** How items of a list begin. */
public final class LightLists {

  private static final int MOST_DIGITS = 4;
  private static final Pattern CHECKBOX = Pattern.compile("^\\[[ xX*-]\\]\\s+");

  private LightLists() {}

  /** Length of the {@code 1.} or {@code 1)} that opens a line; else 0. */
  public static int numberLength(String line) {
    int digits = 0;
    while (digits < line.length() && digits < MOST_DIGITS && isDigit(line.charAt(digits))) {
      digits++;
    }
    return digits > 0 && isClosed(line, digits) ? digits + 1 : 0;
  }

  /** Length of a number, or of {@code #.}, {@code (2)}, {@code a)} and the like; else 0. */
  public static int enumeratorLength(String line) {
    char first = line.charAt(0);
    if (first == '(') {
      int close = line.indexOf(')');
      boolean number =
          close > 1 && line.substring(1, close).chars().allMatch(c -> isDigit((char) c));
      return number && close <= MOST_DIGITS + 1 && isClosed(line, close) ? close + 1 : 0;
    }
    boolean sign = first == '#' || (first >= 'a' && first <= 'z');
    return sign && isClosed(line, 1) ? 2 : numberLength(line);
  }

  /** Whether a full stop or bracket follows, and then a space or the end. */
  private static boolean isClosed(String line, int at) {
    boolean sign = at < line.length() && (line.charAt(at) == '.' || line.charAt(at) == ')');
    return sign && (at + 1 == line.length() || Character.isWhitespace(line.charAt(at + 1)));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  public static String withoutCheckbox(String item) {
    return CHECKBOX.matcher(item).replaceFirst("");
  }
}
