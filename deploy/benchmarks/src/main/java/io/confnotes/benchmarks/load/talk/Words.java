package io.confnotes.benchmarks.load.talk;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;

/**
 * The words of one language, as often as words of natural texts are: the one of rank r with a
 * probability proportional to 1 / (r + 2.7) (Zipf's law as Mandelbrot has it, 1953). The first are
 * words that search leaves out; the others are invented.
 */
final class Words {

  private static final double SHIFT = 2.7;
  private static final int SIZE = 60_000;

  private static final String[] ONSETS = {
    "b", "br", "c", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl",
    "r", "s", "sh", "st", "t", "tr", "v", "w", "z"
  };
  private static final String[] VOWELS = {"a", "e", "i", "o", "u", "ai", "ea", "oo", "ou"};
  private static final String[] CODAS = {"", "n", "r", "l", "st", "nd", "ck", "m", "t", "x"};

  /** Words that search leaves out and that would be invented else. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "be", "can", "do", "for", "he", "her", "him", "just", "me", "most", "no", "she", "so",
          "to", "too", "we");

  private static final int FIRST_HAN = 0x4E00;
  private static final int MOST_HAN = 3_000;

  private final String[] words;
  private final double[] cumulated;

  private Words(String[] words) {
    this.words = words;
    this.cumulated = new double[words.length];
    double sum = 0;
    for (int rank = 0; rank < words.length; rank++) {
      sum += 1 / (rank + 1 + SHIFT);
      cumulated[rank] = sum;
    }
  }

  /**
   * Words with spaces between.
   *
   * @param common of the language, the most common first
   */
  static Words of(String... common) {
    String[] words = Arrays.copyOf(common, SIZE);
    int number = common.length;
    for (int rank = common.length; rank < SIZE; rank++) {
      do {
        words[rank] = invented(number++);
      } while (LEFT_OUT.contains(words[rank]));
    }
    return new Words(words);
  }

  /** Characters that stand without spaces. */
  static Words han() {
    String[] words = new String[MOST_HAN];
    Arrays.setAll(words, rank -> Character.toString(FIRST_HAN + (rank * 7) % MOST_HAN));
    return new Words(words);
  }

  /** A word of syllables, the shorter the smaller the number is; hardly ever the same for two. */
  private static String invented(int number) {
    StringBuilder word = new StringBuilder();
    int rest = number;
    do {
      word.append(ONSETS[rest % ONSETS.length]);
      rest /= ONSETS.length;
      word.append(VOWELS[rest % VOWELS.length]);
      rest /= VOWELS.length;
      word.append(CODAS[rest % CODAS.length]);
      rest /= CODAS.length;
    } while (rest > 0);
    return word.toString();
  }

  String any(Random random) {
    double at = random.nextDouble() * cumulated[cumulated.length - 1];
    int found = Arrays.binarySearch(cumulated, at);
    return words[Math.min(words.length - 1, found < 0 ? -found - 1 : found)];
  }

  /** The word of a rank, from 0. */
  String ranked(int rank) {
    return words[rank];
  }
}
