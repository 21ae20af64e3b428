package io.confnotes.summary.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.confnotes.summary.access.Sender;
import io.confnotes.summary.consume.Brokers;
import io.confnotes.summary.consume.Changes;
import io.confnotes.summary.consume.CrashingDataSource;
import io.confnotes.summary.consume.RunningConsumer;
import io.confnotes.summary.curate.Action;
import io.confnotes.summary.curate.CurationRequest;
import io.confnotes.summary.curate.CurationStore;
import io.confnotes.summary.curate.Kind;
import io.confnotes.summary.http.ProblemException;
import io.confnotes.summary.reanalyse.ReanalysisStore;
import io.confnotes.summary.rebuild.Rebuild.Difference;
import io.confnotes.summary.rebuild.Rebuild.State;
import io.confnotes.summary.rebuild.Rebuild.TableRows;
import io.confnotes.summary.rebuild.Rebuild.Tally;
import io.confnotes.summary.store.Migration;
import io.confnotes.summary.store.StoreException;
import io.confnotes.summary.store.TalkStore;
import io.confnotes.summary.term.Terms;
import io.confnotes.summary.testing.TestDatabase;
import io.confnotes.summary.testing.TestDocument;
import io.confnotes.summary.testing.TestLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Schema derived can be built anew beside the serving one, at any time, and take its place. */
@Tag("containers")
class RebuildIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** More than a rebuild of these logs takes. */
  private static final int MOST_STEPS = 1000;

  private static final Sender INES = new Sender("ines", null);

  private final TestLog log = new TestLog();
  private final TestDatabase database = TestDatabase.migrated();
  private final RebuildStore store = new RebuildStore(database.jdbi());
  private final CurationStore curations = new CurationStore(database.jdbi());
  private Rebuilder rebuilder;
  private RunningConsumer consumer;

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

  private Rebuilder rebuilder(DataSource dataSource) {
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

  private void awaitAll() {
    long records = log.records().size();
    await().atMost(PATIENCE).until(() -> applied() == records);
  }

  private long applied() {
    return database.count("SELECT coalesce(sum(next_offset), 0) FROM derived.progress");
  }

  private void decide(Action action) {
    curations.decide(new CurationRequest("Ines", action), INES);
  }

  private Rebuild begin(boolean switches) {
    return store.start(switches, INES);
  }

  private Rebuild last() {
    return Objects.requireNonNull(store.status().last());
  }

  /** Steps until it has come to a state. */
  private Rebuild to(State state) throws StoreException {
    for (int step = 0; last().state() != state; step++) {
      assertThat(step).as("steps").isLessThan(MOST_STEPS);
      assertThat(last().problem()).isNull();
      rebuilder.next();
    }
    return last();
  }

  private UUID talk(String title) {
    return UUID.fromString(
        database
            .strings(
                "SELECT talk_id::text FROM derived.talk WHERE title = '%s' ORDER BY 1"
                    .formatted(title))
            .getFirst());
  }

  private String rebuiltRows() {
    return rows("derived_next");
  }

  private String servingRows() {
    return rows("derived");
  }

  private String rows(String schema) {
    return database.rows(schema).replaceAll("\"topic_id\":\"[^\"]*\"", "");
  }

  private static void assertNoDifference(Rebuild rebuild) {
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

  @Test
  void shouldGiveTheRowsThatServe() throws StoreException {
    // Given
    decide(new Action.Rename(Kind.TAG, "kubernetes", "Kubernetes clusters"));
    decide(new Action.MergeTalks(talk("Ropes 1"), talk("Ropes 2")));
    decide(new Action.Merge(Kind.EVENT, "harbour-days-2021", "harbour-days-2022"));
    String recorded = withoutRebuilds(database.rows("recorded"));
    int letters = log.deadLetters().size();

    // When
    begin(false);
    Rebuild ready = to(State.READY);

    // Then
    assertThat(rebuiltRows()).isEqualTo(servingRows());
    assertNoDifference(ready);
    assertThat(ready.records()).isEqualTo(log.records().size());
    assertThat(ready.refused()).isEqualTo(2);
    assertThat(Objects.requireNonNull(ready.progress()).percent()).isEqualTo(100);
    assertThat(withoutRebuilds(database.rows("recorded"))).isEqualTo(recorded);
    assertThat(log.deadLetters()).hasSize(letters);
  }

  private static String withoutRebuilds(String rows) {
    return rows.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("rebuild"))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void shouldHaveTheSameDefinitions() throws StoreException {
    // When
    begin(false);

    // Then
    assertThat(definitions("derived_next"))
        .isEqualTo(definitions("derived"))
        .hasSizeGreaterThan(60);
    switchNow();
    assertThat(definitions("derived")).isEqualTo(definitions("derived_old"));
  }

  private void switchNow() throws StoreException {
    to(State.READY);
    store.switchOver(INES);
    to(State.SWITCHED);
  }

  /**
   * Columns, constraints, indexes, views and functions, not triggers, without the name of the
   * schema.
   */
  private List<String> definitions(String schema) {
    return database
        .strings(
            """
            SELECT concat_ws(' ', c.relkind, c.relname, c.relowner::regrole, c.reloptions, a.attnum, a.attname, a.atttypid::regtype,
                             a.attcollation, a.attnotnull, a.attstorage, pg_get_expr(d.adbin, d.adrelid))
              FROM pg_class c
              LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
              LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
             WHERE c.relnamespace = '%1$s'::regnamespace
            UNION ALL
            SELECT concat_ws(' ', conname, contype, pg_get_constraintdef(oid)) FROM pg_constraint
             WHERE connamespace = '%1$s'::regnamespace AND contype <> 't'
            UNION ALL
            SELECT indexdef FROM pg_indexes WHERE schemaname = '%1$s'
            UNION ALL
            SELECT definition FROM pg_views WHERE schemaname = '%1$s'
            UNION ALL
            SELECT definition FROM pg_matviews WHERE schemaname = '%1$s'
            UNION ALL
            SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = '%1$s'::regnamespace
             ORDER BY 1
            """
                .formatted(schema))
        .stream()
        .map(
            definition ->
                definition
                    .replaceAll("\\bderived(_next|_old)?\\.", "derived.")
                    .replace("::text AS text,", "::text,"))
        .sorted()
        .toList();
  }

  @Test
  void shouldReportAndRepairWhatSomebodyChanged() throws StoreException {
    // Given
    String before = servingRows();
    UUID ropes = talk("Ropes 2");
    UUID gone = talk("Ropes 5");
    UUID stray = UUID.fromString("00000000-0000-0000-0000-0000000000aa");
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createScript(
                        """
                        UPDATE derived.talk SET title = 'Ropes?' WHERE talk_id = '%1$s';
                        DELETE FROM derived.talk_tag WHERE talk_id = '%1$s';
                        DELETE FROM derived.talk_notes WHERE talk_id = '%2$s';
                        DELETE FROM derived.talk WHERE talk_id = '%2$s';
                        INSERT INTO derived.talk SELECT '%3$s', title, event, event_slug, date, date_start, date_end,
                          document_id, ordinal FROM derived.talk WHERE talk_id = '%1$s';
                        UPDATE derived.document SET author = 'Nobody' WHERE document_key IS NULL AND author = 'Author 2';
                        UPDATE derived.talk_count SET talks = talks + 1 WHERE tag = '' AND period = '';
                        UPDATE derived.name_count SET talks = talks + 1 WHERE kind = 'event' AND slug = 'harbour-days-2021';
                        """
                            .formatted(ropes, gone, stray))
                    .execute());

    // When
    begin(false);
    Rebuild ready = to(State.READY);

    // Then
    var differences = Objects.requireNonNull(ready.differences());
    assertThat(differences.talks().onlyServing()).isEqualTo(1);
    assertThat(differences.talks().onlyRebuilt()).isEqualTo(1);
    assertThat(differences.talks().different()).isEqualTo(1);
    assertThat(differences.documents().different()).isEqualTo(4);
    assertThat(differences.tags().different()).isEqualTo(1);
    assertThat(differences.names().different()).isEqualTo(1);
    assertThat(differences.sample())
        .contains(
            new Difference(
                "talk", ropes.toString(), "Ropes?", true, true, List.of("talk.title", "talk_tag")),
            new Difference("tag", "", null, true, true, List.of("talk_count")));
    assertThat(differences.sample())
        .filteredOn(difference -> difference.key().equals(gone.toString()))
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.serving()).isFalse();
              assertThat(difference.rebuilt()).isTrue();
              assertThat(difference.fields()).contains("talk", "talk_notes", "key_point");
            });
    assertThat(differences.sample())
        .filteredOn(difference -> difference.key().equals(stray.toString()))
        .singleElement()
        .matches(difference -> difference.serving() && !difference.rebuilt());
    assertThat(differences.sample())
        .filteredOn(difference -> difference.kind().equals("document"))
        .extracting(Difference::fields)
        .containsOnly(List.of("document.author"));
    assertThat(servingRows()).contains("Ropes?");

    // When
    store.switchOver(INES);
    to(State.SWITCHED);

    // Then
    assertThat(servingRows()).isEqualTo(before);
    assertThat(database.derivedRows()).isNotEmpty();
  }

  @Test
  void shouldNotSwitchByItselfWhereADocumentWouldGo() throws StoreException {
    // Given what the log does not have
    execute(
        """
        INSERT INTO derived.document_head (document_id, revision, log_offset, first_submitted_at)
        VALUES ('00000000-0000-0000-0000-0000000000bb', 'r', 0, now())
        """);

    // When
    begin(true);
    for (int step = 0; last().state() != State.READY; step++) {
      assertThat(step).isLessThan(MOST_STEPS);
      rebuilder.next();
    }
    rebuilder.next();

    // Then
    assertThat(last().state()).isEqualTo(State.READY);
    assertThat(last().switches()).isFalse();
    assertThat(last().problem()).contains("documents differ");
    assertThat(store.switchOver(INES).problem()).isNull();
    rebuilder.next();
    assertThat(last().state()).isEqualTo(State.SWITCHED);
  }

  @Test
  void shouldGoOnServingAcrossTheSwitch() throws StoreException {
    // Given
    begin(true);
    Jdbi reader =
        Jdbi.create(
            database.database().url(),
            database.database().reader(),
            database.database().readerPassword());
    String talks = "SELECT count(*) FROM api.talk WHERE title LIKE 'While %'";

    // When documents come between the steps
    int number = 0;
    for (int step = 0; last().state() != State.SWITCHED; step++) {
      assertThat(step).isLessThan(MOST_STEPS);
      log.publish(TestDocument.of("while " + number).talk("While " + number++, null, "Ropes."));
      rebuilder.next();
      long shown = reader.withHandle(handle -> handle.createQuery(talks).mapTo(long.class).one());
      assertThat(shown).isBetween(0L, (long) number);
      assertThat(consumer.state().problem()).isNull();
    }
    decide(new Action.Rename(Kind.SPEAKER, "odo-fenn", "Odo F. Fenn"));
    log.publish(TestDocument.of("while " + number).talk("While " + number++, "Odo Fenn", "Ropes."));
    awaitAll();

    // Then
    long shown = reader.withHandle(handle -> handle.createQuery(talks).mapTo(long.class).one());
    assertThat(shown).isEqualTo(number);
    assertThat(
            reader.<List<String>, RuntimeException>withHandle(
                handle ->
                    handle
                        .createQuery(
                            "SELECT DISTINCT name FROM api.talk_speaker WHERE name LIKE 'Odo%'")
                        .mapTo(String.class)
                        .list()))
        .containsExactly("Odo F. Fenn");
    assertThat(new Terms(database.jdbi()).refresh()).isTrue();
    assertThat(
            reader.<List<String>, RuntimeException>withHandle(
                handle ->
                    handle
                        .createQuery("SELECT name FROM api.term WHERE slug = 'odo-f-fenn'")
                        .mapTo(String.class)
                        .list()))
        .containsExactly("Odo F. Fenn");
    assertThat(consumer.state().running()).isTrue();
    String rows = servingRows();
    begin(false);
    assertNoDifference(to(State.READY));
    assertThat(rebuiltRows()).isEqualTo(rows);
  }

  @Test
  void shouldFollowDecisionsThatAreMadeMeanwhile() throws StoreException {
    // Given
    begin(false);
    rebuilder.next();
    decide(new Action.Rename(Kind.TAG, "kubernetes", "Kubernetes clusters"));
    decide(new Action.MergeTalks(talk("Ropes 1"), talk("Ropes 2")));
    to(State.COMPARING);
    decide(new Action.Undo(1));
    decide(new Action.Hide("kubernetes"));

    // When
    to(State.READY);
    decide(new Action.Merge(Kind.EVENT, "harbour-days-2021", "harbour-days-2022"));
    store.switchOver(INES);
    String serving = servingRows();
    to(State.SWITCHED);

    // Then
    assertThat(servingRows()).isEqualTo(serving);
  }

  @Test
  void shouldFollowDeadLettersThatAreReplayedMeanwhile() throws StoreException {
    // Given
    execute("ALTER TABLE derived.talk_notes ADD CONSTRAINT test_refused CHECK (title <> 'Knots')");
    TestDocument knots = TestDocument.of("knots").talk("Knots", "Odo Fenn", "Three knots hold.");
    log.publish(knots);
    awaitAll();
    execute("ALTER TABLE derived.talk_notes DROP CONSTRAINT test_refused");
    begin(false);
    assertNoDifference(to(State.READY));
    assertThat(rebuiltRows()).doesNotContain("Knots");

    // When
    TalkStore talks = new TalkStore(database.jdbi());
    ConsumerRecord<byte[], byte[]> record =
        log.records().stream()
            .filter(
                it -> knots.id().toString().equals(new String(it.key(), StandardCharsets.UTF_8)))
            .findFirst()
            .orElseThrow();
    Changes changes =
        new Changes(
            (refused, reason) -> {
              throw new AssertionError(reason);
            });
    long letter =
        database.count(
            "SELECT dead_letter_id FROM recorded.dead_letter WHERE document_id = '%s'"
                .formatted(knots.id()));
    assertThat(talks.replay(letter, changes.of(record, talks.analyser()), INES))
        .contains(TalkStore.Outcome.STORED);
    store.switchOver(INES);
    String serving = servingRows();
    to(State.SWITCHED);

    // Then
    assertThat(servingRows()).isEqualTo(serving).contains("Knots");
  }

  private void execute(String sql) {
    database.jdbi().useHandle(handle -> handle.execute(sql));
  }

  @Test
  void shouldGoOnWhereItWasKilled() throws StoreException {
    // Given
    begin(true);
    String serving = servingRows();
    int deaths = 0;

    // When each process dies some steps later than the one before
    for (int step = 10; last().state() != State.SWITCHED; step += 45) {
      var dying =
          new CrashingDataSource(
              database.dataSource(), CrashingDataSource.Moment.BEFORE_A_CALL, step);
      try (Rebuilder mortal = rebuilder(dying.dataSource())) {
        long before = last().records();
        while (last().state() != State.SWITCHED) {
          mortal.next();
        }
        assertThat(last().records()).isGreaterThanOrEqualTo(before);
      } catch (CrashingDataSource.Crash death) {
        deaths++;
        forgetWorker();
      }
    }

    // Then
    assertThat(deaths).isGreaterThan(3);
    assertThat(servingRows()).isEqualTo(serving);
    assertNoDifference(last());
    assertThat(last().records()).isEqualTo(log.records().size());
  }

  /** The time after which another process goes on. */
  private void forgetWorker() {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE recorded.rebuild SET worker_until = now() - interval '1 second'"));
  }

  @Test
  void shouldLeaveItToOneProcess() throws StoreException {
    // Given
    begin(false);
    rebuilder.next();

    // When
    try (Rebuilder other = rebuilder(database.dataSource())) {
      // Then
      assertThat(other.next()).isFalse();
      forgetWorker();
      assertThat(other.next()).isTrue();
      assertThat(rebuilder.next()).isFalse();
    }
  }

  @Test
  void shouldRefuseASecondOneAndReanalysisMeanwhile() {
    // Given
    begin(false);

    // Then
    assertThatThrownBy(() -> begin(false))
        .isInstanceOf(ProblemException.class)
        .hasMessage("A rebuild is going on");
    assertThatThrownBy(() -> new ReanalysisStore(database.jdbi()).start(false, INES))
        .isInstanceOf(ProblemException.class)
        .hasMessage("A rebuild is going on");
    store.drop();
    new ReanalysisStore(database.jdbi()).start(false, INES);
    assertThatThrownBy(() -> begin(false))
        .isInstanceOf(ProblemException.class)
        .hasMessage("A re-analysis is running");
  }

  @Test
  void shouldRefuseToSwitchBeforeItIsReady() throws StoreException {
    // Given
    assertThatThrownBy(() -> store.switchOver(INES))
        .isInstanceOf(ProblemException.class)
        .hasMessage("No rebuild is going on");
    begin(false);
    rebuilder.next();

    // Then
    assertThatThrownBy(() -> store.switchOver(INES))
        .isInstanceOf(ProblemException.class)
        .hasMessage("The rebuild is not ready");
    to(State.READY);
    assertThat(store.switchOver(INES).switches()).isTrue();
  }

  @Test
  void shouldNotSwitchWhileTheServingSchemaHasAppliedWhatTheLogLacks() throws StoreException {
    // Given
    begin(false);
    to(State.READY);
    store.switchOver(INES);
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE derived.progress SET next_offset = next_offset + 7 WHERE partition = 0"));

    // When
    assertThatThrownBy(rebuilder::next).hasMessageContaining("the log ends at");

    // Then
    assertThat(last().state()).isEqualTo(State.READY);
    assertThat(last().problem()).contains("the log ends at");
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE derived.progress SET next_offset = next_offset - 7 WHERE partition = 0"));
    rebuilder.next();
    assertThat(last().state()).isEqualTo(State.SWITCHED);
  }

  @Test
  void shouldDropWhatItHasBuiltAndWhatItHasReplaced() throws StoreException {
    // Given
    String serving = servingRows();
    begin(false);
    rebuilder.next();

    // When
    Rebuild dropped = store.drop();

    // Then
    assertThat(dropped.state()).isEqualTo(State.STOPPED);
    assertThat(rebuilder.next()).isFalse();
    assertThat(schemas()).containsExactly("derived");
    assertThat(servingRows()).isEqualTo(serving);
    assertThatThrownBy(store::drop)
        .isInstanceOf(ProblemException.class)
        .hasMessage("No rebuild is going on");

    // When
    begin(true);
    to(State.SWITCHED);

    // Then
    assertThat(schemas()).containsExactly("derived", "derived_old");
    assertThat(
            database.strings(
                "SELECT action || ' ' || subject FROM recorded.audit WHERE rebuild_id = (SELECT"
                    + " max(rebuild_id) FROM recorded.rebuild) ORDER BY id"))
        .containsExactly("rebuild-started ines", "rebuild-switched ines");
    assertThat(store.status().oldKept()).isTrue();
    assertThat(store.drop().state()).isEqualTo(State.SWITCHED);
    assertThat(schemas()).containsExactly("derived");
    assertThat(servingRows()).isEqualTo(serving);
  }

  private List<String> schemas() {
    return database.strings(
        "SELECT nspname::text FROM pg_namespace WHERE nspname LIKE 'derived%' ORDER BY 1");
  }

  @Test
  void shouldRefuseToLeaveSomebodyWithTheOldSchema() throws StoreException {
    // Given
    database
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute("CREATE SCHEMA dashboards");
              handle.execute("CREATE VIEW dashboards.titles AS SELECT title FROM derived.talk");
              handle.execute(
                  "CREATE MATERIALIZED VIEW dashboards.names AS SELECT name FROM derived.talk_speaker");
            });
    begin(true);
    to(State.READY);

    // When
    assertThatThrownBy(rebuilder::next).hasMessageContaining("dashboards.names");

    // Then
    assertThat(schemas()).containsExactly("derived", "derived_next");
    database.jdbi().useHandle(handle -> handle.execute("DROP MATERIALIZED VIEW dashboards.names"));
    rebuilder.next();
    assertThat(last().state()).isEqualTo(State.SWITCHED);
    store.drop();
    assertThat(database.count("SELECT count(*) FROM dashboards.titles")).isPositive();
  }

  @Test
  void shouldGiveWayToMigrations() throws StoreException {
    // Given
    begin(true);
    to(State.SWITCHED);
    begin(false);
    rebuilder.next();
    var of = database.database();

    // When what repeats itself is another one
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE recorded.schema_history SET checksum = 0 WHERE version IS NULL AND checksum IS NOT NULL"));
    int status = Migration.run(of.url(), of.owner(), of.ownerPassword());

    // Then
    assertThat(status).isZero();
    assertThat(schemas()).containsExactly("derived");
    assertThat(rebuilder.next()).isFalse();
    begin(true);
    to(State.SWITCHED);
    assertThat(servingRows()).contains("Ropes 2");
  }

  @Test
  void shouldEndWhenTablesAreMigratedMeanwhile() throws StoreException {
    // Given
    begin(false);
    rebuilder.next();

    // When
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE recorded.schema_history SET installed_rank = 1000 WHERE version = '9'"));
    assertThat(rebuilder.next()).isFalse();

    // Then
    assertThat(last().state()).isEqualTo(State.STOPPED);
    assertThat(last().problem()).contains("migrated");
  }
}
