package io.confnotes.ingest.read.plain;

import io.confnotes.ingest.read.text.SourceLines;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of plain text without the white space around it, or a part of one where a bullet got stuck
 * to the line before.
 *
 * @param line line of the source, from 1
 * @param afterBlank whether a blank line comes before
 * @param indent columns before it
 * @param start UTF-16 offset of its first unit
 * @param end UTF-16 offset behind its last unit
 * @param text what is between
 */
record PlainPiece(int line, boolean afterBlank, int indent, int start, int end, String text) {

  private static final int NARROWEST_WRAP = 50;
  private static final int WIDEST_WRAP = 100;

  static List<PlainPiece> of(String source) {
    List<PlainPiece> pieces = new ArrayList<>();
    boolean blank = true;
    for (SourceLines.Line line : SourceLines.of(source)) {
      int start = line.start();
      int end = line.end();
      while (start < end && isBlank(source.charAt(start))) {
        start++;
      }
      while (end > start && isBlank(source.charAt(end - 1))) {
        end--;
      }
      if (start < end) {
        String text = source.substring(start, end);
        add(pieces, new PlainPiece(line.number(), blank, start - line.start(), start, end, text));
      }
      blank = start >= end;
    }
    return pieces;
  }

  /** Splits at bullets that follow a closing sign: ". - Next" and "the end.- Next". */
  private static void add(List<PlainPiece> pieces, PlainPiece whole) {
    int from = 0;
    String text = whole.text();
    for (int at = text.indexOf("- "); at > 0; at = text.indexOf("- ", at + 1)) {
      if (followsClosingSign(text, from, at)) {
        pieces.add(whole.part(from, at, from == 0 && whole.afterBlank()));
        from = at;
      }
    }
    pieces.add(from == 0 ? whole : whole.part(from, text.length(), false));
  }

  private static boolean followsClosingSign(String text, int from, int at) {
    if (".;!?".indexOf(text.charAt(at - 1)) >= 0) {
      return true;
    }
    boolean onlySigns = at - from <= 4 && text.charAt(at - 1) == ' ';
    for (int i = from; i < at && onlySigns; i++) {
      onlySigns = ".,;:!?) ".indexOf(text.charAt(i)) >= 0;
    }
    return onlySigns;
  }

  private PlainPiece part(int from, int to, boolean blank) {
    String part = text.substring(from, to).stripTrailing();
    int at = start + from;
    return new PlainPiece(line, blank, indent, at, at + part.length(), part);
  }

  /** Whether the text was wrapped at a fixed width, so that lines are no paragraphs. */
  static boolean wrapped(List<PlainPiece> pieces) {
    int followed = 0;
    int full = 0;
    int tooWide = 0;
    for (int i = 0; i + 1 < pieces.size(); i++) {
      PlainPiece piece = pieces.get(i);
      PlainPiece next = pieces.get(i + 1);
      int width = piece.indent() + piece.text().length();
      tooWide += width > WIDEST_WRAP ? 1 : 0;
      if (!next.afterBlank() && PlainLine.bulletLength(next.text()) == 0) {
        followed++;
        full += width >= NARROWEST_WRAP && width <= WIDEST_WRAP ? 1 : 0;
      }
    }
    return followed >= 4 && full * 2 >= followed && tooWide * 20 <= pieces.size();
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || PlainLine.isSpace(c) || c == '\u0000' || c == '\uFEFF';
  }
}
