package io.confnotes.ingest.segment.layout;

import io.confnotes.ingest.segment.line.SectionTitle;
import io.confnotes.ingest.segment.line.SlotLabel;
import io.confnotes.ingest.segment.line.TitleLabel;
import io.confnotes.ingest.segment.line.TitleLine;
import io.confnotes.ingest.segment.opening.Opening;
import io.confnotes.ingest.segment.outline.Row;
import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.people.SpeakerLabel;
import io.confnotes.ingest.segment.word.PlainText;
import io.confnotes.ingest.segment.word.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the talks of tables that have one in each row. Their first row says in which cells titles,
 * speakers and, behind both, notes are; without notes it is a programme, and with links to notes an
 * index of them.
 */
final class TableTalks implements Layout {

  private static final int SEVERAL = 2;
  private static final int FEWEST_WORDS = 3;
  private static final int LONGEST_HEADER = 200;

  /** What columns of notes, or of links to them, are headed with. */
  private static final Set<String> NOTES =
      Set.of("notes", "summary", "notizen", "notas", "appunti", "notatki", "aantekeningen");

  /** Where the cells of a row are that a talk is made of. */
  private record Columns(int title, int speakers, int elsewhere) {

    int notes() {
      return Math.max(title, speakers) + 1;
    }

    /** Whether the notes are what a link of one word leads to, and what follows is a remark. */
    boolean areNotesLinked(Row row) {
      String[] cells = row.text().split("\t", elsewhere + 2);
      String cell = elsewhere < 0 || elsewhere >= cells.length ? "" : cells[elsewhere].strip();
      return PlainText.words(cell) == 1 && row.parts().contains(cell);
    }

    /** Reads the header of a table; null where it announces no talks. */
    static @Nullable Columns of(List<String> header) {
      int title = -1;
      int speakers = -1;
      int elsewhere = -1;
      for (int i = 0; i < header.size(); i++) {
        String cell = header.get(i);
        title = title < 0 && TitleLabel.isHeader(cell) ? i : title;
        speakers = speakers < 0 && SpeakerLabel.isLabel(cell) ? i : speakers;
        boolean notes =
            i != title && i != speakers && Words.of(cell).stream().anyMatch(NOTES::contains);
        elsewhere = elsewhere < 0 && notes ? i : elsewhere;
      }
      boolean both = title >= 0 && speakers >= 0 && title != speakers;
      return both ? new Columns(title, speakers, elsewhere) : null;
    }
  }

  private final List<Row> rows;

  TableTalks(List<Row> rows) {
    this.rows = rows;
  }

  @Override
  public List<Opening> find() {
    List<Opening> found = new ArrayList<>();
    Columns columns = null;
    int before = -2;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (!row.isParagraph() || row.text().indexOf('\t') < 0) {
        continue;
      }
      boolean header = before != i - 1;
      before = i;
      if (header) {
        columns =
            row.text().length() > LONGEST_HEADER
                ? null
                : Columns.of(List.of(row.text().split("\t")));
      } else if (columns != null) {
        Opening opening = opening(i, row, columns);
        if (opening != null) {
          found.add(opening);
        }
      }
    }
    return found.size() >= SEVERAL ? found : List.of();
  }

  private static @Nullable Opening opening(int i, Row row, Columns columns) {
    String[] cells = row.text().split("\t", columns.notes() + 1);
    if (cells.length <= columns.notes() || columns.areNotesLinked(row)) {
      return null;
    }
    String title = TitleLine.clean(SlotLabel.of(cells[columns.title()]).title());
    People people = People.announced(cells[columns.speakers()]);
    String notes = cells[columns.notes()];
    boolean talk =
        !people.speakers().isEmpty()
            && TitleLine.isPossible(title)
            && !SectionTitle.isBreak(title)
            && PlainText.words(notes) >= FEWEST_WORDS;
    return talk
        ? new Opening(i, List.of(i), title, people, true, "row of a table with its speaker")
            .withLabel(true)
            .withRest(row.text().length() - notes.length())
        : null;
  }
}
