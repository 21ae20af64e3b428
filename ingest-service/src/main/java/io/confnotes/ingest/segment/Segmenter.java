package io.confnotes.ingest.segment;

import io.confnotes.ingest.read.text.CodePoints;
import io.confnotes.ingest.read.text.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The way into this package. Headings that show speakers or slots are tried first, then lines
 * without a heading, then the document as a whole: a document keeps to one shape.
 */
public final class Segmenter {

  private Segmenter() {}

  /**
   * Finds the talks of a document, in the order of the text; they do not overlap. Any reading can
   * be segmented; one without talks gives an empty list. Takes time linear in the length of the
   * text.
   */
  public static List<TalkNotes> segment(Reading reading) {
    return segment(reading, List.of());
  }

  /**
   * The same, with what a person says about some of the lines.
   *
   * @param corrections in any order, at most one for a line
   */
  public static List<TalkNotes> segment(Reading reading, List<Correction> corrections) {
    CodePoints points = CodePoints.of(reading.text());
    List<Row> rows = Rows.of(reading, points);
    Outline outline = new Outline(rows);
    List<Opening> openings = new ArrayList<>(new HeadingTalks(rows, outline).find());
    if (openings.isEmpty()) {
      openings.addAll(byLines(rows, outline));
    } else {
      openings.addAll(lightning(rows, outline));
    }
    if (openings.isEmpty()) {
      openings.addAll(new WholeDocument(rows, outline).find());
    }
    openings.sort(Comparator.comparingInt(Opening::firstRow));
    openings = Corrections.apply(corrections, openings, rows);
    return new Assembly(reading, points, rows, outline, openings).talks();
  }

  /** A single pair of lines below many headings is a coincidence. */
  private static List<Opening> byLines(List<Row> rows, Outline outline) {
    List<Opening> found = new LineTalks(rows, 0, rows.size()).find();
    return found.size() < 2 && outline.nodes().size() >= 3 ? List.of() : found;
  }

  /** The talks listed under a heading like "Lightning talks". */
  private static List<Opening> lightning(List<Row> rows, Outline outline) {
    List<Opening> found = new ArrayList<>();
    for (Outline.Node node : outline.nodes()) {
      String heading = rows.get(node.row).text().toLowerCase(Locale.ROOT);
      boolean lightning =
          heading.contains("lightning")
              || heading.contains("ライトニング")
              || heading.contains("blitz")
              || heading.contains("闪电");
      if (lightning && !node.talk && node.named == 0 && node.hasBody()) {
        found.addAll(new LineTalks(rows, node.row + 1, node.bodyEnd).find());
      }
    }
    return found;
  }
}
