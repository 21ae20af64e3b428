package io.confnotes.summary.analyse.phrase;

import io.confnotes.summary.analyse.text.Passage;
import io.confnotes.summary.analyse.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Phrases of Chinese and Japanese: runs of characters between those that serve grammar. A part of a
 * run is a phrase of its own where it occurs more often than every longer phrase it is in.
 */
final class UnspacedPhrases {

  private static final int LONGEST = 8;
  private static final int LONGEST_PART = 6;

  /** Chinese characters in longer runs are phrases or clauses; which, only repetition tells. */
  private static final int LONGEST_ONCE = 4;

  private UnspacedPhrases() {}

  /** Takes what was found. */
  interface Sink {
    /** Takes a phrase, which is a whole run or a part of one. */
    void accept(String phrase, boolean whole);
  }

  /** Gives each run, and the parts of runs of Chinese characters, two characters at least. */
  static void in(Passage passage, boolean chinese, Sink phrases) {
    String text = passage.source();
    int start = -1;
    for (int i = passage.range().start(); i <= passage.range().end(); i++) {
      boolean inside = i < passage.range().end() && Words.isUnspacedNoun(text.charAt(i), chinese);
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        run(text.substring(start, i), phrases);
        start = -1;
      }
    }
  }

  private static void run(String run, Sink phrases) {
    if (run.length() >= 2 && run.length() <= LONGEST && !run.startsWith("ー")) {
      phrases.accept(run, true);
    }
    if (!isHan(run)) {
      return;
    }
    for (int from = 0; from < run.length(); from++) {
      for (int to = from + 2; to <= Math.min(run.length(), from + LONGEST_PART); to++) {
        if (to - from < run.length()) {
          phrases.accept(run.substring(from, to), false);
        }
      }
    }
  }

  /** The phrases without those parts that occur only once, or only within one longer phrase. */
  static List<Phrase> maximal(List<Phrase> phrases) {
    Map<String, Integer> within = new HashMap<>();
    for (Phrase phrase : phrases) {
      if (isUnspaced(phrase) && (phrase.count() > 1 || phrase.independence() > 0)) {
        String key = phrase.key();
        for (int from = 0; from < key.length(); from++) {
          for (int to = from + 2; to <= key.length(); to++) {
            if (to - from < key.length()) {
              within.merge(key.substring(from, to), phrase.count(), Math::max);
            }
          }
        }
      }
    }
    return phrases.stream()
        .filter(phrase -> !isUnspaced(phrase) || isMaximal(phrase, within))
        .toList();
  }

  private static boolean isMaximal(Phrase phrase, Map<String, Integer> within) {
    boolean part = phrase.independence() == 0;
    if (phrase.count() == 1 && phrase.key().length() > LONGEST_ONCE && isHan(phrase.key())) {
      return phrase.inTitle();
    }
    return phrase.count() > within.getOrDefault(phrase.key(), part ? 1 : 0);
  }

  private static boolean isHan(String run) {
    return run.chars().allMatch(Words::isHan);
  }

  private static boolean isUnspaced(Phrase phrase) {
    return phrase.key().codePointAt(0) >= 0x3000
        && Words.isUnspacedNoun(phrase.key().charAt(0), false);
  }
}
