package io.confnotes.ingest.segment;

import io.confnotes.ingest.read.text.CodePoints;
import io.confnotes.ingest.read.text.Reading;
import io.confnotes.ingest.segment.choice.Choice;
import io.confnotes.ingest.segment.layout.WholeDocument;
import io.confnotes.ingest.segment.opening.Affiliations;
import io.confnotes.ingest.segment.opening.Opening;
import io.confnotes.ingest.segment.opening.Programme;
import io.confnotes.ingest.segment.outline.Outline;
import io.confnotes.ingest.segment.outline.Row;
import io.confnotes.ingest.segment.outline.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The way into this package. */
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
    List<Opening> openings = new ArrayList<>(Choice.of(rows, outline));
    if (openings.isEmpty() && outline.headings().isEmpty()) {
      Opening whole = WholeDocument.find(rows);
      if (whole != null) {
        openings.add(whole);
      }
    }
    openings.sort(Comparator.comparingInt(Opening::firstRow));
    openings = Affiliations.settle(rows, Programme.complete(rows, openings));
    openings = Corrections.apply(corrections, openings, rows);
    return new Assembly(reading, points, rows, outline, openings).talks();
  }
}
