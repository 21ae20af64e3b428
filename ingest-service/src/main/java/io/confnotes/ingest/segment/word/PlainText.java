package io.confnotes.ingest.segment.word;

/** Small questions about a line of text. */
public final class PlainText {

  private PlainText() {}

  /** Words; in scripts without spaces two signs count as one. */
  public static int words(String text) {
    int words = 0;
    int dense = 0;
    boolean inside = false;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      boolean cjk = Cjk.isSign(c);
      dense += cjk ? 1 : 0;
      boolean letter = !cjk && Character.isLetterOrDigit(c);
      boolean part = letter || (inside && "'’-.".indexOf(c) >= 0);
      words += part && !inside ? 1 : 0;
      inside = part;
    }
    return words + (dense + 1) / 2;
  }

  public static boolean isLettersOnly(String text) {
    return text.codePoints().allMatch(c -> Character.isLetter(c) || " -'’.".indexOf(c) >= 0);
  }

  /** Whether it begins with an address, or has one with its scheme anywhere. */
  public static boolean hasAddress(String text) {
    return text.startsWith("www.") || text.contains("://");
  }

  public static boolean hasDigit(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        return true;
      }
    }
    return false;
  }

  public static boolean hasLetters(String text) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      if (Character.isLetter(text.codePointAt(at))) {
        return true;
      }
    }
    return false;
  }

  /** Whether there are at least two letters or digits. */
  public static boolean hasSeveralLetters(String text) {
    int letters = 0;
    for (int at = 0; at < text.length() && letters < 2; ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      letters += Character.isLetterOrDigit(c) ? 1 : 0;
    }
    return letters == 2;
  }

  /** The text with every run of white space as one space, and none around it. */
  public static String collapsed(String text) {
    return isCollapsed(text) ? text : collapse(text);
  }

  private static boolean isCollapsed(String text) {
    boolean space = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c) && (space || c != ' ')) {
        return false;
      }
      space = c == ' ';
    }
    return !space;
  }

  private static String collapse(String text) {
    StringBuilder collapsed = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isSpace(c)) {
        collapsed.append(c);
      } else if (!collapsed.isEmpty() && collapsed.charAt(collapsed.length() - 1) != ' ') {
        collapsed.append(' ');
      }
    }
    return collapsed.toString().strip();
  }

  private static boolean isSpace(char c) {
    return c <= ' ' ? Character.isWhitespace(c) : c > '~' && isWideSpace(c);
  }

  private static boolean isWideSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00A0' || c == '\u200B';
  }
}
