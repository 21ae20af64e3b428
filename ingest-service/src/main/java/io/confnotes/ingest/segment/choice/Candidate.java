package io.confnotes.ingest.segment.choice;

import io.confnotes.ingest.segment.line.TitleKind;
import io.confnotes.ingest.segment.opening.Opening;
import io.confnotes.ingest.segment.outline.Outline.Heading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A heading, or a line that could open a talk, with what is below it and what speaks for it. */
final class Candidate {

  private static final int LINE = 7;

  /** How many levels there are, that of lines included. */
  static final int LEVELS = LINE + 1;

  final int row;

  /** 0 for the document's title, 1 to 6 for headings, above that for lines. */
  final int level;

  final @Nullable Candidate parent;
  final List<Candidate> children = new ArrayList<>();

  /** Index of the first row behind everything below. */
  final int end;

  /** Index of the next heading of any level. */
  final int bodyEnd;

  @Nullable Opening opening;

  /** What the title of what it opens says. */
  @Nullable TitleKind kind;

  /** Whether the prose below speaks of a talk. */
  boolean told;

  /** Log-odds that it opens a talk. */
  double odds;

  private Candidate(int row, int level, @Nullable Candidate parent, int end, int bodyEnd) {
    this.row = row;
    this.level = level;
    this.parent = parent;
    this.end = end;
    this.bodyEnd = bodyEnd;
  }

  /** The headings as a tree, in the order of the text; nothing is known of what they open. */
  static List<Candidate> of(List<Heading> headings) {
    List<Candidate> candidates = new ArrayList<>();
    for (Heading heading : headings) {
      Candidate parent = heading.parent() < 0 ? null : candidates.get(heading.parent());
      Candidate candidate =
          new Candidate(heading.row(), heading.level(), parent, heading.end(), heading.bodyEnd());
      if (parent != null) {
        parent.children.add(candidate);
      }
      candidates.add(candidate);
    }
    return candidates;
  }

  /** A line below a heading, not yet among the heading's children. */
  static Candidate line(Opening opening, @Nullable Candidate parent, int end) {
    Candidate line = new Candidate(opening.row(), LINE, parent, end, end);
    line.opens(opening);
    return line;
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
    for (Candidate above = parent; above != null; above = above.parent) {
      depth++;
    }
    return depth;
  }

  boolean isLine() {
    return level == LINE;
  }
}
