package io.confnotes.summary.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confnotes.embedded.TestServers;
import io.confnotes.summary.testing.TestDocument;
import io.confnotes.summary.testing.TestLog;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The consumer goes on from what the database has, and waits where it cannot. */
final class DocumentConsumerIT extends ConsumerFixture {
  @Test
  void shouldWaitForDatabaseAndSkipNothing() {
    // Given
    awaitState(log.publish(friday()), "stored");
    TestServers.get().stopPostgreSQL();

    // When
    UUID meanwhile;
    try {
      meanwhile = log.publish(TestDocument.of("meanwhile").talk("Lamps", null, "Light travels."));
      await().atMost(PATIENCE).until(() -> consumer.state().problem() != null);
      await().atMost(PATIENCE).until(() -> consumer.state().lag() == 1);
    } finally {
      TestServers.get().startPostgreSQL();
    }

    // Then
    awaitState(meanwhile, "stored");
    await().atMost(PATIENCE).until(() -> consumer.state().problem() == null);
    assertThat(consumer.state().lag()).isZero();
    assertThat(log.deadLetters()).isEmpty();
  }

  @Test
  void shouldCatchUpWhenDatabaseIsRestoredFromBackup() {
    // Given
    awaitState(log.publish(friday()), "stored");
    String rows = database.derivedRows();

    // When its tables are those of long ago, while Kafka's group has moved on
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "TRUNCATE derived.progress, derived.document, derived.talk, derived.talk_count, derived.name_count,"
                        + " derived.document_head CASCADE"));
    awaitState(
        log.publish(TestDocument.of("later").talk("Lamps", null, "Light travels.")), "stored");

    // Then
    assertThat(database.derivedRows())
        .contains(rows.lines().filter(line -> line.startsWith("talk ")).toList());
  }

  @Test
  void shouldRefuseProgressOutsideOfTheLog() {
    // Given
    awaitState(log.publish(friday()), "stored");

    // When
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute("UPDATE derived.progress SET next_offset = next_offset + 1000"));
    log.publish(friday());

    // Then
    await().atMost(PATIENCE).until(() -> consumer.state().problem() != null);
    assertThat(consumer.state().todo()).contains("restore the topic");
  }

  @Test
  void shouldRefuseTopicWithAnotherNumberOfPartitions() throws InterruptedException {
    // Given
    try (TestLog other = new TestLog(3);
        RunningConsumer refusing = new RunningConsumer(other, database.dataSource(), 20)) {
      // When
      refusing.join(PATIENCE);

      // Then
      assertThat(refusing.state().running()).isFalse();
      assertThat(refusing.state().problem()).contains("has 3 partitions and must have 12");
    }
  }
}
