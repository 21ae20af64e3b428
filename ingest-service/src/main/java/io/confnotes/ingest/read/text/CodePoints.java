package io.confnotes.ingest.read.text;

/** Converts between UTF-16 offsets and code points of one text; each conversion is O(1). */
public final class CodePoints {

  private static final int[] IDENTITY = {};

  private final int[] codePointAt;
  private final int[] utf16At;

  private CodePoints(int[] codePointAt, int[] utf16At) {
    this.codePointAt = codePointAt;
    this.utf16At = utf16At;
  }

  /** Prepares a text, in one pass. */
  public static CodePoints of(String text) {
    int count = text.codePointCount(0, text.length());
    if (count == text.length()) {
      return new CodePoints(IDENTITY, IDENTITY);
    }
    int[] codePointAt = new int[text.length() + 1];
    int[] utf16At = new int[count + 1];
    int codePoint = 0;
    for (int at = 0; at < text.length(); codePoint++) {
      int width = Character.charCount(text.codePointAt(at));
      utf16At[codePoint] = at;
      for (int i = 0; i < width; i++) {
        codePointAt[at + i] = codePoint;
      }
      at += width;
    }
    codePointAt[text.length()] = count;
    utf16At[count] = text.length();
    return new CodePoints(codePointAt, utf16At);
  }

  /** The code point that the UTF-16 unit at this offset belongs to. */
  public int toCodePoint(int utf16) {
    return codePointAt.length == 0 ? utf16 : codePointAt[utf16];
  }

  /** The offset of a code point's first UTF-16 unit. */
  public int toUtf16(int codePoint) {
    return utf16At.length == 0 ? codePoint : utf16At[codePoint];
  }
}
