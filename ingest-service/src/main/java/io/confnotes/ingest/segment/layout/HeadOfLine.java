package io.confnotes.ingest.segment.layout;

import java.util.ArrayList;
import java.util.List;

/** Where title and speakers can end on a line that has the notes behind them. */
final class HeadOfLine {

  private static final int LONGEST = 300;
  private static final int SHORTEST = 4;
  private static final int MOST_ENDS = 6;

  private HeadOfLine() {}

  /** As much of a text as may hold title and speakers. */
  static String of(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  /** The places of signs that they can end at, from the first on, no more than a few. */
  static List<Integer> ends(String head) {
    List<Integer> ends = new ArrayList<>();
    for (int at = SHORTEST; at < head.length() && ends.size() < MOST_ENDS; at++) {
      if (isEnd(head, at)) {
        ends.add(at);
      }
    }
    return ends;
  }

  /** Where the notes begin behind such a place; the length of the text where there are none. */
  static int notes(String text, int end) {
    int at = end;
    while (at < text.length() && !Character.isLetterOrDigit(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static boolean isEnd(String text, int at) {
    char c = text.charAt(at);
    boolean spaced = at + 1 == text.length() || text.charAt(at + 1) == ' ';
    return "：。".indexOf(c) >= 0
        || (":.;".indexOf(c) >= 0 && spaced)
        || ("-–—".indexOf(c) >= 0 && spaced && text.charAt(at - 1) == ' ');
  }
}
