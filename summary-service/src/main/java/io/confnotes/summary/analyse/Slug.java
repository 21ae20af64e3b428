package io.confnotes.summary.analyse;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/**
 * The form of a name that identifies it in URLs and keys: lower case, accents folded, words joined
 * by hyphens. Letters and digits of every script are kept.
 *
 * <p>{@code +} and {@code #} after a letter or digit and a dot before the first letter are spelled
 * out, which keeps C, C++ and C#, or NET and .NET, apart: {@code c}, {@code c-plus-plus}, {@code
 * c-sharp}, {@code net}, {@code dot-net}.
 */
public final class Slug {

  private static final int MAXIMUM = 100;

  private Slug() {}

  /**
   * The slug of a name, at most 100 code points. A name without letters or digits gives the
   * hexadecimal numbers of its symbols ({@code u-1f40d}), a blank one the empty string.
   */
  public static String of(String name) {
    String normal = Normalizer.normalize(name, Normalizer.Form.NFKC);
    int[] points = normal.codePoints().toArray();
    StringBuilder slug = new StringBuilder(Math.min(normal.length() + 16, 4 * MAXIMUM));
    for (int i = 0; i < points.length && slug.length() <= 4 * MAXIMUM; i++) {
      append(slug, points, i);
    }
    String cut = cut(slug.toString());
    return cut.isEmpty() ? numbers(points) : cut;
  }

  private static void append(StringBuilder slug, int[] points, int i) {
    int point = points[i];
    if (isWordPart(point)) {
      fold(slug, point);
    } else if (isSpelledOut(points, i)) {
      separate(slug);
      slug.append(point == '+' ? "plus" : point == '#' ? "sharp" : "dot");
      separate(slug);
    } else if (point != '\'' && point != '’') {
      separate(slug);
    }
  }

  private static boolean isSpelledOut(int[] points, int i) {
    return switch (points[i]) {
      case '+', '#' -> i > 0 && (isWordPart(points[i - 1]) || points[i - 1] == points[i]);
      case '.' ->
          (i == 0 || Character.isWhitespace(points[i - 1]))
              && i + 1 < points.length
              && Character.isLetter(points[i + 1]);
      default -> false;
    };
  }

  private static boolean isWordPart(int point) {
    int type = Character.getType(point);
    return Character.isLetterOrDigit(point)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static void separate(StringBuilder slug) {
    if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
      slug.append('-');
    }
  }

  /** Accents go only from scripts in which they are decoration; elsewhere marks are letters. */
  private static void fold(StringBuilder slug, int point) {
    if (point < 0x80) {
      slug.append((char) Character.toLowerCase(point));
      return;
    }
    UnicodeScript script = UnicodeScript.of(point);
    if (script != UnicodeScript.LATIN && script != UnicodeScript.GREEK) {
      slug.appendCodePoint(Character.toLowerCase(point));
      return;
    }
    Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(letter -> appendLatin(slug, letter));
  }

  private static void appendLatin(StringBuilder slug, int letter) {
    switch (letter) {
      case 'ß' -> slug.append("ss");
      case 'æ' -> slug.append("ae");
      case 'œ' -> slug.append("oe");
      case 'ø' -> slug.append('o');
      case 'ł' -> slug.append('l');
      case 'đ', 'ð' -> slug.append('d');
      case 'þ' -> slug.append("th");
      case 'ı' -> slug.append('i');
      default -> slug.appendCodePoint(letter);
    }
  }

  private static String cut(String slug) {
    int end = slug.length();
    if (slug.codePointCount(0, end) > MAXIMUM) {
      end = slug.offsetByCodePoints(0, MAXIMUM);
      int hyphen = slug.lastIndexOf('-', end);
      end = hyphen > end / 2 ? hyphen : end;
    }
    while (end > 0 && slug.charAt(end - 1) == '-') {
      end--;
    }
    return slug.substring(0, end);
  }

  private static String numbers(int[] points) {
    StringBuilder slug = new StringBuilder();
    for (int point : points) {
      if (!Character.isWhitespace(point) && slug.length() < MAXIMUM - 10) {
        slug.append(slug.isEmpty() ? "u-" : "-").append(Integer.toHexString(point));
      }
    }
    return slug.toString();
  }
}
