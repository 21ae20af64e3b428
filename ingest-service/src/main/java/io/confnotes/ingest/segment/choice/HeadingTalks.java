package io.confnotes.ingest.segment.choice;

import io.confnotes.ingest.segment.byline.Habit;
import io.confnotes.ingest.segment.line.EventTitle;
import io.confnotes.ingest.segment.line.SectionTitle;
import io.confnotes.ingest.segment.line.TitleLine;
import io.confnotes.ingest.segment.opening.Opening;
import io.confnotes.ingest.segment.opening.Openings;
import io.confnotes.ingest.segment.outline.Row;
import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.speaker.Told;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the headings of a document open, with what is below each of them. */
final class HeadingTalks {

  private final List<Row> rows;
  private final Openings openings;
  private final List<Candidate> headings;
  private final Set<Integer> taken = new HashSet<>();

  private HeadingTalks(List<Row> rows, Openings openings, List<Candidate> headings) {
    this.rows = rows;
    this.openings = openings;
    this.headings = headings;
  }

  /**
   * Sets what each of the headings opens; those that another one uses open nothing.
   *
   * @return the rows that talks with named speakers use
   */
  static Set<Integer> read(List<Row> rows, Openings openings, List<Candidate> headings) {
    HeadingTalks talks = new HeadingTalks(rows, openings, headings);
    talks.read();
    return talks.taken;
  }

  private void read() {
    Habit[] habits = habits();
    for (Candidate heading : headings) {
      if (taken.contains(heading.row)) {
        continue;
      }
      heading.opens(opening(heading, habits));
      listenToProse(heading);
      boolean list = SectionTitle.isListOfTalks(rows.get(heading.row).text());
      if (heading.opening != null && heading.opening.isNamed() && !list) {
        taken.addAll(heading.opening.used());
      }
    }
  }

  /** How the headings of each level join titles and speakers. */
  private Habit[] habits() {
    Habit[] habits = new Habit[Candidate.LEVELS];
    Arrays.setAll(habits, _ -> new Habit());
    for (Candidate heading : headings) {
      String text = rows.get(heading.row).slot().title();
      if (!SectionTitle.isSection(text)) {
        habits[heading.level].add(text);
      }
    }
    return habits;
  }

  private @Nullable Opening opening(Candidate heading, Habit[] habits) {
    Opening opening = openings.at(heading.row, heading.end, habits[heading.level]);
    if (opening != null && opening.nameInHeading() && isTalkBelow(heading, habits)) {
      opening = openings.at(heading.row, heading.bodyEnd, habits[heading.level]);
    }
    Candidate same = sameBelow(heading);
    if (same != null && opening != null) {
      taken.add(same.row);
      Opening repeated = openings.at(same.row, same.end, habits[same.level]);
      opening =
          repeated != null && repeated.isNamed() && !opening.isNamed()
              ? repeated.from(heading.row)
              : opening.and(same.row);
    }
    boolean eventOfSomebody =
        opening != null
            && opening.nameInHeading()
            && EventTitle.isEvent(rows.get(heading.row).text());
    return eventOfSomebody ? null : opening;
  }

  /** Whether the next heading has a title of its own behind the name, as others of its level do. */
  private boolean isTalkBelow(Candidate heading, Habit[] habits) {
    Candidate first = heading.children.isEmpty() ? null : heading.children.getFirst();
    return first != null
        && habits[first.level].readAsUsual(rows.get(first.row).slot().title()) != null;
  }

  /** Prose below a heading can tell that it is a talk, and whose. */
  private void listenToProse(Candidate heading) {
    Opening opening = heading.opening;
    if (opening == null || !heading.isTitled()) {
      return;
    }
    boolean panel = rows.get(heading.row).slot().isPanel();
    Told told = Told.below(rows, opening.used().getLast() + 1, heading.bodyEnd, panel);
    heading.told = told.talk();
    if (!opening.isNamed() && !told.speakers().isEmpty()) {
      heading.opening = opening.told(new People(told.speakers(), Told.STRENGTH));
    }
  }

  /** The heading that only repeats the document's title. */
  private @Nullable Candidate sameBelow(Candidate heading) {
    if (heading.level > 0 || heading.children.isEmpty()) {
      return null;
    }
    Candidate first = heading.children.getFirst();
    String title = TitleLine.clean(rows.get(heading.row).text());
    return TitleLine.clean(rows.get(first.row).text()).equalsIgnoreCase(title) ? first : null;
  }
}
