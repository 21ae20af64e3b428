package io.confnotes.summary.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confnotes.summary.consume.Changes;
import io.confnotes.summary.curate.decision.Action;
import io.confnotes.summary.curate.decision.Kind;
import io.confnotes.summary.rebuild.Rebuild.State;
import io.confnotes.summary.store.StoreException;
import io.confnotes.summary.store.TalkStore;
import io.confnotes.summary.term.Terms;
import io.confnotes.summary.testing.TestDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What is written while a rebuild goes on is in it when it takes the place of what serves. */
final class RebuildMeanwhileIT extends RebuildFixture {
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
  void shouldFollowADecisionAboutManyTalks() throws StoreException {
    // Given
    TestDocument many = TestDocument.of("many").event("Rope Days");
    for (int i = 0; i < 120; i++) {
      many.talk("Splice " + i, "Odo Fenn", "Ropes hold boats.");
    }
    log.publish(many);
    awaitAll();
    begin(false);

    // When
    decide(new Action.Rename(Kind.EVENT, "rope-days", "Days of Rope"));
    Rebuild rebuild = to(State.READY);

    // Then
    assertNoDifference(rebuild);
    assertThat(rebuiltRows()).isEqualTo(servingRows()).contains("days-of-rope");
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
}
