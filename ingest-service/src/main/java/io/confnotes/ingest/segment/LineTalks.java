package io.confnotes.ingest.segment;

import io.confnotes.ingest.segment.line.Byline;
import io.confnotes.ingest.segment.line.Habit;
import io.confnotes.ingest.segment.line.SectionTitle;
import io.confnotes.ingest.segment.line.SetApart;
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
import org.jspecify.annotations.Nullable;

/**
 * Finds talks that no heading opens: a line with the title and a line with the speaker, both on one
 * line, in bold or without any markup.
 */
final class LineTalks {

  private static final int FEWEST_SLOTS = 3;
  private static final int LONGEST_HEAD = 300;
  private static final int MOST_TRIES = 6;
  private static final Set<String> DASHED =
      Set.of(Byline.Form.TITLE_DASH_NAME.reason(), Byline.Form.NAME_DASH_TITLE.reason());
  private static final double SURE = 0.9;
  private static final double LIKELY = 0.6;

  private final List<Row> rows;
  private final Set<Integer> taken;
  private final LineShape shape;
  private final Openings openings;
  private final Outline outline;
  private boolean slotsRecur;

  /**
   * @param taken rows that headings use
   */
  LineTalks(
      List<Row> rows, Openings openings, Outline outline, Set<Integer> taken, LineShape shape) {
    this.rows = rows;
    this.openings = openings;
    this.outline = outline;
    this.taken = taken;
    this.shape = shape;
  }

  /** What the lines of the shape could open, in the order of the text. */
  List<Opening> find() {
    List<String> lines = new ArrayList<>();
    int slots = 0;
    for (Row row : rows) {
      if (shape.fits(row) && row.isShort() && TitleLine.isStandalone(row.text())) {
        SlotLabel slot = row.slot();
        lines.add(slot.title());
        slots += slot.isSlotted() && PlainText.words(slot.title()) >= 2 ? 1 : 0;
      }
    }
    Habit habit = Habit.of(lines);
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
      return withContent(found);
    }
    long named = found.stream().filter(Opening::isNamed).count();
    boolean recurring = found.size() >= FEWEST_SLOTS && found.size() > 3 * named;
    boolean counted = shape == LineShape.NUMBERED && found.size() >= FEWEST_SLOTS;
    return recurring || counted ? withContent(found) : List.of();
  }

  /** Whether lines of the shape are talks because there are several of them, named or not. */
  private boolean isByRecurrence() {
    return shape == LineShape.NUMBERED || shape == LineShape.ABOVE_ITEMS;
  }

  /** Whether an item is listed as a lightning talk: those have few notes, or none. */
  private boolean isLightning(int row) {
    Outline.Node heading = outline.above(row);
    Row first = rows.getFirst();
    String above =
        heading != null ? rows.get(heading.row).text() : first.isListItem() ? "" : first.text();
    return above.length() <= LONGEST_HEAD && SectionTitle.isLightning(above);
  }

  private @Nullable Opening opening(int i, Habit habit) {
    Row row = rows.get(i);
    Opening inline = inline(i, row);
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
    Opening opening = openings.at(i, Math.min(rows.size(), item ? i + 1 : i + 6), habit);
    if (opening == null || !(isEnough(row, opening) || isEnoughHere(i, opening))) {
      return null;
    }
    boolean section = SectionTitle.isSection(opening.title()) && !opening.slotted();
    if (section || SectionTitle.isDate(opening.title())) {
      return null;
    }
    return shape == LineShape.NUMBERED ? opening.withSlot() : opening;
  }

  /** What the line itself does not show, its place does. */
  private boolean isEnoughHere(int i, Opening opening) {
    return switch (shape) {
      case STRONG -> rows.get(i).isStrong() && isAlone(i) && PlainText.words(opening.title()) >= 2;
      case PLAIN -> false;
      case NUMBERED -> true;
      case ABOVE_ITEMS -> {
        int next = opening.used().getLast() + 1;
        yield next < rows.size() && rows.get(next).isListItem();
      }
      case ITEM -> isLightning(i);
    };
  }

  private boolean isAlone(int i) {
    int block = rows.get(i).blockIndex();
    boolean first = i == 0 || rows.get(i - 1).blockIndex() != block;
    return first && (i + 1 == rows.size() || rows.get(i + 1).blockIndex() != block);
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
        inline && !row.isStrong() && !opening.slotted() && DASHED.contains(opening.reason());
    boolean thin =
        dashed && (opening.title().endsWith(".") || PlainText.words(opening.title()) < 3);
    boolean next = opening.used().getLast() - opening.firstRow() <= 1;
    boolean sure = opening.strength() >= SURE || row.isStrong() || opening.slotted() || next;
    return !quotation && !thin && opening.strength() >= LIKELY && sure;
  }

  /** Title and speakers with the notes behind them on the same line. */
  private static @Nullable Opening inline(int i, Row row) {
    String text = row.text().substring(0, Math.min(row.text().length(), LONGEST_HEAD));
    boolean marked = !row.parts().isEmpty() || "\"“«„「《[".indexOf(text.charAt(0)) >= 0;
    if (!marked) {
      return null;
    }
    int tries = 0;
    for (int at = 4; at < text.length() && tries < MOST_TRIES; at++) {
      if (isEndOfHead(text, at)) {
        tries++;
        boolean more = PlainText.words(text.substring(at)) >= 2;
        String head = more ? SlotLabel.of(text.substring(0, at)).title() : "";
        Byline byline = more ? SetApart.read(head, row.parts()) : null;
        if (byline != null) {
          int rest = at;
          while (rest < text.length() && !Character.isLetterOrDigit(text.codePointAt(rest))) {
            rest += Character.charCount(text.codePointAt(rest));
          }
          if (rest == text.length()) {
            return null;
          }
          String reason = byline.form().reason();
          return new Opening(i, List.of(i), byline.title(), byline.people(), false, reason)
              .withLabel(true)
              .withRest(rest);
        }
      }
    }
    return null;
  }

  private static boolean isEndOfHead(String text, int at) {
    char c = text.charAt(at);
    boolean spaced = at + 1 == text.length() || text.charAt(at + 1) == ' ';
    return "：。".indexOf(c) >= 0
        || (":.;".indexOf(c) >= 0 && spaced)
        || ("-–—".indexOf(c) >= 0 && spaced && text.charAt(at - 1) == ' ');
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

  /** Leaves out what has no notes below it: programmes, tables of contents, line-ups. */
  private List<Opening> withContent(List<Opening> found) {
    List<Opening> kept = new ArrayList<>();
    Set<String> titles = new HashSet<>();
    boolean above = false;
    for (int i = 0; i < found.size(); i++) {
      Opening opening = found.get(i);
      int end = i + 1 < found.size() ? found.get(i + 1).firstRow() : rows.size();
      boolean notes =
          opening.rest() > 0
              || (shape == LineShape.ITEM && isLightning(opening.row()))
              || hasContent(opening.used().getLast() + 1, end, rows.get(opening.row()));
      boolean paragraph = hasParagraph(opening, end);
      boolean next = end < rows.size() && rows.get(end - 1).isParagraph();
      notes &= !paragraph || above || next;
      above = notes && paragraph;
      if (notes && titles.add(opening.title().toLowerCase(Locale.ROOT))) {
        kept.add(opening);
      }
    }
    return kept;
  }

  /**
   * Whether a list item has a paragraph below it. That of the last item may be none of its own, so
   * that it counts only beside others.
   */
  private boolean hasParagraph(Opening opening, int end) {
    int behind = opening.used().getLast() + 1;
    return rows.get(opening.row()).isListItem() && behind < end && rows.get(behind).isParagraph();
  }

  /** Whether a row is of a list item's own: an item below it, or another paragraph of it. */
  private static boolean isWithin(Row row, Row item) {
    return row.isListItem() ? row.level() > item.level() : row.isParagraph();
  }

  private boolean hasContent(int start, int end, Row title) {
    for (int i = start; i < Math.min(end, start + 12); i++) {
      Row row = rows.get(i);
      if (row.isHeading() || (title.isListItem() && !isWithin(row, title))) {
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
