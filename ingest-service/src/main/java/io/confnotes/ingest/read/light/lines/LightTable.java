package io.confnotes.ingest.read.light.lines;

import io.confnotes.ingest.read.text.Block.Kind;
import java.util.ArrayList;
import java.util.List;

/** Collects the cells of a row, which can take several lines; each row becomes a paragraph. */
public final class LightTable {

  private static final int MOST_CELLS = 100;

  private final LightBlocks blocks;
  private final List<StringBuilder> cells = new ArrayList<>();
  private int firstLine;
  private int lastLine;

  public LightTable(LightBlocks blocks) {
    this.blocks = blocks;
  }

  /** The cells of a line that begins with a bar and may end with one. */
  public static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    int from = 1;
    int bar = line.indexOf('|', from);
    while (bar >= 0 && cells.size() < MOST_CELLS) {
      cells.add(line.substring(from, bar).strip());
      from = bar + 1;
      bar = line.indexOf('|', from);
    }
    if (from < line.length()) {
      cells.add(line.substring(from).strip());
    }
    return cells;
  }

  public boolean hasCells() {
    return !cells.isEmpty();
  }

  /** Adds the next cell of the row. */
  public void addCell(String cell, int line) {
    firstLine = cells.isEmpty() ? line : firstLine;
    lastLine = line;
    cells.add(new StringBuilder(cell));
  }

  /** Adds more text to a cell; for a column that the row does not have yet, a cell. */
  public void extendCell(int column, String more, int line) {
    if (column >= cells.size()) {
      addCell(more, line);
    } else if (!more.isEmpty()) {
      StringBuilder cell = cells.get(column);
      cell.append(cell.isEmpty() ? "" : " ").append(more);
      lastLine = line;
    }
  }

  /** Adds more text to the last cell. */
  public void extendLast(String more, int line) {
    extendCell(Math.max(0, cells.size() - 1), more, line);
  }

  /** Adds a line whose cells go on with those above. */
  public void extendRow(List<String> more, int line) {
    for (int column = 0; column < more.size(); column++) {
      extendCell(column, more.get(column), line);
    }
  }

  /** Writes the row, if it has cells. */
  public void endRow() {
    if (hasCells()) {
      blocks.whole(Kind.PARAGRAPH, 0, String.join("\t", cells), firstLine, lastLine);
      cells.clear();
    }
  }
}
