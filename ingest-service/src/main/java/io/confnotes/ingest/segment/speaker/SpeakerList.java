package io.confnotes.ingest.segment.speaker;

import io.confnotes.ingest.segment.outline.Row;
import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.people.Speaker;
import io.confnotes.ingest.segment.word.PlainText;
import java.util.List;

/** Reads the people listed below a label such as "Speakers", with or without biographies. */
final class SpeakerList {

  private static final int MOST_LISTED = 20;
  private static final int LONGEST_HEAD = 200;
  private static final int FEWEST_PROSE_WORDS = 8;
  private static final double LISTED = 0.25;
  private static final double LEAST = 0.5;

  private final List<Row> rows;
  private final RowNames names;
  private final Gathering found;

  /**
   * @param found where those who are listed are added
   */
  SpeakerList(List<Row> rows, RowNames names, Gathering found) {
    this.rows = rows;
    this.names = names;
    this.found = found;
  }

  /** A label on its own: one person on each of the rows that follow. */
  void take(int label) {
    int before = found.size();
    for (int i = label + 1; i < Math.min(rows.size(), label + 1 + MOST_LISTED); i++) {
      Row row = rows.get(i);
      People people = row.isHeading() || !row.isShort() ? People.of("") : names.of(i);
      boolean first = found.size() == before;
      boolean sameKind = first || row.block().kind() == rows.get(label + 1).block().kind();
      if (people.score() < LISTED || !sameKind) {
        // Below each name may be what its owner does
        if (first || row.isHeading() || row.isListItem() || !isProse(row) || !isBiography(i + 1)) {
          break;
        }
        continue;
      }
      found.take(onePerRow(row, people), i);
      found.setLabelled();
    }
    if (found.size() > before) {
      found.use(label);
    }
  }

  private static boolean isProse(Row row) {
    String head = row.text().substring(0, Math.min(row.text().length(), LONGEST_HEAD));
    return PlainText.words(head) >= FEWEST_PROSE_WORDS;
  }

  /** Whether a row is somebody's name, set as those before it, above prose or other prose. */
  private boolean isBiography(int i) {
    if (i + 1 >= rows.size() || rows.get(i).isHeading() || rows.get(i + 1).isHeading()) {
      return false;
    }
    boolean set = rows.get(i).isStrong() == rows.get(found.lastRow()).isStrong();
    boolean name = rows.get(i).isShort() && names.strictly(i).score() >= LEAST;
    return isProse(rows.get(i)) || (set && name && isProse(rows.get(i + 1)));
  }

  /** In a list of people each row is one person; what follows the comma is where they work. */
  private static People onePerRow(Row row, People people) {
    int comma = row.text().indexOf(',');
    if (people.speakers().size() != 2
        || comma < 0
        || row.text().contains(" and ")
        || row.text().contains("&")) {
      return people;
    }
    Speaker first = people.speakers().getFirst();
    Speaker second = people.speakers().getLast();
    Speaker one =
        new Speaker(
            first.name(), first.handle() != null ? first.handle() : second.handle(), second.name());
    return new People(List.of(one), people.score());
  }
}
