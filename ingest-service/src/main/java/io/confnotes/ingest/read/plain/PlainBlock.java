package io.confnotes.ingest.read.plain;

import io.confnotes.ingest.read.text.Block.Kind;
import org.jspecify.annotations.Nullable;

/** A block of plain text while its lines are collected. */
final class PlainBlock {

  private static final int FULL_LINE = 45;
  private static final int LONG_LINE = 60;

  Kind kind;
  int level;
  final PlainPiece first;
  final int start;
  int end;
  int lastLine;
  boolean inferred;
  private PlainPiece last;

  PlainBlock(Kind kind, int level, PlainPiece first, int skip) {
    this.kind = kind;
    this.level = level;
    this.first = first;
    int from = Math.min(skip, first.text().length());
    while (from < first.text().length() && PlainLine.isSpace(first.text().charAt(from))) {
      from++;
    }
    this.start = first.start() + from;
    this.end = first.end();
    this.lastLine = first.line();
    this.last = first;
  }

  void extend(PlainPiece piece) {
    end = piece.end();
    lastLine = piece.line();
    last = piece;
    if (inferred) {
      inferred = false;
      kind = Kind.PARAGRAPH;
      level = 0;
    }
  }

  /** Whether a line of signs right below makes a heading of this block. */
  boolean underline(PlainPiece piece) {
    boolean oneLine = last.equals(first) && (kind == Kind.PARAGRAPH || kind == Kind.HEADING);
    return oneLine && !piece.afterBlank();
  }

  /** Whether a line is the rest of what this block began. */
  boolean continuesWith(PlainPiece piece, @Nullable PlainPiece next, boolean wrapped) {
    if (kind == Kind.CODE || kind == Kind.QUOTE || (kind == Kind.HEADING && !inferred)) {
      return false;
    }
    String before = last.text();
    String line = piece.text();
    if (PlainLine.startsWithClosingSign(line)) {
      return true;
    }
    if (kind == Kind.LIST_ITEM && piece.indent() > first.indent()) {
      return true;
    }
    boolean broken = !PlainLine.endsSentence(before);
    if (inferred && (PlainLine.words(before) < 2 || PlainLine.isTitleCase(before))) {
      return false;
    }
    boolean address = PlainLine.isAddress(line) && isNameLike(before);
    if ((broken || before.endsWith(":")) && PlainLine.startsInsideSentence(line) && !address) {
      return true;
    }
    boolean rest =
        next != null
            && !next.afterBlank()
            && PlainLine.startsInsideSentence(next.text())
            && !PlainLine.isAddress(next.text());
    if (broken && rest && PlainLine.isFragment(line)) {
      return true;
    }
    boolean paragraph = kind == Kind.PARAGRAPH && broken && before.length() > LONG_LINE;
    boolean full = wrapped && before.length() >= FULL_LINE;
    return (paragraph || full) && !isNameLike(line);
  }

  private static boolean isNameLike(String line) {
    return PlainLine.words(line) <= 5
        && PlainLine.isTitleCase(line)
        && PlainLine.couldBeHeading(line);
  }
}
