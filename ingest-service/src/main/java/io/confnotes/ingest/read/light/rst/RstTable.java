package io.confnotes.ingest.read.light.rst;

import io.confnotes.ingest.read.light.lines.LightBlocks;
import io.confnotes.ingest.read.light.lines.LightLine;
import io.confnotes.ingest.read.light.lines.LightTable;
import java.util.ArrayList;
import java.util.List;

/** A table drawn with {@code +---+} and bars, or with columns below rows of {@code ====}. */
final class RstTable {

  private static final int MOST_COLUMNS = 100;

  private final LightTable table;
  private final List<Integer> columns = new ArrayList<>();
  private boolean grid;
  private boolean borderBefore;
  private int borders;

  RstTable(LightBlocks blocks) {
    this.table = new LightTable(blocks);
  }

  boolean isOpen() {
    return grid || !columns.isEmpty();
  }

  static boolean isBorder(String text) {
    return isGridBorder(text) || isSimpleBorder(text);
  }

  private static boolean isGridBorder(String text) {
    return text.length() >= 5
        && text.startsWith("+")
        && text.endsWith("+")
        && text.chars().allMatch(c -> c == '+' || c == '-' || c == '=');
  }

  private static boolean isSimpleBorder(String text) {
    return text.startsWith("==")
        && text.contains("= ")
        && text.chars().allMatch(c -> c == '=' || c == ' ');
  }

  /** Takes a line if it is of the table that is open, or opens one; else the table ends. */
  boolean take(LightLine line) {
    if (isBorder(line.text())) {
      takeBorder(line);
      return true;
    }
    borderBefore = false;
    if (grid && line.text().startsWith("|")) {
      table.extendRow(LightTable.cells(line.text()), line.number());
      return true;
    }
    if (!columns.isEmpty()) {
      takeColumns(line);
      return true;
    }
    end();
    return false;
  }

  private void takeBorder(LightLine line) {
    table.endRow();
    borderBefore = true;
    borders++;
    grid = line.text().startsWith("+");
    columns.clear();
    if (!grid) {
      String raw = line.raw();
      for (int i = 0; i < raw.length() && columns.size() < MOST_COLUMNS; i++) {
        if (raw.charAt(i) == '=' && (i == 0 || raw.charAt(i - 1) != '=')) {
          columns.add(i);
        }
      }
    }
  }

  private void takeColumns(LightLine line) {
    if (line.text().chars().allMatch(c -> c == '-' || c == ' ')) {
      return;
    }
    List<String> cells = slices(line.raw());
    if (!cells.getFirst().isEmpty()) {
      table.endRow();
    }
    table.extendRow(cells, line.number());
  }

  /** The text of each column; a word that crosses into the next column takes it along. */
  private List<String> slices(String raw) {
    List<String> cells = new ArrayList<>();
    int from = 0;
    for (int column = 1; column < columns.size(); column++) {
      int next = columns.get(column);
      if (next < raw.length() && !Character.isWhitespace(raw.charAt(next - 1))) {
        continue;
      }
      cells.add(raw.substring(Math.min(from, raw.length()), Math.min(next, raw.length())).strip());
      from = next;
    }
    cells.add(raw.substring(Math.min(from, raw.length())).strip());
    return cells;
  }

  /** A blank line ends a table whose last border has been drawn. */
  void takeBlank() {
    if (grid || (borderBefore && borders > 1)) {
      end();
    }
  }

  void end() {
    table.endRow();
    grid = false;
    columns.clear();
    borders = 0;
    borderBefore = false;
  }
}
