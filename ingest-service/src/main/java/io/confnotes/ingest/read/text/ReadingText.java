package io.confnotes.ingest.read.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Collects the reading text of a format with markup. Offsets are UTF-16 units until {@link
 * #finish}.
 */
public final class ReadingText {

  private record PendingBlock(
      Block.Kind kind, int level, int start, int end, int firstLine, int lastLine) {}

  private record PendingMark(Mark.Kind kind, int start, int end, String target) {}

  private record OpenMark(Mark.Kind kind, int start, String target) {}

  private final StringBuilder text = new StringBuilder();
  private final List<PendingBlock> blocks = new ArrayList<>();
  private final List<PendingMark> marks = new ArrayList<>();
  private final Deque<OpenMark> openMarks = new ArrayDeque<>();
  private int blockStart;

  /** Begins a block: what was written before and belongs to no block is dropped. */
  public void startBlock() {
    int last = blocks.isEmpty() ? 0 : blocks.getLast().end();
    text.setLength(last);
    if (last > 0) {
      text.append("\n\n");
    }
    blockStart = text.length();
  }

  public void append(String more) {
    text.append(more);
  }

  /** Ends the line, without spaces before the line end and never with two in a row at the start. */
  public void newLine() {
    while (text.length() > blockStart && isSpace(text.charAt(text.length() - 1))) {
      text.setLength(text.length() - 1);
    }
    if (text.length() > blockStart) {
      text.append('\n');
    }
  }

  /** Ends a cell of a table row that holds text already, without a space before the tab. */
  public void newCell() {
    if (text.length() > blockStart) {
      text.setLength(text.length() - (text.charAt(text.length() - 1) == ' ' ? 1 : 0));
      text.append('\t');
    }
  }

  /** Appends text with every run of white space as one space. */
  public void appendCollapsed(String more) {
    for (int i = 0; i < more.length(); i++) {
      char c = more.charAt(i);
      if (c != ' ' && !Character.isWhitespace(c)) {
        text.append(c);
      } else if (text.length() > blockStart && !endsWithSpace()) {
        text.append(' ');
      }
    }
  }

  /** What the block begun last holds so far. */
  public String block() {
    return text.substring(blockStart);
  }

  public boolean blockIsEmpty() {
    return text.length() == blockStart;
  }

  public boolean blockEndsWithNewLine() {
    return text.length() > blockStart && text.charAt(text.length() - 1) == '\n';
  }

  private boolean endsWithSpace() {
    char last = text.charAt(text.length() - 1);
    return last == ' ' || last == '\n' || last == '\t';
  }

  public void openMark(Mark.Kind kind, String target) {
    openMarks.push(new OpenMark(kind, text.length(), target));
  }

  public void closeMark() {
    OpenMark mark = openMarks.pop();
    int start = Math.max(mark.start(), blockStart);
    if (text.length() > start) {
      marks.add(new PendingMark(mark.kind(), start, text.length(), mark.target()));
    }
  }

  /** Ends the block begun last; one without text is dropped. */
  public void endBlock(Block.Kind kind, int level, int firstLine, int lastLine) {
    int start = blockStart;
    int end = text.length();
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    if (start < end) {
      blocks.add(
          new PendingBlock(kind, level, start, end, firstLine, Math.max(firstLine, lastLine)));
    }
    text.setLength(blocks.isEmpty() ? 0 : blocks.getLast().end());
    blockStart = text.length();
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00A0' || c == '\u200B';
  }

  public Reading finish(Format format) {
    text.setLength(blocks.isEmpty() ? 0 : blocks.getLast().end());
    String reading = text.toString();
    CodePoints points = CodePoints.of(reading);
    List<Block> finished = new ArrayList<>(blocks.size());
    for (PendingBlock b : blocks) {
      Span span = new Span(points.toCodePoint(b.start()), points.toCodePoint(b.end()));
      finished.add(new Block(b.kind(), b.level(), span, b.firstLine(), b.lastLine()));
    }
    return new Reading(format, reading, finished, finishMarks(reading.length(), points));
  }

  private List<Mark> finishMarks(int length, CodePoints points) {
    List<Mark> finished = new ArrayList<>(marks.size());
    for (PendingMark m : marks) {
      int end = Math.min(m.end(), length);
      if (m.start() < end) {
        Span span = new Span(points.toCodePoint(m.start()), points.toCodePoint(end));
        finished.add(new Mark(m.kind(), span, m.target()));
      }
    }
    finished.sort(Comparator.comparingInt(mark -> mark.span().start()));
    return finished;
  }
}
