package io.confnotes.summary.store.document;

/** A text that is addressed by code points. A slice costs its own length, not the text's. */
final class CodePointText {
  private static final int STRIDE = 256;

  private final String text;
  private final int length;

  /** The index of every {@value #STRIDE}th code point; empty where each code point is one char. */
  private final int[] marks;

  CodePointText(String text) {
    this.text = text;
    this.length = text.codePointCount(0, text.length());
    this.marks = length == text.length() ? new int[0] : marks(text, length);
  }

  private static int[] marks(String text, int length) {
    int[] marks = new int[length / STRIDE + 1];
    int index = 0;
    for (int i = 1; i < marks.length; i++) {
      index = text.offsetByCodePoints(index, STRIDE);
      marks[i] = index;
    }
    return marks;
  }

  int length() {
    return length;
  }

  String slice(int start, int end) {
    return text.substring(index(start), index(end));
  }

  private int index(int codePoint) {
    return marks.length == 0
        ? codePoint
        : text.offsetByCodePoints(marks[codePoint / STRIDE], codePoint % STRIDE);
  }
}
