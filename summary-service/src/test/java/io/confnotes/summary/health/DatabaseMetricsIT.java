package io.confnotes.summary.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confnotes.embedded.TestServers;
import io.confnotes.summary.store.database.Database;
import io.confnotes.summary.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("containers")
final class DatabaseMetricsIT {
  private final MeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void shouldCountDeadLetters() {
    // Given
    TestDatabase database = TestDatabase.migrated();
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    INSERT INTO recorded.dead_letter (state, reason, topic_id, log_partition, log_offset,
                                                      letter_partition, letter_offset, bytes, submitted_at)
                    VALUES ('waiting', 'not-json', 't', 0, 0, 0, 0, 1, now()),
                           ('waiting', 'not-json', 't', 0, 1, 0, 1, 1, now()),
                           ('discarded', 'not-json', 't', 0, 2, 0, 2, 1, now())
                    """));

    // When
    DatabaseMetrics metrics = started(database.jdbi());

    // Then
    await().atMost(Duration.ofSeconds(20)).until(() -> gauge("confnotes.dead.letters") == 2);
    await().atMost(Duration.ofSeconds(20)).until(() -> gauge("confnotes.database.well") == 1);
    metrics.stop(new ShutdownEvent());
  }

  @Test
  void shouldTellThatTheDatabaseIsNotWell() {
    // Given
    var database = TestServers.get().newDatabase();

    // When
    DatabaseMetrics metrics =
        started(Jdbi.create(database.url(), database.owner(), database.ownerPassword()));

    // Then
    await().atMost(Duration.ofSeconds(20)).until(() -> gauge("confnotes.database.well") == 0);
    assertThat(gauge("confnotes.dead.letters")).isNaN();
    metrics.stop(new ShutdownEvent());
  }

  private DatabaseMetrics started(Jdbi jdbi) {
    DatabaseMetrics metrics = new DatabaseMetrics(new Database(jdbi), meters);
    metrics.start(new StartupEvent());
    return metrics;
  }

  private double gauge(String name) {
    return meters.get(name).gauge().value();
  }
}
