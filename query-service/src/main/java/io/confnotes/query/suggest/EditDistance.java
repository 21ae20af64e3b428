package io.confnotes.query.suggest;

import java.util.stream.IntStream;

/**
 * How many letters are inserted, left out, replaced or swapped with their neighbours (Damerau 1964;
 * the variant that edits no letter twice).
 */
final class EditDistance {

  private EditDistance() {}

  /** The distance of two words, in code points. */
  static int of(String a, String b) {
    int[] from = a.codePoints().toArray();
    int[] to = b.codePoints().toArray();
    int[][] distance = new int[from.length + 1][];
    distance[0] = IntStream.rangeClosed(0, to.length).toArray();
    for (int i = 1; i <= from.length; i++) {
      distance[i] = new int[to.length + 1];
      distance[i][0] = i;
      for (int j = 1; j <= to.length; j++) {
        distance[i][j] = least(distance, from, to, i, j);
      }
    }
    return distance[from.length][to.length];
  }

  private static int least(int[][] distance, int[] from, int[] to, int i, int j) {
    int replaced = distance[i - 1][j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
    boolean swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
    return swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
  }
}
