package io.confnotes.summary.analyse.point;

import io.confnotes.summary.analyse.text.Passage;
import java.util.Map;

/**
 * A passage that may become a key point.
 *
 * @param passage what it says
 * @param order its number among all of them
 * @param reasons why it ranks where it does
 * @param weights its content words and their weights, in the order of the passage
 */
record Candidate(Passage passage, int order, Reasons reasons, Map<String, Double> weights) {

  double score() {
    return reasons.score();
  }

  /**
   * The share of this one's words that the other says too, 0 to 1. Words don't count by weight
   * here: the weighty ones are what all the notes are about.
   */
  double overlap(Candidate other) {
    int shared = 0;
    for (String word : weights.keySet()) {
      shared += other.weights.containsKey(word) ? 1 : 0;
    }
    return weights.isEmpty() ? 0 : (double) shared / weights.size();
  }
}
