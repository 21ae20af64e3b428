package io.confnotes.ingest.segment.speaker;

import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.people.People.Commas;
import io.confnotes.ingest.segment.people.Speaker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up the speakers that row after row names: each is somebody new, or tells of somebody. */
final class Gathering {

  private final List<Speaker> speakers = new ArrayList<>();
  private final List<Integer> rows = new ArrayList<>();
  private double score = 1;
  private Commas commas = Commas.NONE;
  private boolean inHeading;
  private boolean labelled;

  boolean isEmpty() {
    return speakers.isEmpty();
  }

  /** How many speakers there are. */
  int size() {
    return speakers.size();
  }

  /** Whether a label announced some of them. */
  boolean isLabelled() {
    return labelled;
  }

  void setLabelled() {
    labelled = true;
  }

  boolean isInHeading() {
    return inHeading;
  }

  void setInHeading() {
    inHeading = true;
  }

  boolean hasRows() {
    return !rows.isEmpty();
  }

  /** The row that was added last; there has to be one. */
  int lastRow() {
    return rows.getLast();
  }

  /** Whether that row is the given one. */
  boolean endsWith(int row) {
    return hasRows() && lastRow() == row;
  }

  /** The speaker, if there is only one. */
  @Nullable Speaker only() {
    return speakers.size() == 1 ? speakers.getFirst() : null;
  }

  /** Adds a row that says more of the only speaker. */
  void describe(Speaker only, int row) {
    speakers.set(0, only);
    rows.add(row);
  }

  /** Adds a row that names nobody itself. */
  void use(int row) {
    rows.add(row);
  }

  /** Adds those whom a row names. */
  void take(People people, int row) {
    commas = speakers.isEmpty() ? people.commas() : Commas.NONE;
    people.speakers().forEach(this::add);
    if (!people.speakers().isEmpty()) {
      rows.add(row);
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

  /** All of it; null where nobody was named. */
  @Nullable FoundSpeakers result() {
    return speakers.isEmpty()
        ? null
        : new FoundSpeakers(
            new People(List.copyOf(speakers), score, commas),
            List.copyOf(rows),
            inHeading,
            labelled);
  }
}
