package io.confnotes.summary.health;

import io.confnotes.summary.store.database.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * What the database says of itself, asked anew every few seconds and not for each reading, which
 * then waits for nothing: {@code confnotes.database.well} (1 or 0) and {@code
 * confnotes.dead.letters} (as it last answered). Neither is a number before it was first asked.
 */
@Singleton
public final class DatabaseMetrics {
  private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(10);

  private final Database database;
  private final Thread thread =
      Thread.ofPlatform().name("database-metrics").daemon().unstarted(this::run);
  private volatile boolean running = true;
  private volatile double well = Double.NaN;
  private volatile double deadLetters = Double.NaN;

  DatabaseMetrics(Database database, MeterRegistry meters) {
    this.database = database;
    Gauge.builder("confnotes.database.well", () -> well)
        .description("1 while the database answers and has the tables of this version")
        .register(meters);
    Gauge.builder("confnotes.dead.letters", () -> deadLetters)
        .description("Dead letters that wait to be replayed or discarded")
        .register(meters);
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
      switch (database.check()) {
        case Database.Well answer -> {
          deadLetters = answer.deadLetters();
          well = 1;
        }
        case Database.Unwell _ -> well = 0;
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_CHECKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
