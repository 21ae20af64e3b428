package io.confnotes.ingest.read.text;

/**
 * A stretch of the reading text, half open, in Unicode code points.
 *
 * @param start first code point, from 0
 * @param end code point behind the last one, at least {@code start}
 */
public record Span(int start, int end) {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "A span needs 0 <= start <= end, not [" + start + ", " + end + ")");
    }
  }

  /** The number of code points. */
  public int length() {
    return end - start;
  }
}
