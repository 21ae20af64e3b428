package io.confnotes.ingest.segment.choice;

import static io.confnotes.ingest.segment.choice.Sign.*;

import io.confnotes.ingest.segment.line.DateTitle;
import io.confnotes.ingest.segment.line.EventAffix;
import io.confnotes.ingest.segment.line.EventTitle;
import io.confnotes.ingest.segment.line.SectionTitle;
import io.confnotes.ingest.segment.line.SlotLabel;
import io.confnotes.ingest.segment.line.TitleKind;
import io.confnotes.ingest.segment.line.TitleLabel;
import io.confnotes.ingest.segment.line.TitleLine;
import io.confnotes.ingest.segment.opening.Opening;
import io.confnotes.ingest.segment.outline.Diary;
import io.confnotes.ingest.segment.outline.Row;
import io.confnotes.ingest.segment.word.PlainText;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How likely each heading and line opens a talk: what speaks for it and against it, added up. */
final class Likelihood {

  private static final int MOST_ROWS = 200;
  private static final int MOST_EVENT_ROWS = 4;
  private static final int MOST_EVENT_WORDS = 12;
  private static final int DEEP = 3;

  /** What a heading can be to those below it. */
  private enum Group {
    TALKS,
    ABOUT_TALKS,
    EVENT,
    SECTION,
    /** A single word, such as a person's or a track's. */
    WORD,
    OTHER
  }

  private final List<Row> rows;
  private final @Nullable Group[] groups;
  private final @Nullable String[] words;
  private final Map<String, Integer> titles = new HashMap<>();
  private final boolean diary;
  private final int firstEvent;
  private final boolean belowList;
  private final int topLevel;
  private final int topTitles;

  /**
   * @param headings all of the document
   */
  Likelihood(List<Row> rows, List<Candidate> headings) {
    this.rows = rows;
    this.groups = new Group[rows.size()];
    this.words = new String[rows.size()];
    this.diary = new Diary(rows).isDiary();
    this.firstEvent = firstEvent(headings);
    this.belowList = isBelowList(headings);
    int level = Candidate.LEVELS;
    for (Candidate candidate : headings) {
      titles.merge(key(rows.get(candidate.row).text()), 1, Integer::sum);
      level = Math.min(level, candidate.level);
    }
    this.topLevel = levelOfFirst(headings) == level ? level : -1;
    this.topTitles =
        (int)
            headings.stream()
                .filter(candidate -> candidate.level == topLevel && isTitle(candidate))
                .count();
  }

  /** That of the first heading that is no section, such as a table of contents; else -1. */
  private int levelOfFirst(List<Candidate> headings) {
    for (Candidate heading : headings) {
      if (!SectionTitle.isSection(rows.get(heading.row).text())) {
        return heading.level;
      }
    }
    return -1;
  }

  /**
   * The first row that names an event, a day or a date: a heading of any level, as levels are not
   * always right, or a line before the first heading.
   */
  private int firstEvent(List<Candidate> headings) {
    int before = headings.isEmpty() ? rows.size() : headings.getFirst().row;
    for (int i = 0; i < Math.min(before, MOST_EVENT_ROWS); i++) {
      Row row = rows.get(i);
      if (row.isShort() && row.field().isEmpty() && isEvent(row.text())) {
        return i;
      }
    }
    for (Candidate candidate : headings) {
      if (isEvent(words(candidate))) {
        return candidate.row;
      }
    }
    return rows.size();
  }

  /** "Title: Lightning talks", on a line before the first heading. */
  private boolean isBelowList(List<Candidate> headings) {
    int before = headings.isEmpty() ? 0 : headings.getFirst().row;
    for (Row row : rows.subList(0, Math.min(before, MOST_EVENT_ROWS))) {
      String announced = row.isShort() ? TitleLabel.rest(row.text()) : null;
      if (announced != null && SectionTitle.isListOfTalks(announced)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEvent(String text) {
    return !text.isEmpty()
        && PlainText.words(text) <= MOST_EVENT_WORDS
        && (DateTitle.isDate(text)
            || DateTitle.isDay(text)
            || (EventTitle.isEvent(text) && !SectionTitle.isSection(text)));
  }

  /** What a heading says, without slot and event. */
  private String words(Candidate candidate) {
    String known = words[candidate.row];
    if (known == null) {
      String title = TitleLine.clean(rows.get(candidate.row).slot().title());
      known = title.isEmpty() ? title : EventAffix.without(title);
      words[candidate.row] = known;
    }
    return known;
  }

  private boolean isTitle(Candidate candidate) {
    String title = words(candidate);
    return TitleLine.isPossible(title)
        && !SectionTitle.isSection(title)
        && !DateTitle.isDate(title)
        && !EventTitle.isEvent(title);
  }

  private static String key(String title) {
    return title.toLowerCase(Locale.ROOT);
  }

  /** The log-odds of a candidate with an opening, by itself and where it stands. */
  double of(Candidate candidate, Opening opening) {
    double odds = candidate.isLine() ? LINE.weight : HEADING.weight;
    odds += title(candidate, opening);
    if (opening.isNamed()) {
      odds += opening.strength() * (opening.labelled() ? LABELLED_SPEAKER : SPEAKER).weight;
    }
    odds += opening.slotted() ? SLOT.weight : 0;
    odds += candidate.told ? TOLD.weight : 0;
    odds += notes(candidate, opening);
    double place = place(candidate, opening);
    boolean deep = !candidate.isLine() && place <= 0 && candidate.depth() >= DEEP;
    return odds + place + (deep ? DEEP_HEADING.weight : 0);
  }

  private double title(Candidate candidate, Opening opening) {
    String title = opening.title();
    boolean certain = opening.isNamed() || opening.slotted();
    int words = PlainText.words(title);
    double odds = words >= 3 ? TITLE_OF_SEVERAL_WORDS.weight : 0;
    odds += words == 2 ? TITLE_OF_TWO_WORDS.weight : 0;
    odds += words == 1 && !opening.isKeynote() ? TITLE_OF_ONE_WORD.weight : 0;
    char last = title.charAt(title.length() - 1);
    boolean sentence = last == ':' || last == '.' || last == '。' || last == '：' || words > 24;
    odds += sentence && !title.endsWith("...") ? TITLE_LIKE_A_SENTENCE.weight : 0;
    boolean untitled = opening.slotted() && rows.get(candidate.row).slot().title().isEmpty();
    TitleKind kind = candidate.kind;
    if ((kind == TitleKind.SECTION && !untitled) || (isTrack(candidate) && !opening.isNamed())) {
      odds += SECTION_TITLE.weight;
    } else if (kind == TitleKind.BREAK && !opening.isNamed()) {
      odds += BREAK_TITLE.weight;
    } else if (!certain && SectionTitle.mentionsTalks(title)) {
      odds += TITLE_OF_SEVERAL_TALKS.weight;
    } else if (kind == TitleKind.DATE) {
      odds += DATE_TITLE.weight;
    } else if (kind == TitleKind.EVENT) {
      odds += certain ? EVENT_TITLE.weight / 2 : EVENT_TITLE.weight;
    }
    boolean repeated = titles.getOrDefault(key(rows.get(candidate.row).text()), 0) > 1;
    odds += repeated && !certain && candidate.level > 0 ? REPEATED_TITLE.weight : 0;
    odds += rows.get(candidate.row).linked() ? LINKED_TITLE.weight : 0;
    return odds;
  }

  /** A track or a session with headings of its own that are the talks. */
  private boolean isTrack(Candidate candidate) {
    SlotLabel slot = rows.get(candidate.row).slot();
    return (slot.isTrack() || slot.isTitledSession())
        && candidate.children.stream()
            .anyMatch(child -> isTitle(child) && (slot.isTrack() || isSlotted(child)));
  }

  private boolean isSlotted(Candidate candidate) {
    return rows.get(candidate.row).slot().isSlotted();
  }

  /** Something must be below, and not only links. */
  private double notes(Candidate candidate, Opening opening) {
    int notes = opening.rest() > 0 ? 1 : 0;
    int links = 0;
    int from = opening.used().getLast() + 1;
    for (int i = from; i < Math.min(candidate.end, from + MOST_ROWS); i++) {
      Row row = rows.get(i);
      boolean link = row.linked() || PlainText.hasAddress(row.text());
      links += link ? 1 : 0;
      notes += !link && !row.isHeading() && row.field().isEmpty() ? 1 : 0;
    }
    if (notes > 0) {
      return !opening.isNamed() && links > 2 * notes ? LINKS_ONLY.weight : 0;
    }
    boolean certain = opening.isNamed() && !candidate.isLine();
    double none = candidate.isLine() ? NO_NOTES_BELOW_A_LINE.weight : NO_NOTES.weight;
    return (links > 0 ? Math.max(none, LINKS_ONLY.weight) : none) * (certain ? 0.3 : 1);
  }

  private double place(Candidate candidate, Opening opening) {
    double odds = diary && !opening.isNamed() ? diary(candidate) : 0;
    if (candidate.level == topLevel && topTitles == 1) {
      odds += isTitle(candidate) ? TITLE_OF_THE_DOCUMENT.weight : 0;
    } else if (candidate.level == topLevel && topTitles > 1) {
      odds += (topLevel <= 1 ? ONE_OF_SEVERAL_TITLES : ONE_OF_SEVERAL_BELOW_NOTHING).weight;
    }
    Candidate parent = candidate.parent;
    if (parent != null) {
      return odds + below(parent, opening);
    }
    if (belowList && !candidate.isLine()) {
      return odds + BELOW_A_LIST_OF_TALKS.weight;
    }
    return candidate.row > firstEvent ? odds + BELOW_AN_EVENT.weight : odds;
  }

  /** A diary is no talk; its sections may be. */
  private double diary(Candidate candidate) {
    return candidate.parent == null || candidate.isLine()
        ? IN_A_DIARY.weight
        : SECTION_OF_A_DIARY.weight;
  }

  private double below(Candidate parent, Opening opening) {
    @Nullable Opening above = parent.opening;
    Group group = group(parent);
    return switch (group) {
      case TALKS -> BELOW_A_LIST_OF_TALKS.weight;
      case ABOUT_TALKS -> BELOW_A_LIST_OF_TALKS.weight / 2;
      case EVENT -> {
        boolean titled = above != null && !isEvent(above.title());
        yield BELOW_AN_EVENT.weight * (titled ? 0.5 : 1);
      }
      case SECTION, WORD, OTHER -> {
        if (above != null && above.isNamed()) {
          yield above.nameInHeading() && opening.isNamed() ? 0 : BELOW_A_TALK.weight;
        }
        if (group == Group.OTHER) {
          yield 0;
        }
        double own = opening.isNamed() || group == Group.WORD ? 0 : BELOW_A_SECTION.weight;
        yield parent.parent == null ? own : own + Math.max(0, below(parent.parent, opening));
      }
    };
  }

  /** What the words of a heading say of those below it; found once for all of them. */
  private Group group(Candidate heading) {
    Group known = groups[heading.row];
    if (known == null) {
      Row row = rows.get(heading.row);
      known = row.slot().isSession() || isTrack(heading) ? Group.TALKS : group(row.text());
      groups[heading.row] = known;
    }
    return known;
  }

  private static Group group(String heading) {
    if (SectionTitle.isListOfTalks(heading)) {
      return Group.TALKS;
    }
    if (isEvent(heading) || EventAffix.isIn(heading)) {
      return Group.EVENT;
    }
    if (SectionTitle.isSection(heading)) {
      return Group.SECTION;
    }
    if (SectionTitle.mentionsTalks(heading)) {
      return Group.ABOUT_TALKS;
    }
    return PlainText.words(heading) > 1 ? Group.OTHER : Group.WORD;
  }
}
