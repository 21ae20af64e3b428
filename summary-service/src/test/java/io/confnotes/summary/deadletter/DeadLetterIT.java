package io.confnotes.summary.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confnotes.summary.access.Sender;
import io.confnotes.summary.consume.Brokers;
import io.confnotes.summary.consume.CrashingDataSource;
import io.confnotes.summary.consume.RunningConsumer;
import io.confnotes.summary.deadletter.DeadLetter.State;
import io.confnotes.summary.http.ProblemException;
import io.confnotes.summary.store.TalkStore;
import io.confnotes.summary.testing.TestDatabase;
import io.confnotes.summary.testing.TestDocument;
import io.confnotes.summary.testing.TestLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What could not be applied is not lost, and is applied when it can be. */
class DeadLetterIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Sender INES = new Sender("ines", "her token");

  private final TestLog log = new TestLog();
  private final TestDatabase database = TestDatabase.migrated();
  private final DeadLetterStore letters = new DeadLetterStore(database.jdbi());
  private final Replay replay = replayOver(database.jdbi());
  private final RunningConsumer consumer = new RunningConsumer(log, database.dataSource(), 20);

  private Replay replayOver(Jdbi jdbi) {
    return new Replay(
        letters,
        new DeadLetterTopic(
            Brokers.open(log.bootstrapServers()), log.deadLetterTopic(), log.topic()),
        new TalkStore(jdbi));
  }

  @AfterEach
  void stop() {
    consumer.close();
    log.close();
  }

  private static TestDocument knots(String author) {
    return TestDocument.of("friday")
        .author(author)
        .talk("Knots", "Odo Fenn", "Three knots hold nearly everything on a boat.");
  }

  /** The database refuses talks of a title, as a new column or a full index could. */
  private void refuse(String title) {
    execute(
        "ALTER TABLE derived.talk_notes ADD CONSTRAINT test_refused CHECK (title <> '%s')"
            .formatted(title));
  }

  private void mend() {
    execute("ALTER TABLE derived.talk_notes DROP CONSTRAINT test_refused");
  }

  private void execute(String sql) {
    database.jdbi().useHandle(handle -> handle.execute(sql));
  }

  private DeadLetter only() {
    List<DeadLetter> all = letters.list(null, null, Long.MAX_VALUE, 10);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private String state(UUID submission) {
    return String.join(
        "",
        database.strings(
            "SELECT state FROM recorded.submission WHERE submission_id = '" + submission + "'"));
  }

  private void await(UUID submission, String state) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(state(submission)).isEqualTo(state));
  }

  private List<String> talks() {
    return database.strings("SELECT title FROM derived.talk ORDER BY document_id, ordinal");
  }

  @Test
  void shouldTellWhatItWasAndWhy() {
    byte[] body = "{\"documentId\": \"no".getBytes(StandardCharsets.UTF_8);
    UUID submission = log.publishRaw("key", body);
    await(submission, "dead-lettered");

    DeadLetter letter = only();

    assertThat(letter.state()).isEqualTo(State.WAITING);
    assertThat(letter.reason()).isEqualTo("not-json");
    assertThat(letter.documentId()).isNull();
    assertThat(letter.submissionId()).isEqualTo(submission);
    assertThat(letter.bytes()).isEqualTo(body.length);
    var record = replay.record(letter.id());
    assertThat(record.value()).isEqualTo(body);
    assertThat(record.partition()).isEqualTo(letter.partition());
    assertThat(record.offset()).isEqualTo(letter.offset());
    assertThat(record.headers().toArray())
        .extracting("key")
        .contains("ce_type", "submissionId")
        .noneMatch(key -> String.valueOf(key).startsWith("dlq_"));
  }

  @Test
  void shouldApplyWhatCanBeAppliedByNow() {
    refuse("Knots");
    UUID submission = log.publish(knots("Ines Rowan"));
    await(submission, "dead-lettered");
    assertThat(only().reason()).isEqualTo("sqlstate-23514");
    assertThat(only().documentId()).isEqualTo(knots("Ines Rowan").id());
    mend();

    DeadLetter replayed = replay.one(only().id(), INES);

    assertThat(replayed.state()).isEqualTo(State.REPLAYED);
    assertThat(replayed.subject()).isEqualTo("ines");
    assertThat(state(submission)).isEqualTo("stored");
    assertThat(talks()).containsExactly("Knots");
    assertThatThrownBy(() -> replay.one(replayed.id(), INES))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(409));
  }

  @Test
  void shouldEqualWhatAnUndisturbedRunMakes() {
    refuse("Knots");
    await(log.publish(knots("Ines Rowan")), "dead-lettered");
    mend();
    replay.one(only().id(), INES);
    consumer.close();

    TestDatabase undisturbed = TestDatabase.migrated();
    try (RunningConsumer _ = new RunningConsumer(log, undisturbed.dataSource(), 5)) {
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(undisturbed.count("SELECT count(*) FROM derived.talk")).isOne());
    }
    assertThat(database.derivedRows()).isEqualTo(undisturbed.derivedRows());
  }

  @Test
  void shouldNotApplyWhatIsOlderThanWhatIsThere() {
    refuse("Knots");
    UUID older = log.publish(knots("Ines Rowan"));
    await(older, "dead-lettered");
    UUID newer =
        log.publish(TestDocument.of("friday").talk("Lamps", null, "Light travels over water."));
    await(newer, "stored");
    mend();

    DeadLetter letter = replay.one(only().id(), INES);

    assertThat(letter.state()).isEqualTo(State.SUPERSEDED);
    assertThat(state(older)).isEqualTo("superseded");
    assertThat(talks()).containsExactly("Lamps");
  }

  @Test
  void shouldNotBringBackWhatWasRetracted() {
    refuse("Knots");
    await(log.publish(knots("Ines Rowan")), "dead-lettered");
    await(log.retract(knots("Ines Rowan").id()), "retracted");
    mend();

    assertThat(replay.one(only().id(), INES).state()).isEqualTo(State.SUPERSEDED);
    assertThat(talks()).isEmpty();
  }

  @Test
  void shouldGoOnWaitingWhereItStillCannotBeApplied() {
    refuse("Knots");
    await(log.publish(knots("Ines Rowan")), "dead-lettered");

    DeadLetter letter = replay.one(only().id(), INES);

    assertThat(letter.state()).isEqualTo(State.WAITING);
    assertThat(letter.attempts()).isOne();
    assertThat(letter.decidedAt()).isNull();
    assertThat(talks()).isEmpty();
  }

  @Test
  void shouldReplayAllThatWaitOfAReason() {
    await(log.publishRaw("key", "no JSON".getBytes(StandardCharsets.UTF_8)), "dead-lettered");
    refuse("Knots");
    await(log.publish(knots("Ines Rowan")), "dead-lettered");
    await(log.publish(knots("Odo Fenn")), "dead-lettered");
    mend();

    ReplayCount count = replay.all("sqlstate-23514", 0, INES);

    assertThat(count).isEqualTo(new ReplayCount(2, 0, 0, null));
    assertThat(database.strings("SELECT author FROM derived.document")).containsExactly("Odo Fenn");
    assertThat(letters.list(State.WAITING, null, Long.MAX_VALUE, 10))
        .extracting(DeadLetter::reason)
        .containsExactly("not-json");
    assertThat(replay.all(null, 0, INES)).isEqualTo(new ReplayCount(0, 0, 1, null));
  }

  @Test
  void shouldKeepWhatWasDiscardedSoWhenTheLogIsReadAgain() {
    await(log.publishRaw("key", "no JSON".getBytes(StandardCharsets.UTF_8)), "dead-lettered");
    refuse("Knots");
    await(log.publish(knots("Ines Rowan")), "dead-lettered");
    List<DeadLetter> both = letters.list(null, null, Long.MAX_VALUE, 10);
    letters.discard(both.getLast().id(), INES);
    consumer.close();
    execute(
        "TRUNCATE derived.progress, derived.document, derived.talk, derived.talk_count, derived.name_count,"
            + " derived.document_head CASCADE");

    try (RunningConsumer _ = new RunningConsumer(log, database.dataSource(), 5)) {
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(
                          database.count(
                              "SELECT coalesce(sum(next_offset), 0) FROM derived.progress"))
                      .isEqualTo(2));
    }

    assertThat(letters.list(null, null, Long.MAX_VALUE, 10))
        .extracting(DeadLetter::state)
        .containsExactly(State.WAITING, State.DISCARDED);
    assertThat(letters.list(null, null, Long.MAX_VALUE, 10))
        .extracting(DeadLetter::id)
        .containsExactlyElementsOf(both.stream().map(DeadLetter::id).toList());
  }

  @Test
  void shouldLeaveARetryThatWasApplied() {
    // Given
    UUID submission = UUID.randomUUID();
    refuse("Knots");
    log.publish(knots("Ines Rowan"), submission);
    await(submission, "dead-lettered");
    mend();
    log.publish(knots("Ines Rowan"), submission);
    await(submission, "stored");

    // When
    DeadLetter letter = replay.one(only().id(), INES);

    // Then
    assertThat(letter.state()).isEqualTo(State.SUPERSEDED);
    assertThat(state(submission)).isEqualTo("stored");
    assertThat(talks()).containsExactly("Knots");
  }

  @Test
  void shouldNotStopAtOneWhoseBytesAreGone() {
    // Given the place of another record, as in a topic that was made anew, and of none
    refuse("Knots");
    await(log.publish(knots("Ines Rowan")), "dead-lettered");
    await(log.publish(knots("Odo Fenn")), "dead-lettered");
    await(log.publish(knots("Mara Quill")), "dead-lettered");
    mend();
    List<DeadLetter> all = letters.list(null, null, Long.MAX_VALUE, 10);
    execute(
        "UPDATE recorded.dead_letter SET letter_offset = 2 WHERE dead_letter_id = "
            + all.get(2).id());
    execute(
        "UPDATE recorded.dead_letter SET letter_offset = 900 WHERE dead_letter_id = "
            + all.get(1).id());

    // When
    ReplayCount count = replay.all(null, 0, INES);

    // Then
    assertThat(count).isEqualTo(new ReplayCount(1, 0, 2, null));
    assertThat(database.strings("SELECT author FROM derived.document"))
        .containsExactly("Mara Quill");
    assertThat(all.subList(1, 3))
        .allSatisfy(
            gone ->
                assertThatThrownBy(() -> replay.one(gone.id(), INES))
                    .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(410)));
  }

  @Test
  void shouldReplayWholeOrNotAtAllWhereverTheProcessDies() {
    // Given
    refuse("Knots");
    UUID submission = log.publish(knots("Ines Rowan"));
    await(submission, "dead-lettered");
    mend();
    long id = only().id();
    int deaths = 0;

    // When each process dies one step later than the one before, until one lives to the end
    for (int step = 1; only().state() == State.WAITING; step++) {
      assertThat(talks()).isEmpty();
      assertThat(state(submission)).isEqualTo("dead-lettered");
      var dying =
          new CrashingDataSource(
              database.dataSource(), CrashingDataSource.Moment.BEFORE_A_CALL, step);
      try {
        replayOver(TestDatabase.jdbi(dying.dataSource())).one(id, INES);
      } catch (CrashingDataSource.Crash death) {
        deaths++;
      }
    }

    // Then
    assertThat(deaths).isGreaterThan(10);
    assertThat(only().state()).isEqualTo(State.REPLAYED);
    assertThat(only().attempts()).isOne();
    assertThat(state(submission)).isEqualTo("stored");
    assertThat(talks()).containsExactly("Knots");
  }
}
