package io.confnotes.ingest.segment;

import io.confnotes.ingest.segment.line.Habit;
import io.confnotes.ingest.segment.line.SectionTitle;
import io.confnotes.ingest.segment.line.SlotLabel;
import io.confnotes.ingest.segment.line.TitleLine;
import io.confnotes.ingest.segment.word.PlainText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to make of a document in which nothing shows a speaker or a slot. */
final class WholeDocument {

  private static final int FIRST_ROWS = 6;

  private final List<Row> rows;
  private final Outline outline;
  private final Openings openings;

  WholeDocument(List<Row> rows, Outline outline) {
    this.rows = rows;
    this.outline = outline;
    this.openings = new Openings(rows);
  }

  List<Opening> find() {
    if (outline.nodes().isEmpty()) {
      Opening only = withoutHeadings();
      return only == null ? List.of() : List.of(only);
    }
    Outline.Node first = outline.nodes().getFirst();
    Opening opening = first.opening;
    boolean section = opening == null || SectionTitle.isSection(opening.title());
    if (!section && !isEvent(first) && isOneTalk(first)) {
      return hasNotes(first.row + 1, rows.size()) ? List.of(opening) : List.of();
    }
    return new Diary(rows).isDiary() ? List.of() : untitledSpeakers();
  }

  private boolean isEvent(Outline.Node first) {
    String title = rows.get(first.row).text();
    if (SectionTitle.isEvent(title)) {
      return true;
    }
    for (int i = first.row + 1; i < Math.min(first.bodyEnd, first.row + 4); i++) {
      Row row = rows.get(i);
      boolean placeAndDate =
          SectionTitle.isDate(row.text())
              || (SectionTitle.mentionsYear(row.text()) && PlainText.words(row.text()) <= 5);
      if (row.isShort() && placeAndDate) {
        return true;
      }
    }
    return false;
  }

  /** The first heading stands over all others, or has nothing of its own before the next. */
  private boolean isOneTalk(Outline.Node first) {
    if (first.level == 0 || first.end == rows.size()) {
      return true;
    }
    long equals =
        outline.nodes().stream()
            .filter(node -> node.level <= first.level && node != first)
            .filter(this::isTitle)
            .count();
    return !first.hasContent() || equals == 0;
  }

  private boolean isTitle(Outline.Node node) {
    return node.opening != null
        && !SectionTitle.isSection(node.opening.title())
        && PlainText.words(node.opening.title()) >= 3;
  }

  private @Nullable Opening withoutHeadings() {
    for (int i = 0; i < Math.min(rows.size(), FIRST_ROWS); i++) {
      Row row = rows.get(i);
      String title = TitleLine.clean(row.strong().isEmpty() ? row.text() : row.strong());
      boolean set = (!row.strong().isEmpty() && row.isParagraph()) || (row.inferred() && i == 0);
      boolean possible =
          set && row.isShort() && TitleLine.isPossible(title) && PlainText.words(title) >= 2;
      if (possible
          && !SectionTitle.isSection(title)
          && !SectionTitle.isEvent(title)
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
                List.of(),
                0.3,
                false,
                false,
                "first line of the whole document");
      }
    }
    return null;
  }

  /** Headings below the name of an event, none with a speaker. */
  private List<Opening> untitledSpeakers() {
    for (int level = 1; level <= 6; level++) {
      List<Opening> found = new ArrayList<>();
      int others = 0;
      for (Outline.Node node : outline.nodes()) {
        if (node.level == level && node != outline.nodes().getFirst()) {
          boolean talk =
              isTitle(node)
                  && node.opening != null
                  && !SectionTitle.isEvent(node.opening.title())
                  && !SectionTitle.mentionsDate(rows.get(node.row).text())
                  && hasNotes(node.row + 1, node.end);
          if (talk) {
            found.add(node.opening);
          } else if (node.opening == null || !SectionTitle.isSection(node.opening.title())) {
            others++;
          }
        }
      }
      if (found.size() >= 2 && found.size() > others) {
        return found;
      }
      if (others + found.size() >= 2) {
        return List.of();
      }
    }
    return List.of();
  }

  /** At least two rows that are no mere links. */
  private boolean hasNotes(int from, int to) {
    int notes = 0;
    int links = 0;
    for (int i = from; i < to && i < from + 200; i++) {
      Row row = rows.get(i);
      boolean link = row.linked() || PlainText.isAddress(row.text());
      links += link ? 1 : 0;
      boolean own = !row.isHeading() && row.field().isEmpty();
      notes += !link && own && row.text().length() > 1 ? 1 : 0;
    }
    boolean shortNotes = notes >= 1 && links == 0 && to - from <= 3;
    return shortNotes || (notes >= 2 && notes > links);
  }
}
