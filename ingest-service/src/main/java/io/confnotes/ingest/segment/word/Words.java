package io.confnotes.ingest.segment.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes a text apart into words. */
public final class Words {

  /** Combining marks, and numbers that are no digits. */
  private static final int TYPES =
      1 << Character.NON_SPACING_MARK
          | 1 << Character.COMBINING_SPACING_MARK
          | 1 << Character.ENCLOSING_MARK
          | 1 << Character.LETTER_NUMBER
          | 1 << Character.OTHER_NUMBER;

  private Words() {}

  /** Runs of letters, digits and what stands within words, in lower case. */
  public static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    String lower = text.toLowerCase(Locale.ROOT);
    int start = -1;
    for (int at = 0; at <= lower.length(); ) {
      int c = at < lower.length() ? lower.codePointAt(at) : ' ';
      boolean inside = isSign(c);
      if (inside && start < 0) {
        start = at;
      } else if (!inside && start >= 0) {
        words.add(lower.substring(start, at));
        start = -1;
      }
      at += Character.charCount(c);
    }
    return words;
  }

  private static boolean isSign(int c) {
    return Character.isLetterOrDigit(c)
        || "&'’-".indexOf(c) >= 0
        || (TYPES & (1 << Character.getType(c))) != 0;
  }
}
