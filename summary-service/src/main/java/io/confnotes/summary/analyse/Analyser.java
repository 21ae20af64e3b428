package io.confnotes.summary.analyse;

import io.confnotes.summary.analyse.point.KeyPoints;
import io.confnotes.summary.analyse.tag.Tags;
import io.confnotes.summary.analyse.tag.Vocabulary;
import io.confnotes.summary.analyse.text.Notes;

/**
 * Derives language, key points and tags from the notes of a talk. The same notes give the same
 * analysis on every machine. Thread-safe.
 */
public final class Analyser {

  /** Changes whenever the same notes may give another analysis, or other words to search. */
  public static final String VERSION = "3";

  /** More than are shown unless somebody asks for them. */
  private static final int KEY_POINTS = 15;

  private static final int TAGS = 10;

  private final Vocabulary vocabulary;

  /** An analyser that names topics as a vocabulary does. */
  public Analyser(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * Analyses the notes of one talk.
   *
   * @throws IllegalArgumentException if blocks overlap, are out of order or end after the reading
   *     text
   */
  public Analysis analyse(TalkText talk) {
    Notes notes = Notes.of(talk);
    return new Analysis(
        notes.language().code(), KeyPoints.of(notes, KEY_POINTS), Tags.of(notes, vocabulary, TAGS));
  }
}
