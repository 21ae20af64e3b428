package io.confnotes.ingest.segment;

import io.confnotes.ingest.read.text.Block;
import io.confnotes.ingest.read.text.Span;
import io.confnotes.ingest.segment.people.Speaker;
import java.util.List;

/**
 * The part of a document that covers one talk.
 *
 * @param title without slot labels, times, rooms and speakers; never blank
 * @param speakers in the order of the text, without implausible ones; empty where none was named
 * @param line line of the source where the talk begins, from 1
 * @param span the whole stretch of the reading text, from the title or speaker line on
 * @param evidence that it is a talk
 * @param titleEvidence that this is its title
 * @param speakersEvidence that these are its speakers; says so where none was named
 * @param blocks the blocks behind title and speaker lines
 */
public record TalkNotes(
    String title,
    List<Speaker> speakers,
    int line,
    Span span,
    Evidence evidence,
    Evidence titleEvidence,
    Evidence speakersEvidence,
    List<Block> blocks) {

  /** Speakers of one talk, at most; a longer list is of something else. */
  public static final int MAX_SPEAKERS = 50;

  public TalkNotes {
    speakers = speakers.stream().filter(Speaker::fits).limit(MAX_SPEAKERS).toList();
    blocks = List.copyOf(blocks);
    if (title.isBlank()) {
      throw new IllegalArgumentException("A talk needs a title");
    }
    if (line < 1) {
      throw new IllegalArgumentException("A talk needs a line from 1, not " + line);
    }
  }

  /** How sure it is that this is a talk, from 0 to 1. */
  public double confidence() {
    return evidence.confidence();
  }

  /** What the talk was recognised by, one line. */
  public String reason() {
    return evidence.reason();
  }
}
