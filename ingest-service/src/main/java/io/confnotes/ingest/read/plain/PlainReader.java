package io.confnotes.ingest.read.plain;

import io.confnotes.ingest.read.text.Block;
import io.confnotes.ingest.read.text.Block.Kind;
import io.confnotes.ingest.read.text.CodePoints;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.read.text.Mark;
import io.confnotes.ingest.read.text.Reading;
import io.confnotes.ingest.read.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain text. The reading text is the source itself; blocks come from bullets, blank lines,
 * and from lines that belong together: text that lost its markup is often broken apart where inline
 * code was, or wrapped at a fixed width.
 */
public final class PlainReader {

  private static final int INFERRED_LEVEL = 6;
  private static final int DEEPEST_LIST = 32;

  /**
   * A list that is open.
   *
   * @param indent twice its own, so that there is room between two
   */
  private record ListLevel(int indent, boolean numbered) {}

  private final String text;
  private final CodePoints points;
  private final List<PlainPiece> pieces;
  private final boolean wrapped;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private final Deque<ListLevel> lists = new ArrayDeque<>();
  private @Nullable PlainBlock open;
  private boolean fenced;

  public PlainReader(String text) {
    this.text = text;
    this.points = CodePoints.of(text);
    this.pieces = PlainPiece.of(text);
    this.wrapped = PlainPiece.wrapped(pieces);
  }

  public Reading read() {
    for (int i = 0; i < pieces.size(); i++) {
      take(pieces.get(i), i + 1 < pieces.size() ? pieces.get(i + 1) : null);
    }
    close();
    return new Reading(Format.PLAIN, text, blocks, marks);
  }

  private void take(PlainPiece piece, @Nullable PlainPiece next) {
    if (piece.afterBlank() && !fenced) {
      close();
    }
    String line = piece.text();
    if (line.startsWith("```")) {
      close();
      fenced = !fenced;
    } else if (fenced) {
      extendOrStart(Kind.CODE, piece, 0);
    } else if (PlainLine.underline(line) > 0 && open != null && open.underline(piece)) {
      start(Kind.HEADING, PlainLine.underline(line), takeBack(), 0);
      close();
    } else if (PlainLine.isRule(line)) {
      close();
    } else {
      takeText(piece, next);
    }
  }

  private void takeText(PlainPiece piece, @Nullable PlainPiece next) {
    String line = piece.text();
    int hashes = PlainLine.hashes(line);
    int bullet = PlainLine.bulletLength(line);
    if (hashes > 0) {
      start(Kind.HEADING, hashes, piece, hashes);
      close();
    } else if (PlainLine.textile(line) > 0) {
      start(Kind.HEADING, PlainLine.textile(line), piece, "h1.".length());
      close();
    } else if (line.startsWith(">")) {
      extendOrStart(Kind.QUOTE, piece, 1);
    } else if (bullet > 0 && isNumberedHeading(piece, next, bullet)) {
      start(Kind.HEADING, INFERRED_LEVEL, piece, bullet);
      open().inferred = true;
    } else if (bullet > 0) {
      start(Kind.LIST_ITEM, depth(piece), piece, bullet);
    } else if (open != null && open.continuesWith(piece, next, wrapped)) {
      open.extend(piece);
    } else if (next != null && PlainLine.couldBeHeading(line)) {
      start(Kind.HEADING, INFERRED_LEVEL, piece, 0);
      open().inferred = true;
    } else {
      start(Kind.PARAGRAPH, 0, piece, 0);
    }
  }

  /** A number above a line that is no list item counts sections or talks. */
  private static boolean isNumberedHeading(
      PlainPiece piece, @Nullable PlainPiece next, int bullet) {
    return Character.isDigit(piece.text().charAt(0))
        && piece.afterBlank()
        && piece.indent() == 0
        && next != null
        && !next.afterBlank()
        && next.indent() == 0
        && PlainLine.bulletLength(next.text()) == 0
        && Character.isUpperCase(next.text().codePointAt(0))
        && PlainLine.couldBeHeading(piece.text().substring(bullet).strip());
  }

  private PlainBlock open() {
    if (open == null) {
      throw new IllegalStateException("No block is open");
    }
    return open;
  }

  private void extendOrStart(Kind kind, PlainPiece piece, int skip) {
    if (open != null && open.kind == kind) {
      open.extend(piece);
    } else {
      start(kind, 0, piece, skip);
    }
  }

  private void start(Kind kind, int level, PlainPiece piece, int skip) {
    close();
    open = new PlainBlock(kind, level, piece, skip);
    if (kind != Kind.LIST_ITEM) {
      lists.clear();
    }
  }

  /** Takes the open block, a single line, back to make a heading of it. */
  private PlainPiece takeBack() {
    PlainPiece only = open().first;
    open = null;
    return only;
  }

  private void close() {
    if (open == null) {
      return;
    }
    PlainBlock done = open;
    open = null;
    if (done.start < done.end) {
      Span span = new Span(points.toCodePoint(done.start), points.toCodePoint(done.end));
      blocks.add(new Block(done.kind, done.level, span, done.first.line(), done.lastLine));
      if (done.inferred) {
        marks.add(new Mark(Mark.Kind.INFERRED, span, ""));
      }
    }
  }

  private int depth(PlainPiece piece) {
    boolean numbered = Character.isDigit(piece.text().charAt(0));
    int indent = 2 * piece.indent();
    // Bullets right below a number are about it, even where they are not indented
    indent += !numbered && lists.contains(new ListLevel(indent, true)) ? 1 : 0;
    while (!lists.isEmpty() && lists.getLast().indent() > indent) {
      lists.removeLast();
    }
    boolean deeper = lists.isEmpty() || lists.getLast().indent() < indent;
    if (deeper && lists.size() < DEEPEST_LIST) {
      lists.addLast(new ListLevel(indent, numbered));
    }
    return lists.size();
  }
}
