package io.confnotes.summary.analyse.text;

import java.lang.Character.UnicodeScript;
import java.util.Map;

/** The scripts that say something about the language. */
enum Script {
  LATIN("und", 1),
  CYRILLIC("und", 1),
  HAN("zh", 3),
  KANA("ja", 3),
  HANGUL("ko", 3),
  GREEK("el", 1),
  HEBREW("he", 1),
  ARABIC("ar", 1),
  PERSIAN("fa", 1),
  DEVANAGARI("hi", 1),
  THAI("th", 1),
  OTHER("und", 1);

  private static final int SAMPLE = 20_000;

  private final String language;
  private final int weight;

  Script(String language, int weight) {
    this.language = language;
    this.weight = weight;
  }

  /** The language most texts in the script are written in. */
  String language() {
    return language;
  }

  /** Adds the letters of a text to the counts. */
  static void count(String text, Map<Script, Integer> letters) {
    int end = Math.min(text.length(), SAMPLE);
    int ascii = 0;
    for (int i = 0; i < end; i++) {
      int c = text.codePointAt(i);
      if (c < 0x80) {
        ascii += (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? 1 : 0;
      } else if (Character.isLetter(c)) {
        letters.merge(of(c), 1, Integer::sum);
      }
      i += Character.charCount(c) - 1;
    }
    letters.merge(LATIN, ascii, Integer::sum);
  }

  /** The script most of a text is written in: a letter that is a syllable or word counts more. */
  static Script mostOf(Map<Script, Integer> letters) {
    Script most = OTHER;
    for (Script script : values()) {
      if (letters.getOrDefault(script, 0) * script.weight
          > letters.getOrDefault(most, 0) * most.weight) {
        most = script;
      }
    }
    int kana = letters.getOrDefault(KANA, 0);
    boolean japanese = most == HAN && kana * 10 > letters.getOrDefault(HAN, 0);
    boolean persian =
        most == ARABIC && letters.getOrDefault(PERSIAN, 0) * 50 > letters.getOrDefault(ARABIC, 0);
    return japanese ? KANA : persian ? PERSIAN : most;
  }

  private static Script of(int c) {
    if ("پچگژک".indexOf(c) >= 0) {
      return PERSIAN;
    }
    return switch (UnicodeScript.of(c)) {
      case LATIN -> LATIN;
      case CYRILLIC -> CYRILLIC;
      case HAN -> HAN;
      case HIRAGANA, KATAKANA -> KANA;
      case HANGUL -> HANGUL;
      case GREEK -> GREEK;
      case HEBREW -> HEBREW;
      case ARABIC -> ARABIC;
      case DEVANAGARI -> DEVANAGARI;
      case THAI -> THAI;
      default -> OTHER;
    };
  }

  /** Whether words of the script are not kept apart by spaces. */
  static boolean isUnspaced(int c) {
    return c >= 0x0e00
        && (isHan(c)
            || isHiragana(c)
            || isKatakana(c)
            || (c >= 0x0e00 && c <= 0x0eff)
            || (c >= 0x1000 && c <= 0x109f)
            || (c >= 0x1780 && c <= 0x17ff));
  }

  static boolean isHan(int c) {
    return (c >= 0x4e00 && c <= 0x9fff)
        || (c >= 0x3400 && c <= 0x4dbf)
        || (c >= 0x20000 && c <= 0x3ffff)
        || (c >= 0xf900 && c <= 0xfaff)
        || c == '々';
  }

  static boolean isHiragana(int c) {
    return c >= 0x3041 && c <= 0x309f;
  }

  static boolean isKatakana(int c) {
    return (c >= 0x30a1 && c <= 0x30ff && c != '・') || (c >= 0xff66 && c <= 0xff9f);
  }
}
