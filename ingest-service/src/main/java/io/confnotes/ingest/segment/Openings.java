package io.confnotes.ingest.segment;

import io.confnotes.ingest.segment.line.Byline;
import io.confnotes.ingest.segment.line.Habit;
import io.confnotes.ingest.segment.line.SectionTitle;
import io.confnotes.ingest.segment.line.SlotLabel;
import io.confnotes.ingest.segment.line.TitleLine;
import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.people.SpeakerLabel;
import io.confnotes.ingest.segment.word.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a row, with those below it, as the opening of a talk. */
final class Openings {

  private static final double LIKELY = 0.5;

  private final List<Row> rows;

  Openings(List<Row> rows) {
    this.rows = rows;
  }

  /**
   * What the row opens; null for what names no talk. An opening without speakers and slot is no
   * more than a possibility.
   *
   * @param end index of the first row that can't belong to the talk
   */
  @Nullable Opening at(int row, int end, Habit habit) {
    String text = rows.get(row).text();
    String label = SpeakerLabel.rest(text);
    boolean speakerLine = label != null && People.of(label).score() >= LIKELY;
    boolean labelOfTalk = rows.get(row).slot().isSlotted();
    if (!rows.get(row).isShort() || (speakerLine && !labelOfTalk)) {
      return null;
    }
    SlotLabel slot = rows.get(row).slot();
    SpeakersBelow.Found below = SpeakersBelow.find(rows, row, end);
    if (slot.title().isEmpty()) {
      return labelOnly(row, slot, below);
    }
    if (TitleLine.isPlaceholder(slot.title())) {
      return null;
    }
    People people = People.strictly(slot.title());
    String by = SpeakerLabel.restAfterWords(slot.title());
    if (by != null && People.of(by).score() >= LIKELY && slot.isSlotted()) {
      people = People.of(by);
    }
    if (people.score() >= LIKELY && below == null && (slot.keynote() || people.score() >= 0.6)) {
      return namesOnly(row, end, slot, people);
    }
    return titled(row, slot, below, habit);
  }

  private @Nullable Opening labelOnly(
      int row, SlotLabel slot, SpeakersBelow.@Nullable Found below) {
    if (below == null || slot.label().isEmpty()) {
      return null;
    }
    String title = slot.keynote() ? "Keynote" : TitleLine.clean(slot.label());
    return opening(row, title, below, true, "slot label followed by a name line");
  }

  /** A heading of names only: a keynote without title, or speakers above their title. */
  private @Nullable Opening namesOnly(int row, int end, SlotLabel slot, People people) {
    int next = row + 1;
    if (next < end && isTitleBelowName(row, next, slot.keynote())) {
      String title = TitleLine.clean(rows.get(next).slot().title());
      return new Opening(
          next,
          List.of(row, next),
          title,
          people.speakers(),
          people.score(),
          slot.isSlotted(),
          false,
          "name line followed by a title line");
    }
    if (slot.label().isEmpty()) {
      return null;
    }
    String title = slot.keynote() ? "Keynote" : TitleLine.clean(slot.label());
    return new Opening(
        row,
        List.of(row),
        title,
        people.speakers(),
        0.8,
        true,
        false,
        "slot label and a name on one line");
  }

  private boolean isTitleBelowName(int name, int next, boolean keynote) {
    Row row = rows.get(next);
    String title = row.slot().title();
    boolean possible =
        row.isShort()
            && TitleLine.isPossible(title)
            && !SectionTitle.isSection(title)
            && People.of(title).score() < LIKELY;
    if (!possible || SectionTitle.isDate(title)) {
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
      int row, SlotLabel slot, SpeakersBelow.@Nullable Found below, Habit habit) {
    Byline byline = habit.read(slot.title());
    boolean explicit =
        byline != null && (byline.form() == Byline.Form.BY || byline.form() == Byline.Form.LABEL);
    boolean surer =
        byline != null && below != null && byline.people().score() >= 0.9 && !below.labelled();
    if (byline != null && (below == null || explicit || surer)) {
      return new Opening(
          row,
          List.of(row),
          byline.title(),
          byline.people().speakers(),
          Math.min(1, byline.people().score() + 0.1),
          slot.isSlotted(),
          false,
          byline.form().reason());
    }
    String title = TitleLine.clean(slot.title());
    if (!TitleLine.isPossible(title)) {
      return null;
    }
    if (below != null) {
      return opening(
          row,
          title,
          below,
          slot.isSlotted(),
          below.labelled()
              ? "title followed by a labelled speaker"
              : "title line followed by a name line");
    }
    return new Opening(
        row,
        List.of(row),
        title,
        List.of(),
        slot.isSlotted() ? 0.6 : 0.3,
        slot.isSlotted(),
        false,
        slot.isSlotted() ? "title with a slot label or a time" : "heading among talk headings");
  }

  private static Opening opening(
      int row, String title, SpeakersBelow.Found below, boolean slotted, String reason) {
    TreeSet<Integer> used = new TreeSet<>(below.rows());
    used.add(row);
    return new Opening(
        row,
        new ArrayList<>(used),
        title,
        below.speakers(),
        below.score(),
        slotted,
        below.inHeading(),
        reason);
  }
}
