package io.confnotes.ingest.segment.layout;

import static io.confnotes.ingest.segment.layout.LineShape.ABOVE_ITEMS;
import static io.confnotes.ingest.segment.layout.LineShape.ITEM;
import static io.confnotes.ingest.segment.layout.LineShape.LABELLED;
import static io.confnotes.ingest.segment.layout.LineShape.NUMBERED;
import static io.confnotes.ingest.segment.layout.LineShape.PLAIN;
import static io.confnotes.ingest.segment.layout.LineShape.STRONG;

import io.confnotes.ingest.segment.opening.Opening;
import io.confnotes.ingest.segment.opening.Openings;
import io.confnotes.ingest.segment.outline.Outline;
import io.confnotes.ingest.segment.outline.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A way to set out talks that no heading opens; authors keep to one. */
public sealed interface Layout permits LineTalks, TableTalks, ThreadTalks, ToldTalks {

  /** What could open talks if the document is set out this way, in the order of the text. */
  List<Opening> find();

  /**
   * All ways that a document may be set out; the first goes before the others where they tell as
   * much.
   *
   * @param taken rows that headings use
   */
  static List<Layout> all(List<Row> rows, Outline outline, Openings openings, Set<Integer> taken) {
    Function<LineShape, Layout> lines =
        shape -> new LineTalks(rows, openings, outline, taken, shape);
    List<Layout> all = new ArrayList<>();
    Stream.of(LABELLED, STRONG, PLAIN, NUMBERED).map(lines).forEach(all::add);
    all.add(new ThreadTalks(rows));
    all.add(new TableTalks(rows));
    all.add(new ToldTalks(rows));
    if (rows.stream().anyMatch(Row::isListItem)) {
      all.add(lines.apply(ABOVE_ITEMS));
    }
    all.add(lines.apply(ITEM));
    return all;
  }
}
