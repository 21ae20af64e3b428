package io.confnotes.summary.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confnotes.summary.testing.TestDatabase;
import io.confnotes.summary.testing.TestDocument;
import io.confnotes.summary.testing.TestLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is interrupted, split or repeated: the tables end up as those of an undisturbed run. */
class DeliveryIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> WORDS =
      List.of(
          "tide", "jar", "lamp", "knot", "rope", "harbour", "engine", "chart", "signal", "storm",
          "sail", "🏮");

  private final TestLog log = new TestLog();
  private final TestDatabase undisturbed = TestDatabase.migrated();

  @BeforeEach
  void writeHistory() {
    history(new Random(7));
    try (RunningConsumer consumer = new RunningConsumer(log, undisturbed.dataSource(), 20)) {
      awaitAll(undisturbed);
      assertThat(consumer.state().problem()).isNull();
    }
    assertThat(undisturbed.count("SELECT count(*) FROM derived.talk")).isPositive();
  }

  @AfterEach
  void close() {
    log.close();
  }

  /** Revisions, retractions, several authors of one talk, and records that cannot be applied. */
  private void history(Random random) {
    for (int i = 0; i < 20; i++) {
      String key = "document " + random.nextInt(8);
      switch (random.nextInt(8)) {
        case 0 -> log.retract(TestDocument.of(key).id());
        case 1 -> log.publishRaw(key, "not a record".getBytes(StandardCharsets.UTF_8));
        case 2 ->
            log.publish(TestDocument.of("poison " + i).talk("Null\0Island", null, "Nothing."));
        default -> log.publish(document(key, random));
      }
    }
    IntStream.range(0, 6)
        .forEach(
            i -> log.publish(TestDocument.of("fence " + i).talk("Fence " + i, null, "The end.")));
  }

  private static TestDocument document(String key, Random random) {
    TestDocument document = TestDocument.of(key).event("Harbour Days 2024");
    int talks = 1 + random.nextInt(3);
    int first = random.nextInt(6);
    for (int i = 0; i < talks; i++) {
      String speaker = random.nextInt(4) == 0 ? null : "Speaker " + random.nextInt(5);
      document.talk("Talk " + (first + i), speaker, sentences(random));
    }
    return document;
  }

  private static String sentences(Random random) {
    return random
        .ints(3, 0, WORDS.size() - 3)
        .mapToObj(
            i ->
                "The "
                    + WORDS.get(i)
                    + " meets the "
                    + WORDS.get(i + 1)
                    + " and the "
                    + WORDS.get(i + 3)
                    + ".")
        .collect(Collectors.joining("\n"));
  }

  private void awaitAll(TestDatabase database) {
    long records = log.records().size();
    await().atMost(PATIENCE).until(() -> applied(database) == records);
  }

  private static long applied(TestDatabase database) {
    return database.count("SELECT coalesce(sum(next_offset), 0) FROM derived.progress");
  }

  @ParameterizedTest
  @EnumSource
  void shouldSurviveDeathAtEachStepOfTheLoop(CrashingDataSource.Moment moment) {
    // Given
    TestDatabase database = TestDatabase.migrated();
    long records = log.records().size();
    int deaths = 0;

    // When each process dies one step later than the one before, until one lives to the end
    for (int step = 1; applied(database) < records; step++) {
      var dying = new CrashingDataSource(database.dataSource(), moment, step);
      try (RunningConsumer consumer = new RunningConsumer(log, dying.dataSource(), 2)) {
        await()
            .atMost(PATIENCE)
            .pollDelay(Duration.ZERO)
            .pollInterval(Duration.ofMillis(20))
            .until(() -> !consumer.alive() || applied(database) == records);
        if (!consumer.alive()) {
          assertThat(consumer.death()).isInstanceOf(CrashingDataSource.Crash.class);
          deaths++;
        }
      }
    }

    // Then
    assertThat(deaths).isGreaterThan(5);
    assertThat(database.derivedRows()).isEqualTo(undisturbed.derivedRows());
    assertThat(states(database)).isEqualTo(states(undisturbed));
    assertThat(deadLetters(undisturbed)).isNotEmpty();
    assertThat(deadLetters(database)).isEqualTo(deadLetters(undisturbed));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 50})
  void shouldGiveSameRowsInAnyBatching(int batchRecords) {
    // Given
    TestDatabase database = TestDatabase.migrated();

    // When
    try (RunningConsumer consumer = new RunningConsumer(log, database.dataSource(), batchRecords)) {
      awaitAll(database);
      assertThat(consumer.state().running()).isTrue();
    }

    // Then
    assertThat(database.derivedRows()).isEqualTo(undisturbed.derivedRows());
    assertThat(database.strings("SELECT DISTINCT talk_id::text FROM recorded.talk_change"))
        .containsAll(database.strings("SELECT talk_id::text FROM derived.talk"));
  }

  @Test
  void shouldRebuildSameRowsFromTheLog() {
    // Given
    String before = undisturbed.derivedRows();
    List<String> statesBefore = states(undisturbed);

    // When the derived schema is emptied, and what is recorded stays
    undisturbed
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "TRUNCATE derived.progress, derived.document, derived.talk, derived.talk_count, derived.name_count, derived.document_head CASCADE"));
    try (RunningConsumer consumer = new RunningConsumer(log, undisturbed.dataSource(), 20)) {
      awaitAll(undisturbed);
      assertThat(consumer.state().running()).isTrue();
    }

    // Then
    assertThat(undisturbed.derivedRows()).isEqualTo(before);
    assertThat(states(undisturbed)).isEqualTo(statesBefore);
  }

  @Test
  void shouldShareTheLogAmongConsumersAndLoseNothingWhenOneDies() {
    // Given
    TestDatabase database = TestDatabase.migrated();
    var dying =
        new CrashingDataSource(database.dataSource(), CrashingDataSource.Moment.BEFORE_A_CALL, 60);

    // When
    try (RunningConsumer first = new RunningConsumer(log, dying.dataSource(), 2);
        RunningConsumer second = new RunningConsumer(log, database.dataSource(), 2);
        RunningConsumer third = new RunningConsumer(log, database.dataSource(), 2)) {
      awaitAll(database);
      assertThat(List.of(second.alive(), third.alive())).containsOnly(true);
      assertThat(first.death())
          .satisfiesAnyOf(
              death -> assertThat(death).isNull(),
              death -> assertThat(death).isInstanceOf(CrashingDataSource.Crash.class));
    }

    // Then
    assertThat(database.derivedRows()).isEqualTo(undisturbed.derivedRows());
  }

  /** The id of every submission with what became of it. */
  private static List<String> states(TestDatabase database) {
    return database.strings(
        "SELECT submission_id || ' ' || state FROM recorded.submission ORDER BY 1");
  }

  /** Where every dead letter came from, with why. */
  private static List<String> deadLetters(TestDatabase database) {
    return database.strings(
        "SELECT concat_ws(' ', log_partition, log_offset, reason, state, submission_id, bytes) FROM"
            + " recorded.dead_letter ORDER BY 1");
  }

  @Test
  void shouldShowNoHalfOfARevision() {
    // Given a document of which two revisions alternate
    TestDatabase database = TestDatabase.migrated();
    TestLog alternating = new TestLog();
    TestDocument even =
        TestDocument.of("d").talk("Even one", null, "One.").talk("Even two", null, "Two.");
    TestDocument odd =
        TestDocument.of("d")
            .talk("Odd one", null, "Other words.")
            .talk("Odd two", null, "Other still.");
    UUID last = null;
    for (int i = 0; i < 40; i++) {
      last = alternating.publish(i % 2 == 0 ? even : odd);
    }
    String ended = "SELECT count(*) FROM recorded.submission WHERE submission_id = '" + last + "'";

    // When
    try (RunningConsumer consumer = new RunningConsumer(alternating, database.dataSource(), 1)) {
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                // Then
                assertThat(
                        database
                            .strings(
                                "SELECT string_agg(split_part(title, ' ', 1), ' ' ORDER BY ordinal) FROM derived.talk")
                            .getFirst())
                    .isIn(null, "Even Even", "Odd Odd");
                return database.count(ended) == 1;
              });
      assertThat(consumer.state().running()).isTrue();
    }
    alternating.close();
  }
}
