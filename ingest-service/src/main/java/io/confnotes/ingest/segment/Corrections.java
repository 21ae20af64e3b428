package io.confnotes.ingest.segment;

import io.confnotes.ingest.segment.line.TitleLine;
import io.confnotes.ingest.segment.opening.Opening;
import io.confnotes.ingest.segment.outline.Row;
import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.people.Speaker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Applies what a person said about the talks of a document to what was detected. */
final class Corrections {

  /** Log-odds that make a confidence of 1, rounded. */
  private static final double CERTAIN = 10;

  static final String REASON = "said by the submitter";

  private Corrections() {}

  /**
   * Replaces, adds and removes openings.
   *
   * @param openings what was detected, in the order of the text
   * @return the same order; a correction of a line without text is applied to the next line that
   *     has some
   */
  static List<Opening> apply(List<Correction> corrections, List<Opening> openings, List<Row> rows) {
    List<Opening> corrected = new ArrayList<>(openings);
    NavigableMap<Integer, Integer> rowOfLine = rowOfLine(corrections, rows);
    for (Correction correction : corrections) {
      var at = rowOfLine.ceilingEntry(correction.line());
      if (at == null) {
        continue;
      }
      int row = at.getValue();
      Opening detected = null;
      for (Opening opening : corrected) {
        if (opening.firstRow() == row || opening.used().contains(row)) {
          detected = opening;
        }
      }
      corrected.remove(detected);
      if (correction.talk()) {
        corrected.add(opening(correction, detected, row, rows));
      }
    }
    corrected.sort(Comparator.comparingInt(Opening::firstRow));
    return corrected;
  }

  /** The first row of each line that has one. */
  private static NavigableMap<Integer, Integer> rowOfLine(
      List<Correction> corrections, List<Row> rows) {
    NavigableMap<Integer, Integer> rowOfLine = new TreeMap<>();
    for (int i = 0; i < rows.size() && !corrections.isEmpty(); i++) {
      rowOfLine.putIfAbsent(rows.get(i).line(), i);
    }
    return rowOfLine;
  }

  private static Opening opening(
      Correction correction, @Nullable Opening detected, int row, List<Row> rows) {
    String line = TitleLine.clean(rows.get(row).slot().title());
    String text = line.isBlank() ? rows.get(row).text() : line;
    String own = detected == null ? text : detected.title();
    List<Speaker> before = detected == null ? List.of() : detected.speakers();
    List<Speaker> speakers = correction.speakers() == null ? before : correction.speakers();
    return new Opening(
            row,
            detected == null ? List.of(row) : detected.used(),
            correction.title() == null ? own : correction.title(),
            new People(speakers, 1),
            false,
            REASON)
        .withRest(detected == null ? 0 : detected.rest())
        .withOdds(CERTAIN);
  }
}
