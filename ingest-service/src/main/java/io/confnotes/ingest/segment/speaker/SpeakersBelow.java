package io.confnotes.ingest.segment.speaker;

import io.confnotes.ingest.read.text.Block;
import io.confnotes.ingest.segment.line.DateTail;
import io.confnotes.ingest.segment.line.SectionTitle;
import io.confnotes.ingest.segment.line.TitleKind;
import io.confnotes.ingest.segment.line.TitleLine;
import io.confnotes.ingest.segment.outline.Row;
import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.people.People.Commas;
import io.confnotes.ingest.segment.people.Speaker;
import io.confnotes.ingest.segment.people.SpeakerLabel;
import io.confnotes.ingest.segment.word.PlainText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for the speakers in the rows below a title. */
public final class SpeakersBelow {

  private static final int MOST_ROWS = 10;
  private static final int MOST_LISTED = 20;
  private static final int MOST_ROWS_WITH_TITLES = 40;
  private static final int MOST_LABEL_WORDS = 4;
  private static final int LONGEST_HEAD = 200;
  private static final int MOST_ABOUT = 3;
  private static final int FEWEST_PROSE_WORDS = 8;
  private static final double LEAST = 0.5;
  private static final double SURE = 0.9;

  /** What was found, and in which rows. */
  public record Found(People people, List<Integer> rows, boolean inHeading, boolean labelled) {

    public List<Speaker> speakers() {
      return people.speakers();
    }
  }

  private final List<Row> rows;
  private final RowNames names;
  private final int title;
  private final int end;
  private final List<Speaker> speakers = new ArrayList<>();
  private final List<Integer> used = new ArrayList<>();
  private double score = 1;
  private Commas commas = Commas.NONE;
  private boolean inHeading;
  private boolean labelled;
  private boolean content;

  private SpeakersBelow(List<Row> rows, RowNames names, int title, int end) {
    this.rows = rows;
    this.names = names;
    this.title = title;
    this.end = Math.min(end, title + 1 + MOST_ROWS);
  }

  /**
   * Looks below a title; null where nobody is found.
   *
   * @param title index of the title's row
   * @param end index of the first row that can't belong to the talk
   */
  public static @Nullable Found find(List<Row> rows, RowNames names, int title, int end) {
    if (end <= title + 1) {
      return null;
    }
    SpeakersBelow search = new SpeakersBelow(rows, names, title, end);
    search.run();
    if (search.speakers.isEmpty()) {
      search.runFurtherDown(end);
    }
    return search.speakers.isEmpty()
        ? null
        : new Found(
            new People(List.copyOf(search.speakers), search.score, search.commas),
            List.copyOf(search.used),
            search.inHeading,
            search.labelled);
  }

  private void run() {
    boolean heading = rows.get(title).isHeading();
    if (heading && hasLabelledTitles()) {
      return;
    }
    for (int i = title + 1; i < end; i++) {
      Row row = rows.get(i);
      if ((content && (!heading || !speakers.isEmpty())) || isNextSlot(row)) {
        return;
      }
      if (row.isHeading() && !row.isTitleField()) {
        takeHeading(i, row);
        if (inHeading) {
          takeAbout(i + 1);
        }
        return;
      }
      if (heading && speakers.isEmpty() && isOwnTitle(i, row)) {
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
      takeList(label);
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
    return above.slot().timed() || SectionTitle.isEvent(above.text());
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
      takeList(i);
    } else {
      take(People.announced(label), i);
    }
  }

  private void takeHeadingWithoutLabel(int i, Row row) {
    String by = SpeakerLabel.restAfterWords(row.text());
    boolean next = !content && speakers.isEmpty();
    People people = !next ? People.of("") : by != null ? People.of(by) : names.of(i);
    String above = rows.get(title).text();
    if (people.score() >= LEAST
        && !SectionTitle.isDay(above)
        && !SectionTitle.isDate(above)
        && !SectionTitle.isSection(row.text())
        && !SectionTitle.isEvent(DateTail.without(row.text()))) {
      take(people, i);
      inHeading = true;
    }
  }

  /** "Editor @ Initech", "@jane": what right below a heading tells about the only one it names. */
  private void takeAbout(int from) {
    for (int i = from; i < Math.min(end, from + MOST_ABOUT) && speakers.size() == 1; i++) {
      Row row = rows.get(i);
      People people = row.isParagraph() && row.isShort() ? names.strictly(i) : People.of("");
      boolean handle = people.speakers().size() == 1 && people.speakers().getFirst().name() == null;
      Speaker speaker = speakers.getLast();
      if (handle && speaker.handle() == null) {
        take(people, i);
      } else if (row.isParagraph() && row.isShort() && isRole(row.text())) {
        String role = speaker.affiliation() == null ? row.text() : speaker.affiliation();
        speakers.set(0, new Speaker(speaker.name(), speaker.handle(), role));
        used.add(i);
      } else {
        return;
      }
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
      take(people, i);
      labelled |= !subtitle;
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
      takeList(i);
      return !used.isEmpty();
    }
    People people = People.announced(rest);
    if (people.speakers().isEmpty()) {
      return false;
    }
    take(people, i);
    labelled = true;
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
    take(people, i);
    return true;
  }

  /** A label on its own: one person on each of the rows that follow. */
  private void takeList(int label) {
    int before = speakers.size();
    for (int i = label + 1; i < Math.min(rows.size(), label + 1 + MOST_LISTED); i++) {
      Row row = rows.get(i);
      People people = row.isHeading() || !row.isShort() ? People.of("") : names.of(i);
      boolean first = speakers.size() == before;
      boolean sameKind = first || row.block().kind() == rows.get(label + 1).block().kind();
      if (people.score() < 0.25 || !sameKind) {
        // Below each name may be what its owner does
        if (first || row.isHeading() || row.isListItem() || !isProse(row) || !isBiography(i + 1)) {
          break;
        }
        continue;
      }
      take(onePerRow(row, people), i);
      labelled = true;
    }
    if (speakers.size() > before) {
      used.add(label);
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
    boolean set = rows.get(i).isStrong() == rows.get(used.getLast()).isStrong();
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

  private boolean takeBare(int i, Row row) {
    boolean code = row.block().kind() == Block.Kind.CODE;
    boolean plainLink = row.linked() && names.of(i).score() < 0.7;
    if (content || row.isListItem() || code || plainLink) {
      return false;
    }
    People people = names.bare(i);
    boolean adjacent = !used.isEmpty() && used.getLast() == i - 1;
    boolean sameBlock = adjacent && rows.get(i - 1).blockIndex() == row.blockIndex();
    boolean bothStrong = adjacent && rows.get(i - 1).isStrong() && row.isStrong();
    boolean allowed =
        speakers.isEmpty()
            || (adjacent && (sameBlock || bothStrong || people.score() >= 0.9) && !labelled);
    boolean another = speakers.isEmpty() || sameBlock || names.strictly(i).score() >= LEAST;
    if (!allowed || !another || people.score() < LEAST) {
      content |= !speakers.isEmpty();
      return false;
    }
    take(people, i);
    return true;
  }

  /** A name, then perhaps a handle, as the first items below the title. */
  private boolean takeItem(int i, Row row) {
    boolean first = i == title + 1 || (!used.isEmpty() && used.getLast() == i - 1);
    if (content || !first || labelled || !row.isListItem() || row.level() != 1) {
      return false;
    }
    People people = names.strictly(i);
    boolean sure = people.score() >= SURE || row.text().startsWith("@");
    if (!sure || SectionTitle.isSection(rows.get(title).slot().title())) {
      return false;
    }
    boolean handle = people.speakers().size() == 1 && people.speakers().getFirst().name() == null;
    if (people.speakers().isEmpty() || (!speakers.isEmpty() && !handle)) {
      return false;
    }
    take(people, i);
    return true;
  }

  private void take(People people, int row) {
    commas = speakers.isEmpty() ? people.commas() : Commas.NONE;
    people.speakers().forEach(this::add);
    if (!people.speakers().isEmpty()) {
      used.add(row);
      score = Math.min(score, people.score());
    }
  }

  /** Adds somebody new, or what is new about somebody known. */
  private void add(Speaker speaker) {
    for (int i = 0; i < speakers.size(); i++) {
      if (speakers.get(i).isSameAs(speaker)) {
        speakers.set(i, speakers.get(i).and(speaker));
        return;
      }
    }
    boolean handleOnly = speaker.name() == null && !speakers.isEmpty();
    if (handleOnly && speakers.getLast().handle() == null) {
      speakers.set(speakers.size() - 1, speakers.getLast().and(speaker));
      return;
    }
    speakers.add(speaker);
  }
}
