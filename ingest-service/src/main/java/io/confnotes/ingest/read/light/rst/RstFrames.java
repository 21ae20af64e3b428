package io.confnotes.ingest.read.light.rst;

import io.confnotes.ingest.read.text.Block.Kind;
import java.util.ArrayDeque;
import java.util.Deque;

/** What a line is in, told by its indentation: items, quotes, and what belongs to directives. */
final class RstFrames {

  /** What the lines within a frame are. */
  enum Role {
    ITEM,
    QUOTE,
    /** Neither more nor less than what it would be outside. */
    BODY,
    CODE,
    HTML,
    DROPPED
  }

  private static final class Frame {
    final Role role;
    final int least;
    int base;

    Frame(Role role, int least, int base) {
      this.role = role;
      this.least = least;
      this.base = base;
    }
  }

  private static final int UNKNOWN = -1;

  private final Deque<Frame> frames = new ArrayDeque<>();
  private final Frame root = new Frame(Role.BODY, 0, 0);
  private int items;
  private int quotes;

  /**
   * Enters a frame.
   *
   * @param least the first column at which a line belongs to it
   * @param base the column of its text
   */
  void enter(Role role, int least, int base) {
    frames.push(new Frame(role, least, base));
    count(role, 1);
  }

  /** Enters a frame that its first line will tell the column of. */
  void enter(Role role, int least) {
    enter(role, least, UNKNOWN);
  }

  private void count(Role role, int step) {
    items += role == Role.ITEM ? step : 0;
    quotes += role == Role.QUOTE ? step : 0;
  }

  /** Leaves what a line at this column is no longer in; whether that was anything. */
  boolean leave(int indent) {
    int before = frames.size();
    while (!frames.isEmpty() && frames.peek().least > indent) {
      count(frames.pop().role, -1);
    }
    return frames.size() < before;
  }

  /** Whether a line at this column stands further in than the text around it. */
  boolean isDeeper(int indent) {
    Frame inner = inner();
    if (inner.base == UNKNOWN || indent < inner.base) {
      inner.base = indent;
    }
    return indent > inner.base;
  }

  private Frame inner() {
    return frames.isEmpty() ? root : frames.peek();
  }

  boolean isOutermost() {
    return frames.isEmpty();
  }

  Role role() {
    return inner().role;
  }

  /** The column of the text around. */
  int base() {
    return inner().base;
  }

  /** What a paragraph here is. */
  Kind kind() {
    return items > 0 ? Kind.LIST_ITEM : quotes > 0 ? Kind.QUOTE : Kind.PARAGRAPH;
  }

  /** The depth of the list here; 0 outside of lists. */
  int depth() {
    return items;
  }
}
