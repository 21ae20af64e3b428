package io.confnotes.summary.reanalyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.confnotes.summary.access.Sender;
import io.confnotes.summary.consume.CrashingDataSource;
import io.confnotes.summary.consume.RunningConsumer;
import io.confnotes.summary.curate.CurationRequest;
import io.confnotes.summary.curate.CurationStore;
import io.confnotes.summary.curate.decision.Action;
import io.confnotes.summary.curate.decision.Curation;
import io.confnotes.summary.curate.decision.Kind;
import io.confnotes.summary.http.ProblemException;
import io.confnotes.summary.testing.TestDatabase;
import io.confnotes.summary.testing.TestDocument;
import io.confnotes.summary.testing.TestLog;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is stored can be brought up to date while the service runs, and stops at nothing. */
class ReanalysisIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int DOCUMENTS = 30;

  private final TestLog log = new TestLog();
  private final TestDatabase database = TestDatabase.migrated();
  private static final Sender OPERATOR = new Sender("ola", null);

  private final ReanalysisStore store = new ReanalysisStore(database.jdbi());
  private final ReanalysisBatch batch = new ReanalysisBatch(database.jdbi());
  private final CurationStore curations = new CurationStore(database.jdbi());
  private RunningConsumer consumer;

  @BeforeEach
  void start() {
    consumer = new RunningConsumer(log, database.dataSource(), 20);
    for (int i = 0; i < DOCUMENTS; i++) {
      log.publish(document(i));
    }
    awaitAll();
  }

  @AfterEach
  void stop() {
    consumer.close();
    log.close();
  }

  /** Tide gauges mean nothing to the vocabulary, until a curator says that they do. */
  private static TestDocument document(int number) {
    return TestDocument.of("document " + number)
        .event("Harbour Days 2024")
        .talk(
            "Floods " + number,
            number % 3 == 0 ? null : "Speaker " + number % 5,
            "Tide gauges show when the harbour floods. Tide gauges are cheap 🏮.\n"
                + "Nobody reads the pager.")
        .talk("Ropes " + number % 4, "Odo Fenn", "Kubernetes is not a rope. Ropes hold boats.");
  }

  private void awaitAll() {
    long records = log.records().size();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                database.count("SELECT coalesce(sum(next_offset), 0) FROM derived.progress")
                    == records);
  }

  private Curation curate() {
    return curations.decide(
        new CurationRequest("Ines", new Action.Merge(Kind.TAG, "tide-gauges", "kubernetes")),
        new Sender("anonymous", null));
  }

  private void toTheEnd(ReanalysisBatch batches) {
    int number = 0;
    while (batches.next()) {
      assertThat(number++).as("ends").isLessThan(100);
    }
  }

  private Reanalysis last() {
    return Objects.requireNonNull(store.status().last());
  }

  /** What a fresh run over the log gives with what is recorded. */
  private String rebuilt() {
    consumer.close();
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "TRUNCATE derived.progress, derived.document, derived.talk, derived.talk_count, derived.name_count,"
                        + " derived.document_head CASCADE"));
    consumer = new RunningConsumer(log, database.dataSource(), 20);
    awaitAll();
    return database.derivedRows();
  }

  @Test
  void shouldChangeNothingWhenNothingIsNew() {
    // Given
    String before = database.derivedRows();

    // When
    store.start(false, OPERATOR);
    toTheEnd(batch);

    // Then
    assertThat(database.derivedRows()).isEqualTo(before);
    assertThat(last().state()).isEqualTo(Reanalysis.State.DONE);
    assertThat(last().documents()).isEqualTo(DOCUMENTS);
    assertThat(last().talks()).isEqualTo(2 * DOCUMENTS);
    assertThat(last().talksChanged()).isZero();
  }

  @Test
  void shouldGiveWhatARebuildGives() {
    // Given
    curate();
    store.start(false, OPERATOR);
    assertThat(store.status().talkNotesOutdated()).isEqualTo(2 * DOCUMENTS);

    // When
    toTheEnd(batch);

    // Then
    assertThat(store.status().talkNotesOutdated()).isZero();
    assertThat(database.strings("SELECT DISTINCT analyser FROM derived.talk_notes"))
        .containsExactly(store.status().analyser());
    String reanalysed = database.derivedRows();
    assertThat(rebuilt()).isEqualTo(reanalysed);
  }

  @Test
  void shouldOnlyReportWhenItIsADryRun() {
    // Given rows of an older analyser, which found less
    database
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute("UPDATE derived.talk_notes SET analyser = '0+0'");
              handle.execute("DELETE FROM derived.key_point WHERE rank = 1");
            });
    String before = database.derivedRows();

    // When
    store.start(true, OPERATOR);
    toTheEnd(batch);

    // Then
    assertThat(database.derivedRows()).isEqualTo(before);
    Reanalysis report = last();
    assertThat(report.state()).isEqualTo(Reanalysis.State.DONE);
    assertThat(report.talksChanged()).isPositive();
    assertThat(report.keyPointsAdded()).isPositive();
    assertThat(report.keyPointsRemoved()).isZero();
    assertThat(report.changes())
        .hasSizeBetween(1, 20)
        .allSatisfy(change -> assertThat(change.title()).isNotEmpty())
        .anySatisfy(change -> assertThat(change.keyPointsAdded()).isNotEmpty());
    assertThat(store.status().talkNotesOutdated()).isEqualTo(2 * DOCUMENTS);
  }

  @Test
  void shouldGoOnAfterDeathAtEachStep() {
    // Given
    curate();
    store.start(false, OPERATOR);
    int deaths = 0;

    // When each process dies a few steps later than the one before, until one lives to the end
    for (int step = 1; last().state() == Reanalysis.State.RUNNING; step += 3) {
      var dying =
          new CrashingDataSource(
              database.dataSource(), CrashingDataSource.Moment.BEFORE_A_CALL, step);
      try {
        toTheEnd(new ReanalysisBatch(TestDatabase.jdbi(dying.dataSource())));
      } catch (CrashingDataSource.Crash crash) {
        deaths++;
      }
    }

    // Then
    assertThat(deaths).isGreaterThan(5);
    assertThat(last().documents()).as("each counted once").isEqualTo(DOCUMENTS);
    String reanalysed = database.derivedRows();
    assertThat(rebuilt()).isEqualTo(reanalysed);
  }

  @Test
  void shouldRunWhileTheConsumerWrites() {
    // Given
    curate();
    store.start(false, OPERATOR);

    // When
    for (int i = 0; i < DOCUMENTS; i += 2) {
      log.publish(document(i).talk("One more", "Ines Rowan", "Kubernetes again, and pagers."));
    }
    toTheEnd(batch);
    awaitAll();

    // Then
    assertThat(consumer.state().problem()).isNull();
    assertThat(log.deadLetters()).isEmpty();
    assertThat(store.status().talkNotesOutdated()).isZero();
    String reanalysed = database.derivedRows();
    assertThat(rebuilt()).isEqualTo(reanalysed);
  }

  @Test
  void shouldStopAndRefuseASecondOne() {
    // Given
    store.start(false, OPERATOR);
    assertThatThrownBy(() -> store.start(true, OPERATOR)).isInstanceOf(ProblemException.class);
    batch.next();

    // When
    store.stop(OPERATOR);

    // Then
    assertThat(batch.next()).isFalse();
    assertThat(last().state()).isEqualTo(Reanalysis.State.STOPPED);
    assertThatThrownBy(() -> store.stop(OPERATOR)).isInstanceOf(ProblemException.class);
    assertThat(store.start(false, OPERATOR).documents()).isZero();
  }

  @Test
  void shouldLeaveDocumentsWithoutBlocksAsTheyAre() {
    // Given what version 1 of the schema has stored
    database
        .jdbi()
        .useHandle(handle -> handle.execute("UPDATE derived.talk_notes SET blocks = NULL"));
    String before = database.derivedRows();

    // When
    store.start(false, OPERATOR);
    toTheEnd(batch);

    // Then
    assertThat(database.derivedRows()).isEqualTo(before);
    assertThat(last().documentsUnread()).isEqualTo(DOCUMENTS);
  }

  @Test
  void shouldKeepNoTextOfWithdrawnDocumentsInItsReport() {
    // Given
    database
        .jdbi()
        .useHandle(handle -> handle.execute("DELETE FROM derived.key_point WHERE rank = 1"));
    store.start(true, OPERATOR);
    toTheEnd(batch);
    assertThat(last().changes()).isNotEmpty();

    // When
    for (int i = 0; i < DOCUMENTS; i++) {
      log.retract(document(i).id());
    }
    awaitAll();

    // Then
    assertThat(last().changes()).isEmpty();
  }
}
