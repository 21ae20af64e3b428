package io.confnotes.ingest.segment.layout;

import io.confnotes.ingest.segment.byline.Habit;
import io.confnotes.ingest.segment.line.EventTitle;
import io.confnotes.ingest.segment.line.SectionTitle;
import io.confnotes.ingest.segment.line.SlotLabel;
import io.confnotes.ingest.segment.line.TitleLine;
import io.confnotes.ingest.segment.opening.Opening;
import io.confnotes.ingest.segment.opening.Openings;
import io.confnotes.ingest.segment.outline.Diary;
import io.confnotes.ingest.segment.outline.MetaLine;
import io.confnotes.ingest.segment.outline.Row;
import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.word.PlainText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to make of a document without headings in which nothing shows a speaker or a slot. */
public final class WholeDocument {

  private static final int FIRST_ROWS = 6;

  private final List<Row> rows;
  private final Openings openings;

  private WholeDocument(List<Row> rows) {
    this.rows = rows;
    this.openings = new Openings(rows);
  }

  /** The one talk that it is notes of; null where it is something else. */
  public static @Nullable Opening find(List<Row> rows) {
    return new WholeDocument(rows).opening();
  }

  private @Nullable Opening opening() {
    for (int i = 0; i < Math.min(rows.size(), FIRST_ROWS); i++) {
      Row row = rows.get(i);
      String title = TitleLine.clean(row.strong().isEmpty() ? row.text() : row.strong());
      boolean set = (!row.strong().isEmpty() && row.isParagraph()) || (row.inferred() && i == 0);
      boolean possible =
          set && row.isShort() && TitleLine.isPossible(title) && PlainText.words(title) >= 2;
      if (possible
          && !MetaLine.isKeyed(row.text())
          && !SectionTitle.isSection(title)
          && !EventTitle.isEvent(title)
          && hasNotes(i + 1, rows.size())
          && !new Diary(rows).isDiary()) {
        Opening opening = openings.at(i, rows.size(), new Habit());
        List<Integer> used = List.of(i);
        return opening != null && opening.isNamed()
            ? opening
            : new Opening(
                i,
                used,
                TitleLine.clean(SlotLabel.of(title).title()),
                People.of(""),
                false,
                "first line of the whole document");
      }
    }
    return null;
  }

  /** At least two rows that are no mere links. */
  private boolean hasNotes(int from, int to) {
    int notes = 0;
    int links = 0;
    for (int i = from; i < to && i < from + 200; i++) {
      Row row = rows.get(i);
      boolean link = row.linked() || PlainText.hasAddress(row.text());
      links += link ? 1 : 0;
      boolean own = !row.isHeading() && row.field().isEmpty();
      notes += !link && own && row.text().length() > 1 ? 1 : 0;
    }
    boolean shortNotes = notes >= 1 && links == 0 && to - from <= 3;
    return shortNotes || (notes >= 2 && notes > links);
  }
}
