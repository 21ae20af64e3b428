package io.confnotes.summary.analyse;

/**
 * A part of a reading text.
 *
 * @param start the first code point of the part, counted from 0
 * @param end the first code point after the part
 */
public record Span(int start, int end) {

  /** Refuses a span that ends before it starts, or starts before the text does. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("A span needs 0 <= start <= end: " + start + ".." + end);
    }
  }

  /** The number of code points. */
  public int length() {
    return end - start;
  }
}
