package io.confnotes.ingest.segment.layout;

import io.confnotes.ingest.segment.line.SectionTitle;
import io.confnotes.ingest.segment.opening.Opening;
import io.confnotes.ingest.segment.outline.MetaLine;
import io.confnotes.ingest.segment.outline.Outline;
import io.confnotes.ingest.segment.outline.Row;
import io.confnotes.ingest.segment.word.PlainText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether lines of a shape that could open talks have notes below them. */
final class LineNotes {

  private static final int LONGEST_HEAD = 300;

  private final List<Row> rows;
  private final Outline outline;
  private final LineShape shape;

  LineNotes(List<Row> rows, Outline outline, LineShape shape) {
    this.rows = rows;
    this.outline = outline;
    this.shape = shape;
  }

  /** Leaves out what has no notes below it: programmes, tables of contents, line-ups. */
  List<Opening> only(List<Opening> found) {
    List<Opening> kept = new ArrayList<>();
    Set<String> titles = new HashSet<>();
    boolean above = false;
    for (int i = 0; i < found.size(); i++) {
      Opening opening = found.get(i);
      int end = i + 1 < found.size() ? found.get(i + 1).firstRow() : rows.size();
      boolean notes =
          opening.rest() > 0
              || (shape == LineShape.ITEM && isLightning(opening.row()))
              || hasContent(opening.used().getLast() + 1, end, rows.get(opening.row()));
      boolean paragraph = hasParagraph(opening, end);
      boolean next =
          end < rows.size() && (rows.get(end - 1).isParagraph() || hasParagraph(found, i + 1));
      notes &= !paragraph || above || next;
      above = notes && paragraph;
      if (notes && titles.add(opening.title().toLowerCase(Locale.ROOT))) {
        kept.add(opening);
      }
    }
    return kept;
  }

  /**
   * Whether a list item has a paragraph below it. That of the last item may be none of its own, so
   * that it counts only beside others.
   */
  private boolean hasParagraph(Opening opening, int end) {
    int behind = opening.used().getLast() + 1;
    return rows.get(opening.row()).isListItem() && behind < end && rows.get(behind).isParagraph();
  }

  private boolean hasParagraph(List<Opening> found, int at) {
    int end = at + 1 < found.size() ? found.get(at + 1).firstRow() : rows.size();
    return at < found.size() && hasParagraph(found.get(at), end);
  }

  /** Whether a row is of a list item's own: an item below it, or another paragraph of it. */
  private static boolean isWithin(Row row, Row item) {
    return row.isListItem() ? row.level() > item.level() : row.isParagraph();
  }

  private boolean hasContent(int start, int end, Row title) {
    for (int i = start; i < Math.min(end, start + 12); i++) {
      Row row = rows.get(i);
      boolean within = !title.isListItem() || shape == LineShape.LABELLED || isWithin(row, title);
      if (row.isHeading() || !within) {
        return false;
      }
      String words = row.text().substring(0, Math.min(row.text().length(), 400));
      int fewest = row.isListItem() ? 1 : 2;
      if (!MetaLine.isMeta(row) && PlainText.words(words) >= fewest) {
        return true;
      }
    }
    return false;
  }

  /** Whether an item is listed as a lightning talk: those have few notes, or none. */
  boolean isLightning(int row) {
    Outline.Heading heading = outline.above(row);
    Row first = rows.getFirst();
    String above =
        heading != null ? rows.get(heading.row()).text() : first.isListItem() ? "" : first.text();
    return above.length() <= LONGEST_HEAD && SectionTitle.isLightning(above);
  }
}
