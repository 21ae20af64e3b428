package io.confnotes.ingest.segment.word;

import java.lang.Character.UnicodeScript;

/** The signs that Chinese, Japanese and Korean are written with. */
public final class Cjk {

  private Cjk() {}

  /** Whether a text has any of them. */
  public static boolean isIn(String text) {
    for (int at = 0; at < text.length(); at++) {
      // All of them are behind this; most texts have nothing there
      if (text.charAt(at) >= 0x2E80 && isSign(text.codePointAt(at))) {
        return true;
      }
    }
    return false;
  }

  public static boolean isSign(int codePoint) {
    if (codePoint < 0x2E80) {
      return false;
    }
    UnicodeScript script = UnicodeScript.of(codePoint);
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.HANGUL;
  }
}
