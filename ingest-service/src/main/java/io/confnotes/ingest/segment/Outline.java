package io.confnotes.ingest.segment;

import io.confnotes.ingest.segment.line.SectionTitle;
import io.confnotes.ingest.segment.line.TitleKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document is divided into: its headings as a tree, and lines that could open a talk. */
final class Outline {

  /** A heading, or a line that could open a talk, and what is below it. */
  static final class Node {
    final int row;

    /** 0 for the document's title, 1 to 6 for headings, {@link #LINE} for lines. */
    final int level;

    final @Nullable Node parent;
    final List<Node> children = new ArrayList<>();

    /** Index of the first row behind everything below. */
    int end;

    /** Index of the next heading of any level. */
    int bodyEnd;

    @Nullable Opening opening;

    /** What the title of what it opens says. */
    @Nullable TitleKind kind;

    /** Whether the prose below speaks of a talk. */
    boolean told;

    /** Log-odds that it opens a talk. */
    double odds;

    Node(int row, int level, @Nullable Node parent) {
      this.row = row;
      this.level = level;
      this.parent = parent;
    }

    /** A line below a heading, not yet among the heading's children. */
    static Node line(int row, @Nullable Node parent) {
      return new Node(row, LINE, parent);
    }

    /** Sets what it opens, if anything. */
    void opens(@Nullable Opening found) {
      opening = found;
      kind = found == null ? null : TitleKind.of(found.title());
    }

    /** Whether it opens something whose title can be a talk's. */
    boolean isTitled() {
      return kind == TitleKind.TALK;
    }

    /** How many headings it is below. */
    int depth() {
      int depth = 0;
      for (Node above = parent; above != null; above = above.parent) {
        depth++;
      }
      return depth;
    }

    boolean isLine() {
      return level == LINE;
    }
  }

  static final int LINE = 7;

  /** How many levels there are, that of lines included. */
  static final int LEVELS = LINE + 1;

  private final List<Node> nodes = new ArrayList<>();

  Outline(List<Row> rows) {
    int title = titleRow(rows);
    List<Node> path = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (!row.isHeading()) {
        continue;
      }
      int level = i == title ? 0 : row.level();
      while (!path.isEmpty() && path.getLast().level >= level) {
        path.removeLast().end = i;
      }
      if (!nodes.isEmpty()) {
        nodes.getLast().bodyEnd = i;
      }
      Node node = new Node(i, level, path.isEmpty() ? null : path.getLast());
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

  /**
   * The first heading where it has nothing of its own before the next one of its level, which has:
   * the document's title, whatever its level.
   *
   * @return -1 if there is no such heading
   */
  private static int titleRow(List<Row> rows) {
    int first = 0;
    while (first < rows.size() && !rows.get(first).isHeading()) {
      first++;
    }
    if (first == rows.size() || SectionTitle.isSection(rows.get(first).text())) {
      return -1;
    }
    int next = first + 1;
    while (next < rows.size() && next <= first + 2 && !rows.get(next).isHeading()) {
      boolean nothing = rows.get(next).linked() || MetaLine.isMeta(rows.get(next));
      if (!nothing) {
        return -1;
      }
      next++;
    }
    boolean title =
        next + 1 < rows.size()
            && rows.get(next).isHeading()
            && rows.get(next).level() == rows.get(first).level()
            && !rows.get(next + 1).isHeading();
    return title ? first : -1;
  }

  /** The headings, in the order of the text. */
  List<Node> headings() {
    return nodes;
  }

  /** The heading that a row is below, or null before the first. */
  @Nullable Node above(int row) {
    int from = 0;
    int to = nodes.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (nodes.get(middle).row <= row) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from == 0 ? null : nodes.get(from - 1);
  }
}
