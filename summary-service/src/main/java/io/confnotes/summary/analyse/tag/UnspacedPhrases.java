package io.confnotes.summary.analyse.tag;

import io.confnotes.summary.analyse.text.Passage;
import io.confnotes.summary.analyse.text.Words;
import java.util.function.Consumer;

/** Phrases of Chinese and Japanese: runs of characters between those that serve grammar. */
final class UnspacedPhrases {

  private static final int LONGEST = 8;
  private static final int LONGEST_PART = 5;

  private UnspacedPhrases() {}

  /** Gives each run, and the parts of runs of Chinese characters, two characters at least. */
  static void in(Passage passage, Consumer<String> phrases) {
    String text = passage.source();
    int start = -1;
    for (int i = passage.range().start(); i <= passage.range().end(); i++) {
      boolean inside = i < passage.range().end() && Words.isUnspacedNoun(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        run(text.substring(start, i), phrases);
        start = -1;
      }
    }
  }

  private static void run(String run, Consumer<String> phrases) {
    boolean katakana = run.chars().anyMatch(c -> !Words.isHan(c));
    if (run.length() >= 2 && run.length() <= LONGEST && !run.startsWith("ー")) {
      phrases.accept(run);
    }
    if (katakana) {
      return;
    }
    for (int from = 0; from < run.length(); from++) {
      for (int to = from + 2; to <= Math.min(run.length(), from + LONGEST_PART); to++) {
        if (to - from < run.length() || run.length() > LONGEST) {
          phrases.accept(run.substring(from, to));
        }
      }
    }
  }
}
