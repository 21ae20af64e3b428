package io.confnotes.summary.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confnotes.summary.access.Sender;
import io.confnotes.summary.consume.Brokers;
import io.confnotes.summary.consume.RunningConsumer;
import io.confnotes.summary.curate.CurationRequest;
import io.confnotes.summary.curate.CurationStore;
import io.confnotes.summary.curate.decision.Action;
import io.confnotes.summary.curate.decision.Kind;
import io.confnotes.summary.rebuild.Rebuild.State;
import io.confnotes.summary.store.StoreException;
import io.confnotes.summary.store.TalkStore;
import io.confnotes.summary.testing.TestDatabase;
import io.confnotes.summary.testing.TestDocument;
import io.confnotes.summary.testing.TestLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What compaction leaves of the log, with what is recorded, is enough for every row. */
@Tag("containers")
class CompactedLogIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Sender INES = new Sender("ines", null);

  /** Enough for each partition to get some. */
  private static final int FENCES = 100;

  private final TestDatabase database = TestDatabase.migrated();

  private static TestDocument document(String key, String title, String notes) {
    return TestDocument.of(key)
        .event("Harbour Days 2024")
        .author("Author of " + key)
        .talk(title, "Odo Fenn", notes + " Kubernetes is not a rope.")
        .talk(
            "Floods", "Mara Quill", "Tide gauges show when the harbour floods, says " + key + ".");
  }

  private static void history(TestLog log) {
    log.publish(document("edited", "Ropes", "Ropes hold boats."));
    log.publish(document("other", "Knots", "Three knots hold."));
    UUID retried = log.publish(document("retried", "Lamps", "Light travels."));
    log.publish(document("withdrawn", "Jars", "A jar is enough."));
    log.publish(document("back", "Sails", "Sails catch wind."));
    log.publish(document("edited", "Ropes and Boats", "Ropes hold boats, mostly."));
    log.publishRaw(TestDocument.of("other").id().toString(), "no".getBytes(StandardCharsets.UTF_8));
    log.publish(document("other", "Knots", "Three knots hold nearly everything."));
    log.publish(document("edited", "Ropes and Boats", "Ropes hold boats, mostly."));
    log.publish(document("retried", "Lamps", "Light travels."), retried);
    log.retract(TestDocument.of("withdrawn").id());
    log.retract(TestDocument.of("back").id());
    log.publish(document("back", "Sails", "Sails catch wind."));
  }

  private void awaitAll(TestLog log) {
    long records = log.records().size();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                database.count("SELECT coalesce(sum(next_offset), 0) FROM derived.progress")
                    == records);
  }

  private void decide(Action action) {
    new CurationStore(database.jdbi()).decide(new CurationRequest("Ines", action), INES);
  }

  private UUID talk(String title) {
    return UUID.fromString(
        database
            .strings("SELECT talk_id::text FROM derived.talk WHERE title = '" + title + "'")
            .getFirst());
  }

  private void curate() {
    decide(new Action.Rename(Kind.TAG, "kubernetes", "Kubernetes clusters"));
    decide(new Action.MergeTalks(talk("Lamps"), talk("Sails")));
    UUID notes =
        UUID.fromString(
            database
                .strings(
                    "SELECT talk_notes_id::text FROM derived.talk_notes WHERE title = 'Floods' AND document_id = '%s'"
                        .formatted(TestDocument.of("other").id()))
                .getFirst());
    decide(new Action.SplitTalk(talk("Floods"), List.of(notes)));
  }

  /** Publishes newer records in every partition, and waits until older ones are gone. */
  private static void compact(TestLog log) {
    for (int i = 0; i < FENCES; i++) {
      log.publish(TestDocument.of("fence " + i).talk("Fence " + i, null, "The end."));
    }
    Set<String> keys =
        Set.of("edited", "other", "retried", "withdrawn", "back").stream()
            .map(key -> TestDocument.of(key).id().toString())
            .collect(Collectors.toSet());
    log.compact();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              Map<String, Long> left =
                  log.records().stream()
                      .map(record -> new String(record.key(), StandardCharsets.UTF_8))
                      .filter(keys::contains)
                      .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
              assertThat(left)
                  .hasSize(keys.size())
                  .allSatisfy((key, count) -> assertThat(count).isEqualTo(1));
            });
  }

  @Test
  void shouldGiveEveryRowFromTheLastRecordOfEachDocument() throws StoreException {
    try (TestLog log = TestLog.toBeCompacted();
        RunningConsumer consumer = new RunningConsumer(log, database.dataSource(), 20);
        Rebuilder rebuilder =
            new Rebuilder(
                Brokers.open(log.bootstrapServers()),
                log.topic(),
                database.jdbi(),
                new TalkStore(database.jdbi()))) {
      // Given
      history(log);
      awaitAll(log);
      curate();
      compact(log);
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  database.count("SELECT count(*) FROM derived.document WHERE author IS NULL")
                      == FENCES);
      assertThat(consumer.state().problem()).isNull();

      // When
      RebuildStore store = new RebuildStore(database.jdbi());
      store.start(false, INES);
      for (int step = 0; last(store).state() != State.READY; step++) {
        assertThat(step).isLessThan(1000);
        rebuilder.next();
      }

      // Then
      assertThat(database.rows("derived_next")).isEqualTo(database.rows("derived"));
      assertThat(Objects.requireNonNull(last(store).differences()).sample()).isEmpty();
      assertThat(last(store).records()).isLessThan(FENCES + 13L);
    }
  }

  private static Rebuild last(RebuildStore store) {
    return Objects.requireNonNull(store.status().last());
  }
}
