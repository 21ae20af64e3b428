package io.confnotes.summary.analyse.text;

import io.confnotes.summary.analyse.Block.Kind;

/** The characters that make a line a list item, quote or heading. */
final class Markers {

  private Markers() {}

  /** The range without white space and the marker of its kind at the start. */
  static Range strip(String text, Range range, Kind kind) {
    int at = range.start();
    int next = afterMarker(text, at, range.end(), kind);
    while (next > at) {
      at = next;
      next = kind == Kind.QUOTE ? afterMarker(text, at, range.end(), kind) : at;
    }
    Range stripped = new Range(at, range.end()).trim(text);
    return stripped.start() == stripped.end() ? range.trim(text) : stripped;
  }

  private static int afterMarker(String text, int at, int end, Kind kind) {
    return switch (kind) {
      case HEADING -> spaceAfter(text, at, runOf(text, at, end, "#="), end);
      case QUOTE -> spaceAfter(text, at, runOf(text, at, Math.min(end, at + 1), ">|"), end);
      case LIST_ITEM -> Math.max(afterBullet(text, at, end), afterNumber(text, at, end));
      case PARAGRAPH -> afterBullet(text, at, end);
      case CODE -> at;
    };
  }

  private static int afterBullet(String text, int at, int end) {
    int bullet = runOf(text, at, Math.min(end, at + 1), "-*+•‣◦–—▪●○·");
    return spaceAfter(text, at, bullet, end);
  }

  private static int afterNumber(String text, int at, int end) {
    int number = at;
    while (number < end && number - at < 3 && Character.isDigit(text.charAt(number))) {
      number++;
    }
    if (number == at && at < end && Character.isLetter(text.charAt(at))) {
      boolean closed = at + 1 < end && text.charAt(at + 1) == ')';
      return closed ? spaceAfter(text, at, at + 2, end) : at;
    }
    int dot = runOf(text, number, Math.min(end, number + 1), ".)");
    return number > at && dot > number ? spaceAfter(text, at, dot, end) : at;
  }

  private static int runOf(String text, int at, int end, String characters) {
    int to = at;
    while (to < end && characters.indexOf(text.charAt(to)) >= 0) {
      to++;
    }
    return to;
  }

  /** The first character behind marker and white space; {@code at} if there is no white space. */
  private static int spaceAfter(String text, int at, int marker, int end) {
    int to = marker;
    while (to < end && Range.isBlank(text.charAt(to))) {
      to++;
    }
    return marker > at && to > marker ? to : at;
  }
}
