package io.confnotes.summary.analyse.point;

import io.confnotes.summary.analyse.Reason;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A sum of reasons. It counts in units of 0.0001, so that no rounding depends on their order. */
final class Score {

  private static final double UNITS = 10_000;

  private final Map<Reason.Kind, Long> units = new EnumMap<>(Reason.Kind.class);
  private long sum;

  Score(Candidate candidate) {
    Map<Reason.Kind, Double> values = new EnumMap<>(Reason.Kind.class);
    candidate
        .values()
        .forEach(
            (feature, value) ->
                values.merge(feature.reason(), feature.weight() * value, Double::sum));
    values.forEach(this::set);
  }

  /** Replaces what a kind of evidence adds. */
  void set(Reason.Kind kind, double value) {
    long added = Math.round(value * UNITS);
    Long before = units.put(kind, added);
    sum += added - (before == null ? 0 : before);
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
    return units.entrySet().stream()
        .filter(entry -> entry.getValue() != 0)
        .map(entry -> new Reason(entry.getKey(), entry.getValue() / UNITS))
        .toList();
  }
}
