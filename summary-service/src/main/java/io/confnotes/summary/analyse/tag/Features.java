package io.confnotes.summary.analyse.tag;

/**
 * A number for each {@link Feature}, 0 unless it is set. An array by ordinal, which nothing else
 * sees: every candidate of every talk has one.
 */
@SuppressWarnings("EnumOrdinal")
public final class Features {

  private static final int SIZE = Feature.values().length;

  private final double[] values = new double[SIZE];

  void set(Feature feature, double value) {
    values[feature.ordinal()] = value;
  }

  void set(Feature feature, boolean holds) {
    set(feature, holds ? 1.0 : 0.0);
  }

  /** The number of a feature. */
  public double get(Feature feature) {
    return values[feature.ordinal()];
  }

  /** The sum of all numbers, each multiplied by that of the same feature in another. */
  double times(Features other) {
    double sum = 0;
    for (int i = 0; i < SIZE; i++) {
      sum += values[i] * other.values[i];
    }
    return sum;
  }
}
