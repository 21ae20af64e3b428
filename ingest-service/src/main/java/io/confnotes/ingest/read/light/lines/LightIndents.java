package io.confnotes.ingest.read.light.lines;

import java.util.ArrayDeque;
import java.util.Deque;

/** The columns at which the items of nested lists begin. */
public final class LightIndents {

  private final Deque<Integer> indents = new ArrayDeque<>();

  /** The depth, from 1, of an item that begins at a column. */
  public int item(int indent) {
    while (!indents.isEmpty() && indents.peek() > indent) {
      indents.pop();
    }
    if (indents.isEmpty() || indents.peek() < indent) {
      indents.push(indent);
    }
    return indents.size();
  }

  /** The depth of the item that a line without bullet belongs to; 0 ends all lists. */
  public int depthBelow(int indent) {
    while (!indents.isEmpty() && indents.peek() >= indent) {
      indents.pop();
    }
    return indents.size();
  }

  public void clear() {
    indents.clear();
  }
}
