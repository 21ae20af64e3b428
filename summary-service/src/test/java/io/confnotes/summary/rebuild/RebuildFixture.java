package io.confnotes.summary.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confnotes.summary.access.Sender;
import io.confnotes.summary.consume.Brokers;
import io.confnotes.summary.consume.RunningConsumer;
import io.confnotes.summary.curate.CurationRequest;
import io.confnotes.summary.curate.CurationStore;
import io.confnotes.summary.curate.decision.Action;
import io.confnotes.summary.rebuild.Rebuild.State;
import io.confnotes.summary.rebuild.Rebuild.TableRows;
import io.confnotes.summary.rebuild.Rebuild.Tally;
import io.confnotes.summary.store.StoreException;
import io.confnotes.summary.store.TalkStore;
import io.confnotes.summary.testing.TestDatabase;
import io.confnotes.summary.testing.TestDocument;
import io.confnotes.summary.testing.TestLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** A history that was applied, and what tests of rebuilding it ask and do. */
@Tag("containers")
abstract class RebuildFixture {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** More than a rebuild of these logs takes. */
  static final int MOST_STEPS = 1000;

  static final Sender INES = new Sender("ines", null);

  final TestLog log = new TestLog();
  final TestDatabase database = TestDatabase.migrated();
  final RebuildStore store = new RebuildStore(database.jdbi());
  private final CurationStore curations = new CurationStore(database.jdbi());
  Rebuilder rebuilder;
  RunningConsumer consumer;

  @BeforeEach
  void start() {
    consumer = new RunningConsumer(log, database.dataSource(), 20);
    rebuilder = rebuilder(database.dataSource());
    history();
    awaitAll();
  }

  @AfterEach
  void stop() {
    rebuilder.close();
    consumer.close();
    log.close();
  }

  Rebuilder rebuilder(DataSource dataSource) {
    Jdbi jdbi = TestDatabase.jdbi(dataSource);
    return new Rebuilder(
        Brokers.open(log.bootstrapServers()), log.topic(), jdbi, new TalkStore(jdbi));
  }

  /** Revisions, retractions, repeats, several authors of one talk, and what cannot be applied. */
  private void history() {
    for (int i = 0; i < 12; i++) {
      log.publish(document(i, "first"));
    }
    log.publishRaw(document(3, "").id().toString(), "no record".getBytes(StandardCharsets.UTF_8));
    log.publish(TestDocument.of("poison").talk("Null\0Island", null, "Nothing is there."));
    UUID again = log.publish(document(4, "second"));
    log.publish(document(4, "third"));
    log.publish(document(4, "second"), again);
    log.publish(document(5, "second"));
    log.publish(document(5, "second"));
    log.retract(document(6, "").id());
    log.retract(document(7, "").id());
    log.publish(document(7, "first"));
    log.publish(document(8, "second"), again);
  }

  private static TestDocument document(int number, String revision) {
    TestDocument document = TestDocument.of("document " + number).author("Author " + number % 3);
    return (number % 4 == 3 ? document : document.event("Harbour Days 202" + number % 4))
        .date(number % 2 == 0 ? "2024-05-17" : "2024")
        .talk(
            "Floods " + number % 5,
            number % 3 == 0 ? null : "Speaker " + number % 5,
            "Tide gauges show when the harbour floods, says the "
                + revision
                + " revision.\nKubernetes 🏮.")
        .talk("Ropes " + number, "Odo Fenn", "Kubernetes is not a rope. Ropes hold boats.");
  }

  void awaitAll() {
    long records = log.records().size();
    await().atMost(PATIENCE).until(() -> applied() == records);
  }

  private long applied() {
    return database.count("SELECT coalesce(sum(next_offset), 0) FROM derived.progress");
  }

  void decide(Action action) {
    curations.decide(new CurationRequest("Ines", action), INES);
  }

  Rebuild begin(boolean switches) {
    return store.start(switches, INES);
  }

  Rebuild last() {
    return Objects.requireNonNull(store.status().last());
  }

  /** Steps until it has come to a state. */
  Rebuild to(State state) throws StoreException {
    for (int step = 0; last().state() != state; step++) {
      assertThat(step).as("steps").isLessThan(MOST_STEPS);
      assertThat(last().problem()).isNull();
      rebuilder.next();
    }
    return last();
  }

  UUID talk(String title) {
    return UUID.fromString(
        database
            .strings(
                "SELECT talk_id::text FROM derived.talk WHERE title = '%s' ORDER BY 1"
                    .formatted(title))
            .getFirst());
  }

  String rebuiltRows() {
    return rows("derived_next");
  }

  String servingRows() {
    return rows("derived");
  }

  private String rows(String schema) {
    return database.rows(schema).replaceAll("\"topic_id\":\"[^\"]*\"", "");
  }

  static void assertNoDifference(Rebuild rebuild) {
    var differences = Objects.requireNonNull(rebuild.differences());
    assertThat(differences.complete()).isTrue();
    assertThat(differences.sample()).isEmpty();
    for (Tally tally :
        List.of(
            differences.documents(),
            differences.talks(),
            differences.tags(),
            differences.names())) {
      assertThat(tally.serving()).isPositive();
      assertThat(tally).isEqualTo(new Tally(tally.serving(), tally.serving(), 0, 0, 0));
    }
    assertThat(differences.tables())
        .extracting(TableRows::table)
        .containsExactly(
            "document",
            "document_head",
            "key_point",
            "name_count",
            "talk",
            "talk_count",
            "talk_notes",
            "talk_notes_speaker",
            "talk_notes_tag",
            "talk_speaker",
            "talk_tag");
    assertThat(differences.tables())
        .allSatisfy(table -> assertThat(table.serving()).isEqualTo(table.rebuilt()).isPositive());
  }

  void execute(String sql) {
    database.jdbi().useHandle(handle -> handle.execute(sql));
  }
}
