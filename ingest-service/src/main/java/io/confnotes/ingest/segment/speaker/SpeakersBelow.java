package io.confnotes.ingest.segment.speaker;

import io.confnotes.ingest.read.text.Block;
import io.confnotes.ingest.segment.line.DateTail;
import io.confnotes.ingest.segment.line.DateTitle;
import io.confnotes.ingest.segment.line.EventTitle;
import io.confnotes.ingest.segment.line.SectionTitle;
import io.confnotes.ingest.segment.line.TitleKind;
import io.confnotes.ingest.segment.line.TitleLine;
import io.confnotes.ingest.segment.outline.Row;
import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.people.Speaker;
import io.confnotes.ingest.segment.people.SpeakerLabel;
import io.confnotes.ingest.segment.word.PlainText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for the speakers in the rows below a title. */
public final class SpeakersBelow {

  private static final int MOST_ROWS = 10;
  private static final int MOST_ROWS_WITH_TITLES = 40;
  private static final int MOST_LABEL_WORDS = 4;
  private static final int MOST_ABOUT = 3;
  private static final double LEAST = 0.5;
  private static final double SURE = 0.9;

  private final List<Row> rows;
  private final RowNames names;
  private final int title;
  private final int end;
  private final Gathering found = new Gathering();
  private final SpeakerList list;
  private boolean content;

  private SpeakersBelow(List<Row> rows, RowNames names, int title, int end) {
    this.rows = rows;
    this.names = names;
    this.title = title;
    this.end = Math.min(end, title + 1 + MOST_ROWS);
    this.list = new SpeakerList(rows, names, found);
  }

  /**
   * Looks below a title; null where nobody is found.
   *
   * @param title index of the title's row
   * @param end index of the first row that can't belong to the talk
   */
  public static @Nullable FoundSpeakers find(List<Row> rows, RowNames names, int title, int end) {
    if (end <= title + 1) {
      return null;
    }
    SpeakersBelow search = new SpeakersBelow(rows, names, title, end);
    search.run();
    if (search.found.isEmpty()) {
      search.runFurtherDown(end);
    }
    return search.found.result();
  }

  private void run() {
    boolean heading = rows.get(title).isHeading();
    if (heading && hasLabelledTitles()) {
      return;
    }
    for (int i = title + 1; i < end; i++) {
      Row row = rows.get(i);
      if ((content && (!heading || !found.isEmpty())) || isNextSlot(row)) {
        return;
      }
      if (row.isHeading() && !row.isTitleField()) {
        takeHeading(i, row);
        if (found.isInHeading()) {
          takeAbout(i + 1);
        }
        return;
      }
      if (heading && found.isEmpty() && isOwnTitle(i, row)) {
        return;
      }
      if (!row.isShort()) {
        content = true;
      } else if (!row.field().isEmpty()) {
        takeField(i, row);
      } else if (!takeLabelled(i, row)
          && !takeBare(i, row)
          && !takeItem(i, row)
          && !names.isMeta(i)) {
        content = true;
      }
    }
  }

  /** A heading "Speakers" behind the abstract, say, if it is the only one below a title. */
  private void runFurtherDown(int sectionEnd) {
    Row above = rows.get(title);
    if (!above.isHeading() || TitleKind.of(above.slot().title()) != TitleKind.TALK) {
      return;
    }
    int label = names.onlyLabelHeading(title + 1, sectionEnd);
    if (label >= 0 && rows.get(label).level() > above.level()) {
      list.take(label);
    }
  }

  /** Several lines like "Title: ..." each have their own speakers. */
  private boolean hasLabelledTitles() {
    int titles = 0;
    for (int i = title + 1; i < Math.min(rows.size(), title + MOST_ROWS_WITH_TITLES); i++) {
      if (rows.get(i).isHeading()) {
        return false;
      }
      titles += rows.get(i).isLabelledTitle() ? 1 : 0;
      if (titles == 2) {
        return true;
      }
    }
    return false;
  }

  /** A time of day with a title, below another or the event's name: what follows is of that. */
  private boolean isNextSlot(Row row) {
    if (!row.slot().timed() || PlainText.words(row.slot().title()) < 2) {
      return false;
    }
    Row above = rows.get(title);
    return above.slot().timed() || EventTitle.isEvent(above.text());
  }

  /** A bold line that is a title itself: the speakers below it are not the heading's. */
  private boolean isOwnTitle(int i, Row row) {
    return row.isStrong()
        && row.isParagraph()
        && row.isShort()
        && TitleLine.isStandalone(row.text())
        && PlainText.words(row.text()) >= 2
        && !SectionTitle.isSection(row.text())
        && SpeakerLabel.rest(row.text()) == null
        && names.bare(i).score() < LEAST;
  }

  private void takeHeading(int i, Row row) {
    boolean below = row.level() > rows.get(title).level() || !rows.get(title).isHeading();
    if (!below) {
      return;
    }
    String label = SpeakerLabel.isLabel(row.text()) ? "" : SpeakerLabel.rest(row.text());
    if (label == null) {
      takeHeadingWithoutLabel(i, row);
    } else if (label.isEmpty()) {
      list.take(i);
    } else {
      found.take(People.announced(label), i);
    }
  }

  private void takeHeadingWithoutLabel(int i, Row row) {
    String by = SpeakerLabel.restAfterWords(row.text());
    boolean next = !content && found.isEmpty();
    People people = !next ? People.of("") : by != null ? People.of(by) : names.of(i);
    String above = rows.get(title).text();
    if (people.score() >= LEAST
        && !DateTitle.isDay(above)
        && !DateTitle.isDate(above)
        && !SectionTitle.isSection(row.text())
        && !EventTitle.isEvent(DateTail.without(row.text()))) {
      found.take(people, i);
      found.setInHeading();
    }
  }

  /** "Editor @ Initech", "@jane": what right below a heading tells about the only one it names. */
  private void takeAbout(int from) {
    Speaker speaker = found.only();
    for (int i = from; i < Math.min(end, from + MOST_ABOUT) && speaker != null; i++) {
      Row row = rows.get(i);
      boolean possible = row.isParagraph() && row.isShort();
      People people = possible ? names.strictly(i) : People.of("");
      boolean handle = people.speakers().size() == 1 && people.speakers().getFirst().name() == null;
      if (handle && speaker.handle() == null) {
        found.take(people, i);
      } else if (possible && isRole(row.text())) {
        String role = speaker.affiliation() == null ? row.text() : speaker.affiliation();
        found.describe(new Speaker(speaker.name(), speaker.handle(), role), i);
      } else {
        return;
      }
      speaker = found.only();
    }
  }

  private static boolean isRole(String text) {
    int at = text.indexOf(" @ ");
    return People.isAffiliation(at > 0 ? text.substring(0, at) : text);
  }

  private void takeField(int i, Row row) {
    if (row.isTitleField()) {
      return;
    }
    boolean subtitle = row.field().equals("subtitle");
    People people = subtitle ? People.of(row.text()) : People.announced(row.text());
    if (people.score() >= LEAST) {
      found.take(people, i);
      if (!subtitle) {
        found.setLabelled();
      }
    }
  }

  private boolean takeLabelled(int i, Row row) {
    String rest = names.label(i);
    if (rest == null && i == title + 1) {
      return takeUnknownLabel(i, row);
    }
    if (rest == null) {
      return false;
    }
    if (rest.isEmpty()) {
      list.take(i);
      return found.hasRows();
    }
    People people = People.announced(rest);
    if (people.speakers().isEmpty()) {
      return false;
    }
    found.take(people, i);
    found.setLabelled();
    return true;
  }

  /** Right below a title, a sure name behind a colon is the speaker's, in any language. */
  private boolean takeUnknownLabel(int i, Row row) {
    int colon = row.text().indexOf(':');
    boolean label =
        colon > 0 && PlainText.words(row.text().substring(0, colon)) <= MOST_LABEL_WORDS;
    People people = label ? People.strictly(row.text().substring(colon + 1)) : People.of("");
    if (people.score() < SURE || names.isMeta(i)) {
      return false;
    }
    found.take(people, i);
    return true;
  }

  private boolean takeBare(int i, Row row) {
    boolean code = row.block().kind() == Block.Kind.CODE;
    boolean plainLink = row.linked() && names.of(i).score() < 0.7;
    if (content || row.isListItem() || code || plainLink) {
      return false;
    }
    People people = names.bare(i);
    boolean adjacent = found.endsWith(i - 1);
    boolean sameBlock = adjacent && rows.get(i - 1).blockIndex() == row.blockIndex();
    boolean bothStrong = adjacent && rows.get(i - 1).isStrong() && row.isStrong();
    boolean allowed =
        found.isEmpty()
            || (adjacent
                && (sameBlock || bothStrong || people.score() >= 0.9)
                && !found.isLabelled());
    boolean another = found.isEmpty() || sameBlock || names.strictly(i).score() >= LEAST;
    if (!allowed || !another || people.score() < LEAST) {
      content |= !found.isEmpty();
      return false;
    }
    found.take(people, i);
    return true;
  }

  /** A name, then perhaps a handle, as the first items below the title. */
  private boolean takeItem(int i, Row row) {
    boolean first = i == title + 1 || found.endsWith(i - 1);
    if (content || !first || found.isLabelled() || !row.isListItem() || row.level() != 1) {
      return false;
    }
    People people = names.strictly(i);
    boolean sure = people.score() >= SURE || row.text().startsWith("@");
    if (!sure || SectionTitle.isSection(rows.get(title).slot().title())) {
      return false;
    }
    boolean handle = people.speakers().size() == 1 && people.speakers().getFirst().name() == null;
    if (people.speakers().isEmpty() || (!found.isEmpty() && !handle)) {
      return false;
    }
    found.take(people, i);
    return true;
  }
}
