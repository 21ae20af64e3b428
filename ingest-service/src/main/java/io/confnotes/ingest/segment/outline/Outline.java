package io.confnotes.ingest.segment.outline;

import io.confnotes.ingest.segment.line.SectionTitle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a document is divided into: its headings as a tree. */
public final class Outline {

  /**
   * A heading and how far it reaches.
   *
   * @param index which of the headings it is
   * @param level 0 for the document's title, else 1 to 6
   * @param parent index of the heading that it is below; -1 where there is none
   * @param end index of the first row behind everything below
   * @param bodyEnd index of the row of the next heading of any level
   */
  public record Heading(int index, int row, int level, int parent, int end, int bodyEnd) {}

  private final List<Heading> headings = new ArrayList<>();

  public Outline(List<Row> rows) {
    int title = titleRow(rows);
    int[] starts = IntStream.range(0, rows.size()).filter(i -> rows.get(i).isHeading()).toArray();
    int[] levels =
        Arrays.stream(starts).map(row -> row == title ? 0 : rows.get(row).level()).toArray();
    int[] parents = new int[starts.length];
    int[] ends = new int[starts.length];
    Arrays.fill(ends, rows.size());
    for (int i = 0; i < starts.length; i++) {
      int above = i - 1;
      while (above >= 0 && levels[above] >= levels[i]) {
        ends[above] = starts[i];
        above = parents[above];
      }
      parents[i] = above;
    }
    for (int i = 0; i < starts.length; i++) {
      int next = i + 1 < starts.length ? starts[i + 1] : rows.size();
      headings.add(new Heading(i, starts[i], levels[i], parents[i], ends[i], next));
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
  public List<Heading> headings() {
    return headings;
  }

  /** The heading that a row is below, or null before the first. */
  public @Nullable Heading above(int row) {
    int from = 0;
    int to = headings.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (headings.get(middle).row() <= row) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from == 0 ? null : headings.get(from - 1);
  }
}
