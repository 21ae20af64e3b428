package io.confnotes.summary.analyse.text;

import io.confnotes.summary.analyse.text.Word.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the words of a text. Hyphenated words, versions, names such as {@code Node.js}, {@code C++}
 * and {@code CI/CD} are one word each; addresses are; a script without spaces is cut into katakana
 * words and pairs of characters. Not thread-safe.
 */
public final class Words {

  /** Chinese characters that only serve grammar. */
  private static final String UNSPACED_STOPS =
      "的了是在和与及或而但就也都很更最不没我你他她它们这那哪什么怎吗呢吧啊把被让给其之个些将还又再只等着已每该因所三四五六七八九";

  /** What is longer is a token, a hash or a drawing, but no word. */
  private static final int LONGEST = 50;

  private static final Set<String> UNITS =
      Set.of(
          "st", "nd", "rd", "th", "s", "k", "m", "g", "b", "x", "h", "ms", "us", "ns", "km", "cm",
          "mm", "kg", "kb", "mb", "gb", "tb", "pb", "kib", "mib", "gib", "hz", "khz", "mhz", "ghz",
          "am", "pm", "min", "mins", "px", "pt", "yr", "yrs", "hr", "hrs", "kbps", "mbps", "gbps");

  private final Language language;
  private final Language.Stemmer stemmer;
  private final boolean chinese;

  /** For texts of one language. */
  public Words(Language language) {
    this.language = language;
    this.stemmer = language.newStemmer();
    this.chinese = language.isChinese();
  }

  /** The words in a range of a text, in order. */
  public List<Word> in(String text, Range range) {
    List<Word> words = new ArrayList<>(range.end() / 8 - range.start() / 8 + 4);
    int at = range.start();
    while (at < range.end()) {
      int c = text.codePointAt(at);
      if (Script.isUnspaced(c)) {
        at = unspaced(text, at, range.end(), words);
      } else if (isAddress(text, at, range.end())) {
        int end = endOfAddress(text, at, range.end());
        words.add(new Word(at, end, Form.ADDRESS, "", "", false));
        at = end;
      } else if (Character.isLetterOrDigit(c) || isDotName(text, at, range.end())) {
        at = spaced(text, at, range.end(), words);
      } else {
        at += Character.charCount(c);
      }
    }
    return words;
  }

  private static boolean isDotName(String text, int at, int end) {
    return text.charAt(at) == '.'
        && at + 2 < end
        && Character.isUpperCase(text.charAt(at + 1))
        && Character.isUpperCase(text.charAt(at + 2))
        && (at == 0 || Range.isBlank(text.charAt(at - 1)));
  }

  private static boolean isAddress(String text, int at, int end) {
    if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
      return false;
    }
    char c = text.charAt(at);
    return switch (c) {
      case 'h', 'H' ->
          text.regionMatches(true, at, "http://", 0, 7)
              || text.regionMatches(true, at, "https://", 0, 8);
      case 'w', 'W' -> text.regionMatches(true, at, "www.", 0, 4);
      case '@' -> at + 1 < end && Character.isLetterOrDigit(text.charAt(at + 1));
      case '/' ->
          at + 1 < end
              && Character.isLetter(text.charAt(at + 1))
              && (at == 0 || Range.isBlank(text.charAt(at - 1)));
      default -> false;
    };
  }

  private static int endOfAddress(String text, int at, int end) {
    int to = at;
    while (to < end && !Range.isBlank(text.charAt(to)) && "<>\"`”»".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    while (to > at + 1 && ".,;:!?)]}'’".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return to;
  }

  private int spaced(String text, int at, int end, List<Word> words) {
    int to = at;
    boolean letters = false;
    while (to < end) {
      int c = text.codePointAt(to);
      if (isPart(c) && !Script.isUnspaced(c)) {
        letters |= Character.isLetter(c);
        to += Character.charCount(c);
      } else if (to == at || joins(text, at, to, end)) {
        to++;
      } else {
        break;
      }
    }
    if (to < end && text.charAt(to) == '@') {
      int address = endOfAddress(text, at, end);
      words.add(new Word(at, address, Form.ADDRESS, "", "", false));
      return address;
    }
    to = endOfSymbols(text, to, end, letters);
    add(text, at, trimUnderscores(text, at, to), words);
    return to;
  }

  private static boolean isAsciiLetter(int c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  private static boolean isPart(int c) {
    if (c < 0x80) {
      return isAsciiLetter(c) || (c >= '0' && c <= '9') || c == '_';
    }
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /** Whether the character at {@code to} holds two parts of one word together. */
  private boolean joins(String text, int at, int to, int end) {
    if (to + 1 >= end || !isPart(text.charAt(to + 1))) {
      return false;
    }
    char next = text.charAt(to + 1);
    return switch (text.charAt(to)) {
      case '-', '\u2010', '\u2011', '.', '\u00ad', '\u200d', '\u200c' -> true;
      case '\'', '’' -> !language.elides() && Character.isLetter(next);
      case ',', ':' ->
          Character.isDigit(next) && Character.isDigit(text.charAt(to - 1)) && to - at <= 12;
      case '/', '&' -> isShortPair(text, at, to, end);
      default -> false;
    };
  }

  /** {@code CI/CD}, {@code I/O}, {@code TCP/IP}; but not {@code Docker/Podman}. */
  private static boolean isShortPair(String text, int at, int to, int end) {
    int stop = to + 1;
    while (stop < end && isPart(text.charAt(stop))) {
      stop++;
    }
    if (to - at > 3 || stop - to > 4) {
      return false;
    }
    for (int i = at; i < stop; i++) {
      if (i != to && !Character.isUpperCase(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static int endOfSymbols(String text, int to, int end, boolean letters) {
    int stop = to;
    while (letters && stop < end && stop < to + 2 && text.charAt(stop) == '+') {
      stop++;
    }
    if (letters && stop == to && stop < end && text.charAt(stop) == '#') {
      stop++;
    }
    boolean free = stop == end || (!isPart(text.charAt(stop)) && text.charAt(stop) != '+');
    return free && (stop != to + 1 || text.charAt(to) == '#') ? stop : to;
  }

  private static int trimUnderscores(String text, int at, int to) {
    int end = to;
    while (end > at && text.charAt(end - 1) == '_') {
      end--;
    }
    return end;
  }

  private void add(String text, int at, int end, List<Word> words) {
    int start = at;
    while (start < end && text.charAt(start) == '_') {
      start++;
    }
    if (start == end) {
      return;
    }
    if (end - start > LONGEST) {
      words.add(new Word(start, end, Form.ADDRESS, "", "", false));
      return;
    }
    String lower = lower(text, start, end);
    int to = end;
    if (lower.endsWith("'s") && lower.length() > 3 && !language.isStop(lower)) {
      lower = lower.substring(0, lower.length() - 2);
      to = end - 2;
    }
    boolean korean = Korean.ends(lower);
    if (korean) {
      int particle = Korean.particle(lower);
      lower = lower.substring(0, lower.length() - particle);
      to -= particle;
    }
    boolean number = isNumber(lower);
    boolean stop =
        number
            || language.isStop(lower)
            || isFragment(text.substring(start, to))
            || (korean && Korean.isStop(lower));
    String stem = stop ? lower : stemmer.stem(withoutPlural(text, start, lower));
    words.add(new Word(start, to, number ? Form.NUMBER : Form.LETTERS, lower, stem, stop));
  }

  /** {@code VMs} is a plural although it is short. */
  private static String withoutPlural(String text, int start, String lower) {
    int last = lower.length() - 1;
    if (last < 2 || last > 6 || lower.charAt(last) != 's' || text.charAt(start + last) != 's') {
      return lower;
    }
    for (int i = start; i < start + last; i++) {
      if (!Character.isUpperCase(text.charAt(i)) && !Character.isDigit(text.charAt(i))) {
        return lower;
      }
    }
    return lower.substring(0, last);
  }

  /** A single letter is a name only with a symbol behind it, or as one of two languages. */
  private static boolean isFragment(String form) {
    boolean letter = form.length() == 1 && !form.equals("C") && !form.equals("R");
    return letter || isAbbreviation(form);
  }

  /** {@code z.B}, {@code U.S}: between dots are two letters at most. */
  private static boolean isAbbreviation(String form) {
    int part = 0;
    for (int i = 0; i < form.length(); i++) {
      part = form.charAt(i) == '.' ? 0 : part + 1;
      if (part > 2) {
        return false;
      }
    }
    return form.indexOf('.') > 0;
  }

  private static boolean isNumber(String lower) {
    int i = 0;
    while (i < lower.length() && !Character.isLetter(lower.charAt(i))) {
      i++;
    }
    if (lower.charAt(0) == 'v' && lower.length() > 1 && Character.isDigit(lower.charAt(1))) {
      return true;
    }
    return i > 0
        && Character.isDigit(lower.charAt(0))
        && (i == lower.length() || UNITS.contains(lower.substring(i)));
  }

  private int unspaced(String text, int at, int end, List<Word> words) {
    int c = text.codePointAt(at);
    int kind = kind(c);
    int to = at;
    while (to < end) {
      int next = text.codePointAt(to);
      boolean same = kind(next) == kind || (next == 'ー' && kind != 0);
      if (!Script.isUnspaced(next) || !same) {
        break;
      }
      to += Character.charCount(next);
    }
    if (kind == 2) {
      String lower = text.substring(at, to);
      words.add(new Word(at, to, Form.LETTERS, lower, lower, to - at < 2));
    } else {
      pairs(text, at, to, kind == 1, words);
    }
    return to;
  }

  private static int kind(int c) {
    return Script.isHiragana(c) ? 1 : Script.isKatakana(c) ? 2 : Script.isHan(c) ? 3 : 0;
  }

  private void pairs(String text, int at, int end, boolean stop, List<Word> words) {
    int first = at;
    do {
      int second = next(text, first, end);
      int to = next(text, second, end);
      String pair = text.substring(first, to);
      boolean grammar = stop || (chinese && pair.codePoints().anyMatch(Words::isGrammar));
      words.add(new Word(first, to, Form.PIECE, pair, pair, grammar));
      first = second;
    } while (next(text, first, end) < end);
  }

  private static int next(String text, int at, int end) {
    return at < end ? at + Character.charCount(text.codePointAt(at)) : end;
  }

  /** Whether a character of a script without spaces only serves grammar. */
  private static boolean isGrammar(int c) {
    return UNSPACED_STOPS.indexOf(c) >= 0;
  }

  /** Whether a character may be part of a noun: in Japanese, grammar is written in hiragana. */
  public static boolean isUnspacedNoun(char c, boolean chinese) {
    return (Script.isHan(c) || Script.isKatakana(c)) && !(chinese && isGrammar(c));
  }

  /** Whether a character is Chinese. */
  public static boolean isHan(int c) {
    return Script.isHan(c);
  }

  /** Lower case, the same everywhere, with straight apostrophes. */
  static String lower(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
        return text.substring(start, end).replace('’', '\'').toLowerCase(Locale.ROOT);
      }
    }
    return text.substring(start, end);
  }
}
