package io.confnotes.ingest.segment;

import io.confnotes.ingest.segment.line.Habit;
import io.confnotes.ingest.segment.line.SectionTitle;
import io.confnotes.ingest.segment.line.SlotLabel;
import io.confnotes.ingest.segment.line.TitleLine;
import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.people.SpeakerLabel;
import io.confnotes.ingest.segment.word.PlainText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds talks that no heading opens: a line with the title and a line with the speaker, both on one
 * line, in bold or without any markup.
 */
final class LineTalks {

  private static final int FEWEST_SLOTS = 3;
  private static final double SURE = 0.9;
  private static final double LIKELY = 0.6;

  private final List<Row> rows;
  private final Openings openings;
  private final int from;
  private final int to;
  private boolean slotsRecur;

  LineTalks(List<Row> rows, int from, int to) {
    this.rows = rows;
    this.openings = new Openings(rows);
    this.from = from;
    this.to = to;
  }

  /** Talks opened by bold lines, else by plain lines, else by list items. */
  List<Opening> find() {
    List<Opening> strong = find(row -> row.isParagraph() && !row.strong().isEmpty());
    if (!strong.isEmpty()) {
      return strong;
    }
    List<Opening> plain = find(row -> row.isParagraph() && row.field().isEmpty());
    return plain.isEmpty() ? listed() : plain;
  }

  /** Talks opened by list items of the first level that have notes below them. */
  List<Opening> listed() {
    List<Opening> found = find(row -> row.isListItem() && row.level() == 1);
    return found.size() >= 2 ? found : List.of();
  }

  private List<Opening> find(Predicate<Row> shape) {
    List<String> lines = new ArrayList<>();
    int slots = 0;
    for (int i = from; i < to; i++) {
      Row row = rows.get(i);
      if (shape.test(row) && row.isShort() && TitleLine.isStandalone(row.text())) {
        SlotLabel slot = row.slot();
        lines.add(slot.title());
        slots += slot.isSlotted() && PlainText.words(slot.title()) >= 2 ? 1 : 0;
      }
    }
    Habit habit = Habit.of(lines.size() > 2000 ? lines.subList(0, 2000) : lines);
    slotsRecur = lines.size() >= FEWEST_SLOTS && slots >= FEWEST_SLOTS;
    List<Opening> found = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Opening opening = shape.test(rows.get(i)) ? opening(i, habit) : null;
      if (opening != null) {
        found.add(opening);
        i = opening.used().getLast();
      }
    }
    return withContent(found);
  }

  private @Nullable Opening opening(int i, Habit habit) {
    Row row = rows.get(i);
    if (!row.isShort()) {
      return null;
    }
    boolean item = row.isListItem();
    Opening split = strongPrefix(i, row);
    if (split != null) {
      return split;
    }
    if (!TitleLine.isStandalone(row.text())) {
      return null;
    }
    Opening opening = openings.at(i, Math.min(to, item ? i + 1 : i + 6), habit);
    if (opening == null || !isEnough(row, opening)) {
      return null;
    }
    boolean section = SectionTitle.isSection(opening.title()) && !opening.slotted();
    return section || SectionTitle.isDate(opening.title()) ? null : opening;
  }

  private boolean isEnough(Row row, Opening opening) {
    if (!opening.isNamed()) {
      boolean set = row.isStrong() || (slotsRecur && row.inferred());
      return opening.slotted() && set && PlainText.words(opening.title()) >= 2;
    }
    boolean inline = opening.used().size() == 1;
    boolean quotation =
        inline
            && !row.isStrong()
            && "\"“„«'".indexOf(row.text().codePointAt(0)) >= 0
            && !opening.slotted()
            && !row.text().toLowerCase(Locale.ROOT).contains(" by ");
    boolean dashed =
        inline && !row.isStrong() && !opening.slotted() && opening.reason().contains("joined");
    boolean thin =
        dashed && (opening.title().endsWith(".") || PlainText.words(opening.title()) < 3);
    boolean next = opening.used().getLast() - opening.firstRow() <= 1;
    boolean sure = opening.strength() >= SURE || row.isStrong() || opening.slotted() || next;
    return !quotation && !thin && opening.strength() >= LIKELY && sure;
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
      return new Opening(
          i,
          List.of(i),
          title,
          behind.speakers(),
          behind.score(),
          false,
          false,
          "bold title with the speaker behind it");
    }
    People before = People.of(row.strong());
    String titleBehind = TitleLine.clean(rest);
    boolean titled =
        before.score() >= LIKELY
            && TitleLine.isStandalone(titleBehind)
            && PlainText.words(titleBehind) >= 2;
    return titled
        ? new Opening(
            i,
            List.of(i),
            titleBehind,
            before.speakers(),
            before.score(),
            false,
            false,
            "bold speaker with the title behind it")
        : null;
  }

  /** Leaves out what has no notes below it: programmes, tables of contents, line-ups. */
  private List<Opening> withContent(List<Opening> found) {
    List<Opening> kept = new ArrayList<>();
    Set<String> titles = new HashSet<>();
    for (int i = 0; i < found.size(); i++) {
      Opening opening = found.get(i);
      int end = i + 1 < found.size() ? found.get(i + 1).firstRow() : to;
      if (hasContent(opening.used().getLast() + 1, end, rows.get(opening.row()))
          && titles.add(opening.title().toLowerCase(Locale.ROOT))) {
        kept.add(opening);
      }
    }
    return kept;
  }

  private boolean hasContent(int start, int end, Row title) {
    for (int i = start; i < Math.min(end, start + 12); i++) {
      Row row = rows.get(i);
      if (row.isHeading()
          || (title.isListItem() && !(row.isListItem() && row.level() > title.level()))) {
        return false;
      }
      String words = row.text().substring(0, Math.min(row.text().length(), 400));
      int fewest = row.isListItem() ? 1 : 2;
      if (!SpeakersBelow.isMeta(row) && PlainText.words(words) >= fewest) {
        return true;
      }
    }
    return false;
  }
}
