package io.confnotes.ingest.segment.layout;

import io.confnotes.ingest.segment.byline.Byline;
import io.confnotes.ingest.segment.byline.Byline.Form;
import io.confnotes.ingest.segment.byline.Habit;
import io.confnotes.ingest.segment.byline.SetApart;
import io.confnotes.ingest.segment.line.DateTitle;
import io.confnotes.ingest.segment.line.SectionTitle;
import io.confnotes.ingest.segment.line.SlotLabel;
import io.confnotes.ingest.segment.line.TitleLine;
import io.confnotes.ingest.segment.opening.Opening;
import io.confnotes.ingest.segment.opening.Openings;
import io.confnotes.ingest.segment.outline.Outline;
import io.confnotes.ingest.segment.outline.Row;
import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.people.SpeakerLabel;
import io.confnotes.ingest.segment.word.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds talks that no heading opens: a line with the title and a line with the speaker, both on one
 * line, in bold or without any markup.
 */
final class LineTalks implements Layout {

  private static final int FEWEST_SLOTS = 3;
  private static final int LONGEST_HEAD = 300;
  private static final int MOST_ROWS = 6;

  /** Forms that lines can have by chance. */
  private static final List<Form> LOOSE =
      List.of(
          Form.TITLE_DASH_NAME,
          Form.NAME_DASH_TITLE,
          Form.TITLE_COMMA_NAME,
          Form.TITLE_COLON_NAME,
          Form.NAME_STOP_TITLE);

  private static final double SURE = 0.9;
  private static final double LIKELY = 0.6;

  private final List<Row> rows;
  private final Set<Integer> taken;
  private final LineShape shape;
  private final Openings openings;
  private final LineNotes notes;
  private boolean slotsRecur;
  private boolean timesRecur;

  /**
   * @param taken rows that headings use
   */
  LineTalks(
      List<Row> rows, Openings openings, Outline outline, Set<Integer> taken, LineShape shape) {
    this.rows = rows;
    this.openings = openings;
    this.notes = new LineNotes(rows, outline, shape);
    this.taken = taken;
    this.shape = shape;
  }

  @Override
  public List<Opening> find() {
    List<String> lines = new ArrayList<>();
    int slots = 0;
    for (Row row : rows) {
      String head = head(row);
      if (!head.isEmpty() && shape.fits(row)) {
        lines.add(SlotLabel.of(head).title());
      } else if (shape.fits(row) && row.isShort() && TitleLine.isStandalone(row.text())) {
        SlotLabel slot = row.slot();
        lines.add(slot.title());
        slots += slot.isSlotted() && PlainText.words(slot.title()) >= 2 ? 1 : 0;
      }
    }
    Habit habit = Habit.of(lines);
    timesRecur =
        IntStream.range(1, rows.size()).filter(this::isLoneTime).limit(FEWEST_SLOTS).count()
            == FEWEST_SLOTS;
    slotsRecur = lines.size() >= FEWEST_SLOTS && slots >= FEWEST_SLOTS;
    List<Opening> found = new ArrayList<>();
    int number = 0;
    for (int i = 0; i < rows.size(); i++) {
      boolean possible = shape.fits(rows.get(i)) && !taken.contains(i);
      if (shape == LineShape.NUMBERED && possible) {
        possible = rows.get(i).number() == number + 1;
        number += possible ? 1 : 0;
      }
      Opening opening = possible ? opening(i, habit) : null;
      if (opening != null) {
        found.add(opening);
        i = opening.used().getLast();
      }
    }
    if (!isByRecurrence()) {
      return notes.only(found);
    }
    long named = found.stream().filter(Opening::isNamed).count();
    boolean recurring = found.size() >= FEWEST_SLOTS && found.size() > 3 * named;
    boolean counted = shape == LineShape.NUMBERED && found.size() >= FEWEST_SLOTS;
    return recurring || counted ? notes.only(found) : List.of();
  }

  /** Whether lines of the shape are talks because there are several of them, named or not. */
  private boolean isByRecurrence() {
    return shape == LineShape.NUMBERED || shape == LineShape.ABOVE_ITEMS;
  }

  private @Nullable Opening opening(int i, Habit habit) {
    Row row = rows.get(i);
    if (shape == LineShape.LABELLED) {
      return openings.labelled(i, Math.min(rows.size(), i + 6));
    }
    Opening above = aboveLines(i, row, habit);
    Opening inline = above != null ? above : inline(i, row);
    if (inline != null || !row.isShort()) {
      return inline;
    }
    boolean item = row.isListItem();
    Opening split = strongPrefix(i, row);
    if (split != null) {
      return split;
    }
    boolean time = row.slot().timed() && row.slot().title().isEmpty();
    if (!time && !TitleLine.isStandalone(row.text())) {
      return null;
    }
    int end = Math.min(rows.size(), item ? i + 1 : i + MOST_ROWS);
    Opening opening = openings.at(i, timesRecur ? beforeNextTime(i, end) : end, habit);
    if (opening == null || !(isEnough(row, opening, habit) || isEnoughHere(i, opening))) {
      return null;
    }
    boolean section = SectionTitle.isSection(opening.title()) && !opening.slotted();
    if (section || DateTitle.isDate(opening.title())) {
      return null;
    }
    return shape == LineShape.NUMBERED ? opening.withSlot() : opening;
  }

  /** Times that have lines of their own open what follows, not what comes before. */
  private int beforeNextTime(int from, int end) {
    int at = from + 1;
    while (at < end && !isLoneTime(at)) {
      at++;
    }
    return at;
  }

  private boolean isLoneTime(int i) {
    SlotLabel slot = rows.get(i).slot();
    return slot.timed()
        && slot.title().isEmpty()
        && slot.label().isEmpty()
        && rows.get(i).isParagraph()
        && rows.get(i).line() > rows.get(i - 1).line() + 1;
  }

  /** What the line itself does not show, its place does. */
  private boolean isEnoughHere(int i, Opening opening) {
    return switch (shape) {
      case STRONG -> rows.get(i).isStrong() && isAlone(i) && PlainText.words(opening.title()) >= 2;
      case PLAIN -> false;
      case NUMBERED, LABELLED -> true;
      case ABOVE_ITEMS -> {
        int next = opening.used().getLast() + 1;
        yield next < rows.size() && rows.get(next).isListItem();
      }
      case ITEM -> notes.isLightning(i);
    };
  }

  private boolean isAlone(int i) {
    int block = rows.get(i).blockIndex();
    boolean first = i == 0 || rows.get(i - 1).blockIndex() != block;
    return first && (i + 1 == rows.size() || rows.get(i + 1).blockIndex() != block);
  }

  private boolean isEnough(Row row, Opening opening, Habit habit) {
    if (!opening.isNamed()) {
      boolean set = row.isStrong() || (slotsRecur && row.inferred());
      return opening.slotted() && set && PlainText.words(opening.title()) >= 2;
    }
    boolean inline = opening.used().size() == 1;
    boolean quotation =
        inline
            && row.strong().isEmpty()
            && !row.isListItem()
            && isQuotation(row.text())
            && !opening.slotted();
    int colon = opening.title().indexOf(": ");
    boolean names =
        !inline && People.strictly(opening.title().substring(colon + 1)).score() >= SURE;
    boolean plain = inline && !row.isStrong() && !opening.slotted();
    boolean thin = plain && LOOSE.stream().anyMatch(form -> isThin(opening, form, habit));
    boolean next = opening.used().getLast() - opening.firstRow() <= 1;
    boolean sure = opening.strength() >= SURE || row.isStrong() || opening.slotted() || next;
    return !quotation && !names && !thin && opening.strength() >= LIKELY && sure;
  }

  /** What somebody said, and who. */
  private static boolean isQuotation(String text) {
    return "\"“„«'".indexOf(text.codePointAt(0)) >= 0
        && !text.toLowerCase(Locale.ROOT).contains(" by ");
  }

  /** Whether a line that has a form by chance could have the same words. */
  private static boolean isThin(Opening opening, Form form, Habit habit) {
    boolean few = PlainText.words(opening.title()) < 3;
    boolean usual = habit.isUsual(form) && opening.strength() >= SURE;
    return opening.reason().equals(form.reason())
        && (opening.title().endsWith(".") || (few && !usual));
  }

  /** Title and speakers with the notes behind them on the same line. */
  private static @Nullable Opening inline(int i, Row row) {
    String text = HeadOfLine.of(row.text());
    boolean marked = !row.parts().isEmpty() || "\"“«„「《[".indexOf(text.charAt(0)) >= 0;
    if (!marked) {
      return null;
    }
    for (int at : HeadOfLine.ends(text)) {
      boolean more = PlainText.words(text.substring(at)) >= 2;
      String head = more ? SlotLabel.of(text.substring(0, at)).title() : "";
      Byline byline = more ? SetApart.read(head, row.parts()) : null;
      if (byline != null) {
        int rest = HeadOfLine.notes(text, at);
        String reason = byline.form().reason();
        return rest == text.length()
            ? null
            : new Opening(i, List.of(i), byline.title(), byline.people(), false, reason)
                .withLabel(true)
                .withRest(rest);
      }
    }
    return null;
  }

  /** The first of several lines that make one row; empty where it is the only one. */
  private static String head(Row row) {
    int end = row.text().indexOf('\n');
    return end > 0 && end <= LONGEST_HEAD ? row.text().substring(0, end) : "";
  }

  /** Title and speakers on the first line of a row, the notes on those below. */
  private @Nullable Opening aboveLines(int i, Row row, Habit habit) {
    String head = head(row);
    SlotLabel slot = SlotLabel.of(TitleLine.clean(head));
    if (head.isEmpty() || !TitleLine.isStandalone(head)) {
      return null;
    }
    Byline apart = SetApart.read(slot.title(), row.parts());
    Byline byline = apart != null ? apart : habit.read(slot.title());
    if (byline == null
        || !TitleLine.isPossible(byline.title())
        || SectionTitle.isSection(byline.title())) {
      return null;
    }
    Opening opening =
        new Opening(
            i,
            List.of(i),
            byline.title(),
            byline.people(),
            slot.isSlotted(),
            byline.form().reason());
    boolean sure = apart != null && apart.people().score() >= SURE;
    return sure || isEnough(row, opening, habit) ? opening.withRest(head.length() + 1) : null;
  }

  /** A bold title with the speakers behind it on the same line. */
  private @Nullable Opening strongPrefix(int i, Row row) {
    if (row.strong().isEmpty() || row.isStrong() || !row.text().startsWith(row.strong())) {
      return null;
    }
    String rest = row.text().substring(row.strong().length()).strip();
    String bracketless =
        rest.startsWith("(") && rest.endsWith(")") ? rest.substring(1, rest.length() - 1) : rest;
    String by = SpeakerLabel.restAfterWords(People.withoutEdges(bracketless));
    People behind = People.of(by != null ? by : bracketless);
    String title = TitleLine.clean(SlotLabel.of(row.strong()).title());
    if (behind.score() >= LIKELY && TitleLine.isPossible(title) && !SectionTitle.isSection(title)) {
      String reason = "bold title with the speaker behind it";
      return new Opening(i, List.of(i), title, behind, false, reason).withLabel(by != null);
    }
    People before = People.of(row.strong());
    String titleBehind = TitleLine.clean(rest);
    boolean titled =
        before.score() >= LIKELY
            && TitleLine.isStandalone(titleBehind)
            && PlainText.words(titleBehind) >= 2;
    String reason = "bold speaker with the title behind it";
    return titled ? new Opening(i, List.of(i), titleBehind, before, false, reason) : null;
  }
}
