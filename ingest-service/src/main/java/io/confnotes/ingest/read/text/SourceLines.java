package io.confnotes.ingest.read.text;

import java.util.ArrayList;
import java.util.List;

/** Splits a source into lines; a line ends with LF, CRLF or CR. */
public final class SourceLines {

  /**
   * A line of the source.
   *
   * @param number from 1
   * @param start UTF-16 offset of its first unit
   * @param end UTF-16 offset behind its last unit, without the line end
   */
  public record Line(int number, int start, int end) {}

  private SourceLines() {}

  public static List<Line> of(String source) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < source.length(); at++) {
      char c = source.charAt(at);
      if (c == '\n' || c == '\r') {
        lines.add(new Line(lines.size() + 1, start, at));
        if (c == '\r' && at + 1 < source.length() && source.charAt(at + 1) == '\n') {
          at++;
        }
        start = at + 1;
      }
    }
    if (start < source.length()) {
      lines.add(new Line(lines.size() + 1, start, source.length()));
    }
    return lines;
  }
}
