package io.confnotes.ingest.segment.opening;

import io.confnotes.ingest.segment.byline.Byline;
import io.confnotes.ingest.segment.byline.Bylines;
import io.confnotes.ingest.segment.line.SlotLabel;
import io.confnotes.ingest.segment.line.TitleLine;
import io.confnotes.ingest.segment.outline.Row;
import io.confnotes.ingest.segment.people.People;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The programme that some put in front of their notes: it names speakers that the notes do not name
 * again.
 */
public final class Programme {

  private static final double LIKELY = 0.5;

  private final List<Row> rows;
  private final Map<String, People> speakers = new HashMap<>();

  private Programme(List<Row> rows) {
    this.rows = rows;
  }

  /** The openings; those without speakers get what the rows in front of all of them tell. */
  public static List<Opening> complete(List<Row> rows, List<Opening> openings) {
    if (openings.stream().allMatch(Opening::isNamed)) {
      return openings;
    }
    Programme programme = new Programme(rows);
    programme.read(openings.getFirst().firstRow());
    return openings.stream().map(programme::completed).toList();
  }

  private void read(int end) {
    for (Row row : rows.subList(0, end)) {
      if (row.isHeading() || !row.isShort()) {
        continue;
      }
      if (row.text().indexOf('\t') >= 0) {
        readCells(List.of(row.text().split("\t")));
      } else {
        for (Byline byline : Bylines.of(row.slot().title())) {
          speakers.putIfAbsent(key(byline.title()), byline.people());
        }
      }
    }
  }

  /**
   * A row of a table: each cell could be the title, the first that names people has the speakers.
   */
  private void readCells(List<String> cells) {
    List<String> titles = new ArrayList<>();
    People people = People.of("");
    for (String cell : cells) {
      People named = people.speakers().isEmpty() ? People.of(cell) : people;
      boolean speaker = people.speakers().isEmpty() && named.score() >= LIKELY;
      people = speaker ? named : people;
      if (!speaker) {
        titles.add(key(SlotLabel.of(cell).title()));
      }
    }
    for (String title : titles) {
      if (!people.speakers().isEmpty()) {
        speakers.putIfAbsent(title, people);
      }
    }
  }

  private static String key(String title) {
    return TitleLine.clean(title).toLowerCase(Locale.ROOT);
  }

  private Opening completed(Opening opening) {
    People people = opening.isNamed() ? null : speakers.get(key(opening.title()));
    return people == null
        ? opening
        : opening.withPeople(people, "title that a programme has with its speaker");
  }
}
