package io.confnotes.ingest.segment.word;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

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
    each(text).forEach(words::add);
    return words;
  }

  /** The same words, each found when it is asked for: often the first ones tell enough. */
  public static Iterable<String> each(String text) {
    return () -> new Walk(text);
  }

  private static final class Walk implements Iterator<String> {
    private final String text;
    private int start;

    Walk(String text) {
      this.text = text;
      this.start = from(0);
    }

    @Override
    public boolean hasNext() {
      return start < text.length();
    }

    @Override
    public String next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int end = start;
      while (end < text.length() && isSign(text.codePointAt(end))) {
        end += Character.charCount(text.codePointAt(end));
      }
      String word = text.substring(start, end).toLowerCase(Locale.ROOT);
      start = from(end);
      return word;
    }

    /** Where the next word begins. */
    private int from(int place) {
      int at = place;
      while (at < text.length() && !isSign(text.codePointAt(at))) {
        at += Character.charCount(text.codePointAt(at));
      }
      return at;
    }
  }

  private static boolean isSign(int c) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || c == '-'
          || c == '\''
          || c == '&';
    }
    return Character.isLetterOrDigit(c) || c == '’' || (TYPES & (1 << Character.getType(c))) != 0;
  }
}
