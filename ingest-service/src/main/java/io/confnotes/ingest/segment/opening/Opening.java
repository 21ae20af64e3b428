package io.confnotes.ingest.segment.opening;

import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.people.Speaker;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The rows that open a talk.
 *
 * @param row the row of the title
 * @param used the rows that hold title and speakers, ascending
 * @param title the cleaned title
 * @param people who was found, and how sure the rows themselves make it
 * @param slotted whether a slot label or a time was there
 * @param nameInHeading whether the speakers are a heading of their own
 * @param labelled whether a label such as "Speaker:" announced them
 * @param rest where in the text of the last used row the notes begin; 0 if all of it opens the talk
 * @param reason what it was recognised by
 * @param odds log-odds that a talk begins here, all things considered; 0 before they were
 */
public record Opening(
    int row,
    List<Integer> used,
    String title,
    People people,
    boolean slotted,
    boolean nameInHeading,
    boolean labelled,
    int rest,
    String reason,
    double odds) {

  public Opening {
    used = List.copyOf(used);
  }

  public Opening(
      int row, List<Integer> used, String title, People people, boolean slotted, String reason) {
    this(row, used, title, people, slotted, false, false, 0, reason, 0);
  }

  public Opening withLabel(boolean label) {
    return new Opening(row, used, title, people, slotted, nameInHeading, label, rest, reason, odds);
  }

  /** The same, with another row that repeats the title. */
  public Opening and(int other) {
    TreeSet<Integer> rows = new TreeSet<>(used);
    rows.add(other);
    return new Opening(
        row,
        List.copyOf(rows),
        title,
        people,
        slotted,
        nameInHeading,
        labelled,
        rest,
        reason,
        odds);
  }

  /** The same, from an earlier row on. */
  public Opening from(int earlier) {
    List<Integer> rows = new ArrayList<>(used);
    rows.addFirst(earlier);
    return new Opening(
        row, rows, title, people, slotted, nameInHeading, labelled, rest, reason, odds);
  }

  public Opening withSlot() {
    return new Opening(row, used, title, people, true, nameInHeading, labelled, rest, reason, odds);
  }

  /** The same talk, whose speakers the prose below names. */
  public Opening told(People found) {
    return withPeople(found, "title above text that names the speaker");
  }

  Opening withPeople(People found) {
    return withPeople(found, reason);
  }

  Opening withPeople(People found, String how) {
    return new Opening(row, used, title, found, slotted, nameInHeading, labelled, rest, how, odds);
  }

  Opening withNameInHeading(boolean inHeading) {
    return new Opening(row, used, title, people, slotted, inHeading, labelled, rest, reason, odds);
  }

  public Opening withRest(int start) {
    return new Opening(
        row, used, title, people, slotted, nameInHeading, labelled, start, reason, odds);
  }

  public Opening withOdds(double known) {
    return new Opening(
        row, used, title, people, slotted, nameInHeading, labelled, rest, reason, known);
  }

  public List<Speaker> speakers() {
    return people.speakers();
  }

  /** How sure the speakers are, from 0 to 1. */
  public double strength() {
    return people.score();
  }

  public boolean isNamed() {
    return !speakers().isEmpty();
  }

  public int firstRow() {
    return used.getFirst();
  }

  /** Whether it is a keynote that has no title. */
  public boolean isKeynote() {
    return title.equals("Keynote");
  }
}
