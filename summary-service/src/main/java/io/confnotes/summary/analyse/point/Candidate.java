package io.confnotes.summary.analyse.point;

import io.confnotes.summary.analyse.text.Passage;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * A passage that may become a key point.
 *
 * @param passage what it says
 * @param order its number among all of them
 * @param values what each {@link Feature} measured
 * @param words the stems of its content words
 */
public record Candidate(
    Passage passage, int order, Map<Feature, Double> values, Set<String> words) {

  /** Lets nobody change what was measured. */
  public Candidate {
    values = Collections.unmodifiableMap(values);
    words = Collections.unmodifiableSet(words);
  }

  /**
   * The share of this one's words that the other says too, 0 to 1. Words don't count by weight
   * here: the weighty ones are what all the notes are about.
   */
  double overlap(Candidate other) {
    int shared = 0;
    for (String word : words) {
      shared += other.words.contains(word) ? 1 : 0;
    }
    return words.isEmpty() ? 0 : (double) shared / words.size();
  }
}
