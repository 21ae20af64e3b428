package io.confnotes.ingest.segment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The headings of a document as a tree. */
final class Outline {

  /** A heading and what is below it. */
  static final class Node {
    final int row;
    final int level;
    final @Nullable Node parent;
    final List<Node> children = new ArrayList<>();

    /** Index of the first row behind everything below this heading. */
    int end;

    /** Index of the next heading of any level. */
    int bodyEnd;

    @Nullable Opening opening;
    boolean talk;
    int named;

    Node(int row, int level, @Nullable Node parent) {
      this.row = row;
      this.level = level;
      this.parent = parent;
    }

    boolean hasBody() {
      return bodyEnd > row + 1;
    }

    boolean hasNameHeading() {
      return opening != null && opening.nameInHeading();
    }

    double strength() {
      return opening == null ? 0 : opening.strength();
    }

    boolean hasContent() {
      return hasBody() || !children.isEmpty();
    }
  }

  private final List<Node> nodes = new ArrayList<>();

  Outline(List<Row> rows) {
    List<Node> path = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (!row.isHeading()) {
        continue;
      }
      while (!path.isEmpty() && path.getLast().level >= row.level()) {
        path.removeLast().end = i;
      }
      if (!nodes.isEmpty()) {
        nodes.getLast().bodyEnd = i;
      }
      Node node = new Node(i, row.level(), path.isEmpty() ? null : path.getLast());
      if (node.parent != null) {
        node.parent.children.add(node);
      }
      path.add(node);
      nodes.add(node);
    }
    path.forEach(node -> node.end = rows.size());
    if (!nodes.isEmpty()) {
      nodes.getLast().bodyEnd = rows.size();
    }
  }

  /** In the order of the text. */
  List<Node> nodes() {
    return nodes;
  }
}
