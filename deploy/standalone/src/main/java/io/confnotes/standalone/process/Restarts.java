package io.confnotes.standalone.process;

import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait before a process that died is started again, and when to give up. Not for
 * several threads.
 */
final class Restarts {

  static final int MAX_QUICK_DEATHS = 5;
  static final Duration QUICK = Duration.ofSeconds(30);
  private static final int KILLED = 128 + 9;
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);

  private int quickDeaths;

  /**
   * Counts a death. One by SIGKILL does not count: it came from outside, and says nothing about
   * whether the process can live.
   *
   * @param lived how long the process had run
   * @param status its exit status
   * @return the time to wait, or nothing after too many quick deaths in a row
   */
  Optional<Duration> afterDeath(Duration lived, int status) {
    if (status == KILLED) {
      return Optional.of(FIRST_WAIT);
    }
    quickDeaths = lived.compareTo(QUICK) < 0 ? quickDeaths + 1 : 1;
    if (quickDeaths >= MAX_QUICK_DEATHS) {
      return Optional.empty();
    }
    return Optional.of(FIRST_WAIT.multipliedBy(1L << (quickDeaths - 1)));
  }
}
