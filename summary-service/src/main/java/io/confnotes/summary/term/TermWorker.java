package io.confnotes.summary.term;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Keeps the terms up to date, on a thread of its own, from start to stop. The more there are, the
 * longer it takes and the less often it is done, so that it never takes more than a twentieth of
 * the time.
 */
@Singleton
public final class TermWorker {
  private static final Logger LOG = Logger.getLogger(TermWorker.class);
  private static final Duration IDLE = Duration.ofSeconds(3);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
  private static final int SHARE = 20;

  private final Terms terms;
  private final Thread thread = Thread.ofPlatform().name("terms").daemon().unstarted(this::run);
  private volatile boolean running = true;

  TermWorker(Jdbi jdbi) {
    this.terms = new Terms(jdbi);
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) {
    running = false;
    thread.interrupt();
  }

  private void run() {
    while (running) {
      pause(step());
    }
  }

  /** Does what there is to do; returns how long to wait then. */
  private Duration step() {
    Instant start = Instant.now();
    try {
      terms.refresh();
    } catch (JdbiException e) {
      LOG.warn("corrections and suggestions are not up to date", e);
      return AFTER_FAILURE;
    }
    Duration rest = Duration.between(start, Instant.now()).multipliedBy(SHARE - 1);
    return rest.compareTo(IDLE) < 0 ? IDLE : rest;
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
