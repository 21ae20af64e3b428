package io.confnotes.ingest.segment.opening;

import io.confnotes.ingest.segment.byline.Byline;
import io.confnotes.ingest.segment.byline.Habit;
import io.confnotes.ingest.segment.byline.OwnedByline;
import io.confnotes.ingest.segment.byline.SetApart;
import io.confnotes.ingest.segment.line.DateTitle;
import io.confnotes.ingest.segment.line.EventAffix;
import io.confnotes.ingest.segment.line.SectionTitle;
import io.confnotes.ingest.segment.line.SlotLabel;
import io.confnotes.ingest.segment.line.TitleLabel;
import io.confnotes.ingest.segment.line.TitleLine;
import io.confnotes.ingest.segment.outline.Row;
import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.people.Speaker;
import io.confnotes.ingest.segment.people.SpeakerLabel;
import io.confnotes.ingest.segment.speaker.FoundSpeakers;
import io.confnotes.ingest.segment.speaker.RowNames;
import io.confnotes.ingest.segment.speaker.SpeakersBelow;
import io.confnotes.ingest.segment.word.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a row, with those below it, as the opening of a talk. */
public final class Openings {

  private static final double LIKELY = 0.5;
  private static final double SURE = 0.9;
  private static final double NAME_ALONE = 0.3;
  private static final double NAME_IN_CAPITALS = 0.4;
  private static final int MOST_ROWS_TO_TITLE = 6;

  private static final String LABELLED = "labelled title and labelled speaker";

  private final List<Row> rows;
  private final RowNames names;

  public Openings(List<Row> rows) {
    this.rows = rows;
    this.names = new RowNames(rows);
  }

  /**
   * What the row opens; null for what names no talk. An opening without speakers and slot is no
   * more than a possibility.
   *
   * @param end index of the first row that can't belong to the talk
   */
  public @Nullable Opening at(int row, int end, Habit habit) {
    String text = rows.get(row).text();
    String label = names.label(row);
    boolean speakerLine = label != null && People.of(label).score() >= LIKELY;
    SlotLabel slot = rows.get(row).slot();
    if (!rows.get(row).isShort() || (speakerLine && !slot.isSlotted())) {
      return null;
    }
    boolean place = rows.get(row).isHeading() && slot.isPlace();
    if (slot.title().isEmpty() && slot.timed() && (slot.label().isEmpty() || place)) {
      return belowTime(row, end);
    }
    FoundSpeakers below = SpeakersBelow.find(rows, names, row, end);
    if (slot.title().isEmpty()) {
      return labelOnly(row, end, slot, below);
    }
    if (TitleLine.isPlaceholder(slot.title())) {
      return null;
    }
    String line = EventAffix.without(slot.title());
    Byline apart = SetApart.read(line, rows.get(row).parts());
    if (apart != null) {
      return titled(row, line, apart, below);
    }
    People people = slot.title().equals(text) ? names.strictly(row) : People.strictly(slot.title());
    String by = SpeakerLabel.restAfterWords(slot.title());
    if (by != null && People.of(by).score() >= LIKELY && slot.isSlotted()) {
      people = People.of(by);
    }
    double least = slot.isSlotted() ? LIKELY : habit.namesRecur() ? 0.6 : SURE;
    if (people.score() >= least && below == null) {
      Byline usual = slot.keynote() ? null : habit.readAsUsual(line);
      return usual == null ? namesOnly(row, end, slot, people) : titled(row, line, usual, below);
    }
    return titled(row, line, habit.read(line), below);
  }

  /** "Title: ...", with "Speaker: ..." on the line above or one of the next. */
  public @Nullable Opening labelled(int row, int end) {
    String title = TitleLabel.rest(rows.get(row).text());
    String cleaned = title == null ? "" : TitleLine.clean(title);
    if (!TitleLine.isPossible(cleaned)) {
      return null;
    }
    String above = row == 0 ? null : names.label(row - 1);
    boolean next = row + 1 < end && names.label(row + 1) != null;
    if (above != null && !next) {
      People people = People.announced(above);
      List<Integer> used = List.of(row - 1, row);
      return people.speakers().isEmpty()
          ? null
          : new Opening(row, used, cleaned, people, false, LABELLED).withLabel(true);
    }
    FoundSpeakers below = SpeakersBelow.find(rows, names, row, end);
    return below != null && below.labelled() ? opening(row, cleaned, below, false, LABELLED) : null;
  }

  /** A time on a line of its own, then name and title on the next two, in either order. */
  private @Nullable Opening belowTime(int row, int end) {
    int first = row + 1;
    if (first >= end || !isShortLine(first)) {
      return null;
    }
    String one = rows.get(first).slot().title();
    boolean pair = first + 1 < end && isShortLine(first + 1);
    String two = pair ? rows.get(first + 1).slot().title() : "";
    People above = namesIn(first);
    People below = pair ? namesIn(first + 1) : People.of("");
    boolean shorter = PlainText.words(one) < PlainText.words(two);
    if (pair && above.score() >= NAME_IN_CAPITALS && (shorter || above.score() > below.score())) {
      return timed(row, first + 1, two, above, "time, name line and title line");
    }
    if (pair && below.score() >= LIKELY) {
      return timed(row, first, one, below, "time, title line and name line");
    }
    return timed(row, first, one, People.of(""), "title line below a time");
  }

  private People namesIn(int row) {
    SlotLabel slot = rows.get(row).slot();
    return slot.isSlotted() ? People.of(slot.title()) : names.of(row);
  }

  private boolean isShortLine(int row) {
    return rows.get(row).isShort() && !rows.get(row).isHeading() && !rows.get(row).isListItem();
  }

  private @Nullable Opening timed(int row, int title, String text, People people, String reason) {
    String cleaned = TitleLine.clean(text);
    if (!TitleLine.isPossible(cleaned) || SectionTitle.isBreak(cleaned)) {
      return null;
    }
    int last = people.speakers().isEmpty() ? title : Math.max(title, row + 2);
    List<Integer> used = new ArrayList<>();
    for (int i = row; i <= last; i++) {
      used.add(i);
    }
    return new Opening(title, used, cleaned, people, true, reason);
  }

  /** A slot without a title of its own: below it a title is announced, or it is a keynote. */
  private @Nullable Opening labelOnly(
      int row, int end, SlotLabel slot, @Nullable FoundSpeakers below) {
    if (slot.label().isEmpty()) {
      return null;
    }
    for (int i = row + 1; i < Math.min(end, row + 1 + MOST_ROWS_TO_TITLE); i++) {
      String announced = rows.get(i).isShort() ? TitleLabel.rest(rows.get(i).text()) : null;
      if (announced != null && TitleLine.isPossible(TitleLine.clean(announced))) {
        return announced(row, i, TitleLine.clean(announced), below);
      }
    }
    Opening joined = bylineBelow(row, end, slot);
    if (joined != null) {
      return joined;
    }
    String title = slot.keynote() ? "Keynote" : TitleLine.clean(slot.label());
    if (below != null) {
      return opening(row, title, below, true, "slot label followed by a name line");
    }
    boolean one = slot.keynote() || slot.isPanel();
    return one
        ? new Opening(row, List.of(row), title, People.of(""), true, "slot without a title")
        : null;
  }

  /** "Plenary", and on the first line below it: "'Oiling Hinges' by Jane Doe". */
  private @Nullable Opening bylineBelow(int row, int end, SlotLabel slot) {
    int next = row + 1;
    if (next >= end || !isShortLine(next) || !isAlone(next) || slot.isSession()) {
      return null;
    }
    String text = rows.get(next).text();
    Byline apart = SetApart.read(text, rows.get(next).parts());
    Byline byline = apart != null ? apart : Habit.of(List.of(text)).read(text);
    if (byline == null
        || !byline.form().isExplicit()
        || PlainText.words(byline.title()) < 2
        || !TitleLine.isStandalone(byline.title())) {
      return null;
    }
    List<Integer> used = List.of(row, next);
    String reason = "slot label followed by title and speaker";
    return new Opening(next, used, byline.title(), byline.people(), true, reason);
  }

  private boolean isAlone(int row) {
    int block = rows.get(row).blockIndex();
    return row + 1 >= rows.size() || rows.get(row + 1).blockIndex() != block;
  }

  private static Opening announced(
      int row, int titleRow, String title, @Nullable FoundSpeakers below) {
    TreeSet<Integer> used = new TreeSet<>(List.of(row, titleRow));
    People people = People.of("");
    if (below != null) {
      used.addAll(below.rows());
      people = below.people();
    }
    String reason = "slot label followed by a labelled title";
    return new Opening(titleRow, new ArrayList<>(used), title, people, true, reason)
        .withLabel(below != null && below.labelled());
  }

  /** A heading of names only: a keynote without title, or speakers above their title. */
  private @Nullable Opening namesOnly(int row, int end, SlotLabel slot, People people) {
    int next = row + 1;
    if (next < end && isTitleBelowName(row, next, slot.keynote())) {
      String title = TitleLine.clean(rows.get(next).slot().title());
      List<Integer> used = List.of(row, next);
      String reason = "name line followed by a title line";
      return new Opening(next, used, title, people, slot.isSlotted(), reason);
    }
    if (slot.label().isEmpty()) {
      return rows.get(row).isHeading() && people.score() > SURE ? nameAsTitle(row, people) : null;
    }
    String title = slot.keynote() ? "Keynote" : TitleLine.clean(slot.label());
    String reason = "slot label and a name on one line";
    return new Opening(row, List.of(row), title, people.atLeast(0.8), true, reason);
  }

  /** Some head the notes of a talk with its speaker's name only; so do biographies. */
  private Opening nameAsTitle(int row, People people) {
    // The slot may say more, such as the pronouns
    String title = withoutBrackets(TitleLine.clean(rows.get(row).slot().title()));
    People weak = new People(people.speakers(), NAME_ALONE);
    return new Opening(row, List.of(row), title, weak, false, "speaker's name without a title");
  }

  private static String withoutBrackets(String names) {
    int open = names.lastIndexOf(" (");
    return open > 0 && names.endsWith(")") ? names.substring(0, open) : names;
  }

  private boolean isTitleBelowName(int name, int next, boolean keynote) {
    Row row = rows.get(next);
    String title = row.slot().title();
    boolean possible =
        row.isShort()
            && TitleLine.isPossible(title)
            && !SectionTitle.isSection(title)
            && People.of(title).score() < LIKELY
            && !People.isAffiliation(title);
    if (!possible || DateTitle.isDate(title)) {
      return false;
    }
    if (row.isHeading()) {
      return row.level() > rows.get(name).level()
          && rows.get(name).isHeading()
          && PlainText.words(title) >= 2;
    }
    boolean quoted = "\"“„«「『《".indexOf(title.codePointAt(0)) >= 0 && TitleLine.isStandalone(title);
    boolean alone = next + 1 >= rows.size() || rows.get(next + 1).blockIndex() != row.blockIndex();
    boolean plain =
        alone && !keynote && TitleLine.isStandalone(title) && PlainText.words(title) >= 3;
    return row.isParagraph() && (row.isStrong() || quoted || plain);
  }

  private @Nullable Opening titled(
      int row, String line, @Nullable Byline byline, @Nullable FoundSpeakers below) {
    SlotLabel slot = rows.get(row).slot();
    Opening owned = below == null ? null : ownedBelow(row, line, below);
    if (owned != null) {
      return owned;
    }
    boolean explicit = byline != null && byline.form().isExplicit();
    boolean surer =
        byline != null && below != null && byline.people().score() >= 0.9 && !below.labelled();
    if (byline != null && (below == null || explicit || surer)) {
      People people = byline.people().atLeast(Math.min(1, byline.people().score() + 0.1));
      String reason = byline.form().reason();
      return new Opening(row, List.of(row), byline.title(), people, slot.isSlotted(), reason)
          .withLabel(explicit);
    }
    String announced = TitleLabel.rest(rows.get(row).text());
    String title = TitleLine.clean(announced != null ? announced : line);
    if (!TitleLine.isPossible(title)) {
      return null;
    }
    if (below != null) {
      String reason =
          below.labelled()
              ? "title followed by a labelled speaker"
              : "title line followed by a name line";
      return opening(
          row, withoutAffiliation(title, below.speakers()), below, slot.isSlotted(), reason);
    }
    String reason =
        slot.isSlotted() ? "title with a slot label or a time" : "heading among talk headings";
    return new Opening(row, List.of(row), title, People.of(""), slot.isSlotted(), reason);
  }

  /** "Jane Doe - Title", above "@jane": whose handle it is tells which side is the name. */
  private @Nullable Opening ownedBelow(int row, String line, FoundSpeakers below) {
    Speaker speaker = below.speakers().getFirst();
    String handle = speaker.name() == null ? speaker.handle() : null;
    boolean only = below.speakers().size() == 1;
    Byline byline = only && handle != null ? OwnedByline.of(line, handle) : null;
    if (byline == null) {
      return null;
    }
    Speaker named = byline.people().speakers().getFirst().and(speaker);
    People people = new People(List.of(named), SURE);
    FoundSpeakers found =
        new FoundSpeakers(people, below.rows(), below.inHeading(), below.labelled());
    return opening(
        row, byline.title(), found, rows.get(row).slot().isSlotted(), byline.form().reason());
  }

  /** Some put where the speakers work behind the title, and again behind their names. */
  private static String withoutAffiliation(String title, List<Speaker> speakers) {
    for (Speaker speaker : speakers) {
      String affiliation = speaker.affiliation();
      int at = affiliation == null ? -1 : title.length() - affiliation.length();
      if (affiliation != null
          && at > 3
          && title.regionMatches(true, at, affiliation, 0, affiliation.length())) {
        String before = title.substring(0, at).stripTrailing();
        boolean separated = "-–—|,".indexOf(before.charAt(before.length() - 1)) >= 0;
        return separated ? TitleLine.clean(before) : title;
      }
    }
    return title;
  }

  private static Opening opening(
      int row, String title, FoundSpeakers below, boolean slotted, String reason) {
    TreeSet<Integer> used = new TreeSet<>(below.rows());
    used.add(row);
    return new Opening(row, new ArrayList<>(used), title, below.people(), slotted, reason)
        .withNameInHeading(below.inHeading())
        .withLabel(below.labelled());
  }
}
