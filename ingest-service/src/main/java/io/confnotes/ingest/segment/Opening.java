package io.confnotes.ingest.segment;

import io.confnotes.ingest.segment.people.Speaker;
import java.util.List;

/**
 * The rows that open a talk.
 *
 * @param row the row of the title
 * @param used the rows that hold title and speakers, ascending
 * @param title the cleaned title
 * @param speakers who was found
 * @param strength how sure the rows themselves make it, from 0 to 1
 * @param slotted whether a slot label or a time was there
 * @param nameInHeading whether the speakers are a heading of their own
 * @param reason what it was recognised by
 */
record Opening(
    int row,
    List<Integer> used,
    String title,
    List<Speaker> speakers,
    double strength,
    boolean slotted,
    boolean nameInHeading,
    String reason) {

  boolean isNamed() {
    return !speakers.isEmpty();
  }

  int firstRow() {
    return used.getFirst();
  }
}
