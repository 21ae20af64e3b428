package io.confnotes.summary.analyse.point;

import io.confnotes.summary.analyse.Reason;
import java.util.ArrayList;
import java.util.List;

/** A sum of reasons. It counts in units of 0.0001, so that no rounding depends on their order. */
final class Score {

  private static final double UNITS = 10_000;
  private static final Reason.Kind[] KINDS = Reason.Kind.values();
  private static final Feature[] FEATURES = Feature.values();
  private static final double[] WEIGHTS = weights();

  private final long[] units = new long[KINDS.length];
  private long sum;

  Score(Candidate candidate) {
    double[] values = new double[KINDS.length];
    for (int i = 0; i < FEATURES.length; i++) {
      values[FEATURES[i].reason().ordinal()] += WEIGHTS[i] * candidate.values().get(i);
    }
    for (int i = 0; i < KINDS.length; i++) {
      set(KINDS[i], values[i]);
    }
  }

  private static double[] weights() {
    double[] weights = new double[FEATURES.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = FEATURES[i].weight();
    }
    return weights;
  }

  /** Replaces what a kind of evidence adds. */
  void set(Reason.Kind kind, double value) {
    long before = units[kind.ordinal()];
    units[kind.ordinal()] = Math.round(value * UNITS);
    sum += units[kind.ordinal()] - before;
  }

  /** The sum, in units. */
  long sum() {
    return sum;
  }

  /** From 0 to 1. */
  double value() {
    return Math.clamp(sum, 0L, (long) UNITS) / UNITS;
  }

  List<Reason> reasons() {
    List<Reason> reasons = new ArrayList<>(KINDS.length);
    for (int i = 0; i < KINDS.length; i++) {
      if (units[i] != 0) {
        reasons.add(new Reason(KINDS[i], units[i] / UNITS));
      }
    }
    return reasons;
  }
}
