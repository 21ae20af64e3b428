package io.confnotes.summary.analyse.tag;

import io.confnotes.summary.analyse.Tag;
import io.confnotes.summary.analyse.phrase.KeyPhrases;
import io.confnotes.summary.analyse.text.Notes;
import java.util.List;

/** Links the key phrases of a talk's notes to topics. */
public final class Tags {

  /** Several phrases can name one topic, so more are ranked than are asked for. */
  private static final int PHRASES = 200;

  private Tags() {}

  /** The tags of the notes, best first, at most so many. */
  public static List<Tag> of(Notes notes, int maximum) {
    return Vocabulary.link(KeyPhrases.of(notes, PHRASES), maximum);
  }
}
