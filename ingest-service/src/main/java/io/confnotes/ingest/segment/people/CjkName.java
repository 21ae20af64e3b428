package io.confnotes.ingest.segment.people;

import io.confnotes.ingest.segment.word.Cjk;
import io.confnotes.ingest.segment.word.PlainText;
import io.confnotes.ingest.segment.word.WordList;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges names written in Chinese, Japanese or Korean. */
public final class CjkName {

  private static final List<String> HONORIFICS =
      List.of("先生", "老师", "老師", "教授", "博士", "女士", "さん", "さま", "様", "氏", "씨", "님");

  private static final Set<String> CHINESE_SURNAMES = WordList.of("chinese-surnames.txt");

  private static final Set<String> KOREAN_SURNAMES = WordList.of("korean-surnames.txt");
  private static final Set<String> JAPANESE_SURNAMES = WordList.of("japanese-surnames.txt");

  private static final Set<String> NO_NAMES = WordList.of("cjk-no-names.txt");

  private static final Pattern PARTICLE = Pattern.compile("[のはをとがで]");

  /** What titles have and companies have not: particles, a "by" at the end. */
  private static final Pattern NO_COMPANY = Pattern.compile("[をはがでに]| by $");

  private static final Pattern HAN_THEN_HIRAGANA =
      Pattern.compile("[\\p{IsHan}々]{1,3}\\p{IsHiragana}{2,3}");
  private static final int LONGEST_HONOURED = 8;
  private static final double HONOURED = 0.7;
  private static final double SURE = 0.8;
  private static final int LONGEST_COMPANY = 20;

  private CjkName() {}

  /**
   * Where the name begins behind a company: an honorific, or the shape of a full name, shows that
   * what stands in front of the last space is no surname.
   */
  static int startOfName(String text) {
    if (!mayHaveName(text)) {
      return 0;
    }
    String name = withoutHonorific(text);
    int start = Math.max(name.lastIndexOf(' '), name.lastIndexOf('\u3000')) + 1;
    if (start == 0 || start > LONGEST_COMPANY || !isCompany(name.substring(0, start))) {
      return 0;
    }
    String last = name.substring(start);
    boolean surname = name.length() < text.length() && JAPANESE_SURNAMES.contains(last);
    boolean whole = start > 2 && score(last) >= SURE;
    return surname || whole ? start : 0;
  }

  /** Saves the search in texts that have none of the signs such names are made of. */
  private static boolean mayHaveName(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x2E80 || text.charAt(i) == '·') {
        return true;
      }
    }
    return false;
  }

  private static boolean isCompany(String text) {
    return !NO_COMPANY.matcher(text).find()
        && text.codePoints()
            .allMatch(c -> Character.isLetterOrDigit(c) || Character.isWhitespace(c));
  }

  public static String withoutHonorific(String name) {
    if (name.isEmpty() || !Cjk.isSign(name.codePointBefore(name.length()))) {
      return name;
    }
    for (String honorific : HONORIFICS) {
      if (name.endsWith(honorific) && name.length() > honorific.length() + 1) {
        return name.substring(0, name.length() - honorific.length()).strip();
      }
    }
    return name;
  }

  /**
   * How sure a name is one.
   *
   * @param honoured whether an honorific followed it
   */
  public static double score(String name, boolean honoured) {
    double score = score(name);
    int points = name.codePointCount(0, name.length());
    boolean any = honoured && points <= LONGEST_HONOURED && !NO_NAMES.contains(name);
    return any ? Math.max(score, HONOURED) : score;
  }

  private static double score(String name) {
    String letters = name.replace(" ", "").replace("\u3000", "").replace("・", "").replace("·", "");
    boolean spaced = letters.length() < name.length();
    int count = letters.codePointCount(0, letters.length());
    if (NO_NAMES.contains(letters) || count < 2 || PlainText.hasDigit(letters)) {
      return 0;
    }
    if (only(letters, UnicodeScript.HAN)) {
      return han(letters, count, spaced);
    }
    if (only(letters, UnicodeScript.HANGUL)) {
      return hangul(letters, count);
    }
    boolean dotted = name.contains("・") || name.contains("·");
    if (only(letters, UnicodeScript.KATAKANA) || dotted) {
      return dotted && count <= 16 ? 0.85 : 0;
    }
    boolean surname = startsWithJapaneseSurname(letters);
    if (surname && count <= 6) {
      return PARTICLE.matcher(letters).find() ? 0.85 : 0.9;
    }
    return spaced && count <= 6 ? 0.5 : HAN_THEN_HIRAGANA.matcher(letters).matches() ? 0.3 : 0;
  }

  private static double han(String letters, int count, boolean spaced) {
    if (count > 5) {
      return 0;
    }
    if (startsWithJapaneseSurname(letters) && count >= 3) {
      return 0.9;
    }
    boolean surname = CHINESE_SURNAMES.contains(letters.substring(0, 1));
    if (count <= 3 && surname) {
      return 0.8;
    }
    return spaced ? 0.7 : count <= 4 ? 0.3 : 0;
  }

  private static double hangul(String letters, int count) {
    boolean surname = KOREAN_SURNAMES.contains(letters.substring(0, 1));
    return count == 3 && surname ? 0.75 : count >= 2 && count <= 4 && surname ? 0.5 : 0.2;
  }

  private static boolean startsWithJapaneseSurname(String letters) {
    return (letters.length() >= 2 && JAPANESE_SURNAMES.contains(letters.substring(0, 2)))
        || (letters.length() >= 3 && JAPANESE_SURNAMES.contains(letters.substring(0, 3)));
  }

  private static boolean only(String letters, UnicodeScript script) {
    return letters
        .codePoints()
        .allMatch(c -> UnicodeScript.of(c) == script || c == 'ー' || c == '々');
  }
}
