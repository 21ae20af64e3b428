package io.confnotes.ingest.segment.speaker;

import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.people.Speaker;
import java.util.List;

/**
 * The speakers that rows below a title name.
 *
 * @param rows in which they stand, in the order in which they were found
 * @param inHeading whether they are a heading of their own
 * @param labelled whether a label such as "Speaker:" announced them
 */
public record FoundSpeakers(
    People people, List<Integer> rows, boolean inHeading, boolean labelled) {

  public List<Speaker> speakers() {
    return people.speakers();
  }
}
