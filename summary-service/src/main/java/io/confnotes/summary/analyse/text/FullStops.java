package io.confnotes.summary.analyse.text;

import java.util.Locale;
import java.util.Set;

/** Tells full stops that end a sentence from those of abbreviations, initials and ordinals. */
final class FullStops {

  private static final Set<String> ABBREVIATIONS = WordList.words("abbreviations.txt");
  private static final Set<String> NUMBERED = WordList.words("numbered.txt");
  private static final Set<String> ENDINGS = WordList.words("endings.txt");

  private final String text;
  private final int end;
  private final Language language;

  /** For a text that is read up to {@code end}. */
  FullStops(String text, int end, Language language) {
    this.text = text;
    this.end = end;
    this.language = language;
  }

  /**
   * Whether the full stop at {@code stop} belongs to the word before it and ends nothing.
   *
   * @param after the first character behind it and the brackets and quotation marks it closes
   * @param start where the sentence starts
   */
  boolean abbreviate(int stop, int after, int start) {
    int from = stop;
    while (from > start && stop - from < 20 && isAbbreviationPart(text.charAt(from - 1))) {
      from--;
    }
    String token = text.substring(from, stop).toLowerCase(Locale.ROOT);
    if (token.isEmpty()) {
      return false;
    }
    int next = after;
    while (next < end && Range.isBlank(text.charAt(next))) {
      next++;
    }
    boolean restart = next >= end || startsSentence(next);
    if (after > stop + 1) {
      return false;
    }
    if (ABBREVIATIONS.contains(token)) {
      return next < end;
    }
    if (NUMBERED.contains(token) && next < end && Character.isDigit(text.charAt(next))) {
      return true;
    }
    if (ENDINGS.contains(token)) {
      return !restart;
    }
    if (isNumber(token)) {
      return from == start || (isOrdinal(token, from, start) && !restart);
    }
    if (token.length() == 1 && next + 1 < end && text.charAt(next + 1) == '.') {
      return Character.isLetter(text.charAt(next));
    }
    boolean initial = token.length() == 1 && Character.isUpperCase(text.charAt(stop - 1));
    return ((initial && !token.equals("i")) || isInitials(token)) && next < end && !restart;
  }

  /** A number behind an abbreviation, as in {@code Abb. 3.}, is none. */
  private boolean isOrdinal(String token, int from, int start) {
    int before = from - 1;
    while (before > start && Range.isBlank(text.charAt(before))) {
      before--;
    }
    boolean counted = before > start && text.charAt(before) == '.';
    return language.dotsOrdinals() && token.length() <= 2 && !counted;
  }

  /** {@code J.K}, {@code h.c}: single letters between dots. */
  private static boolean isInitials(String token) {
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (i % 2 == 0 ? !Character.isLetter(c) : c != '.') {
        return false;
      }
    }
    return token.length() > 2;
  }

  private static boolean isAbbreviationPart(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNumber(String token) {
    return token.chars().allMatch(c -> isDigit((char) c));
  }

  /** Whether a capital can only be there because a sentence starts: the word is grammar. */
  private boolean startsSentence(int at) {
    int stop = at;
    while (stop < end && (Character.isLetter(text.charAt(stop)) || text.charAt(stop) == '\'')) {
      stop++;
    }
    String lower = Words.lower(text, at, stop);
    return stop > at && Character.isUpperCase(text.charAt(at)) && language.isStop(lower);
  }
}
