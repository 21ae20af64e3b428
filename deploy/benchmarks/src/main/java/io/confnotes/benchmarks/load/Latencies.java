package io.confnotes.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How long answers took, and how many were none. For one thread. */
final class Latencies {

  private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(2);
  private static final int DIGITS = 3;

  private final Histogram micros = new Histogram(LONGEST_MICROS, DIGITS);
  private long errors;
  private Duration time = Duration.ZERO;

  void record(long nanos, boolean good) {
    micros.recordValue(Math.min(LONGEST_MICROS, TimeUnit.NANOSECONDS.toMicros(nanos)));
    if (!good) {
      errors++;
    }
  }

  void add(Latencies others) {
    micros.add(others.micros);
    errors += others.errors;
  }

  /** Says in what time all of them were measured. */
  Latencies of(Duration time) {
    this.time = time;
    return this;
  }

  long requests() {
    return micros.getTotalCount();
  }

  /** Answers with another status than 200, or none. */
  long errors() {
    return errors;
  }

  double perSecond() {
    return requests() * (double) TimeUnit.SECONDS.toNanos(1) / time.toNanos();
  }

  double p50() {
    return millis(micros.getValueAtPercentile(50));
  }

  double p99() {
    return millis(micros.getValueAtPercentile(99));
  }

  double max() {
    return millis(micros.getMaxValue());
  }

  private static double millis(long micros) {
    return micros / (double) TimeUnit.MILLISECONDS.toMicros(1);
  }
}
