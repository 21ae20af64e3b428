package io.confnotes.summary.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confnotes.summary.curate.decision.Action;
import io.confnotes.summary.curate.decision.Curation;
import io.confnotes.summary.curate.decision.Kind;
import io.confnotes.summary.curate.decision.RowChange;
import io.confnotes.summary.testing.TestDocument;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Decisions are previewed, refused, listed, and followed by talks while others come. */
final class CurationIT extends CurationFixture {
  @Test
  void shouldLetVeryManyTalksFollowSomeAtATime() {
    // Given
    for (int part = 0; part < 2; part++) {
      TestDocument many = TestDocument.of("many " + part).event("Rope Days");
      for (int i = 0; i <= CurationStore.AT_ONCE / 2; i++) {
        many.talk("Splice " + part + " " + i, "Odo Fenn", "Ropes hold boats.");
      }
      publish(many);
    }
    String renamed = "SELECT count(*) FROM derived.talk WHERE event_slug = 'days-of-rope'";
    String changed = "SELECT count(*) FROM recorded.talk_change WHERE change_id > ";
    long before = database.count("SELECT max(change_id) FROM recorded.talk_change");

    // When
    Curation curation = decide(new Action.Rename(Kind.EVENT, "rope-days", "Days of Rope"));

    // Then
    long talks = CurationStore.AT_ONCE + 2;
    assertThat(curation.talks()).isEqualTo(talks);
    assertThat(curation.talksPending()).isEqualTo(talks);
    assertThat(database.count(renamed)).isZero();

    // When some follow, and the others come anew
    assertThat(store.goOn()).isTrue();
    long some = database.count(renamed);
    publish(TestDocument.of("many 1").event("Rope Days").talk("Splice 1 0", "Odo Fenn", TIDES));

    // Then
    assertThat(some).isPositive().isLessThan(talks / 2);
    assertThat(store.get(curation.id()).talksPending()).isEqualTo(talks - some);
    assertThat(database.count(changed + before)).isGreaterThan(some);
    assertThat(database.strings("SELECT event_slug FROM derived.talk WHERE title = 'Splice 1 0'"))
        .containsExactly("days-of-rope");

    // When all have followed
    CurationStore other = new CurationStore(database.jdbi());
    while (store.goOn() || other.goOn()) {
      assertThat(database.count(renamed)).isLessThanOrEqualTo(talks);
    }

    // Then
    assertThat(store.get(curation.id()).talksPending()).isZero();
    String state = state();
    rebuild();
    assertThat(state()).isEqualTo(state).contains("days-of-rope");
  }

  @Test
  void shouldTellWhatADecisionWouldChangeAndChangeNothing() {
    // Given
    String before = state();
    UUID knots = talk("Knots");

    // When
    CurationPreview renamed =
        store.preview(new Action.Rename(Kind.TAG, "tide-gauges", "Sea level"));
    CurationPreview merged =
        store.preview(new Action.MergeTalks(knots, talk("Tide gauges at home")));

    // Then
    assertThat(renamed.sample())
        .extracting(CurationPreview.Talk::title)
        .contains("Tide gauges at home")
        .hasSize(renamed.talks());
    assertThat(merged.talks()).isEqualTo(2);
    assertThat(merged.sample()).extracting(CurationPreview.Talk::talkId).contains(knots);
    assertThat(merged.changes()).extracting(RowChange::table).containsExactly("talk_redirect");
    assertThat(state()).isEqualTo(before);
    assertThat(store.before(Long.MAX_VALUE, 1)).isEmpty();
    assertProblem(() -> store.preview(new Action.Hide("no-such-tag")), "unknown-tag");
    assertThat(decide(new Action.Rename(Kind.TAG, "tide-gauges", "Sea level")).talks())
        .isEqualTo(renamed.talks());
  }

  @Test
  void shouldListHistoryNewestFirst() {
    // Given
    Curation hide = decide(new Action.Hide("django"));
    Curation undo = decide(new Action.Undo(hide.id()));

    // When
    List<Curation> history = store.before(Long.MAX_VALUE, 10);

    // Then
    assertThat(history).extracting(Curation::id).containsExactly(undo.id(), hide.id());
    assertThat(history.getLast().undoneBy()).isEqualTo(undo.id());
    assertThat(history.getLast().curator()).isEqualTo("Ines Rowan");
    assertThat(store.get(hide.id()).changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.table()).isEqualTo("canonical");
              assertThat(String.valueOf(change.before())).contains("\"hidden\":false");
              assertThat(String.valueOf(change.after())).contains("\"hidden\":true");
            });
  }

  @Test
  void shouldSayWhyDecisionIsNotMade() {
    String before = database.rows("recorded");

    assertProblem(() -> decide(new Action.Hide("no-such-tag")), "unknown-tag");
    assertProblem(
        () -> decide(new Action.Merge(Kind.TAG, "django", "django")), "merged-with-itself");
    assertProblem(() -> decide(new Action.Merge(Kind.TAG, "k8s", "django")), "merged-before");
    assertProblem(() -> decide(new Action.Rename(Kind.TAG, "django", "Kubernetes")), "name-taken");
    assertProblem(() -> decide(new Action.Rename(Kind.TAG, "django", "K8s")), "name-taken");
    assertProblem(() -> decide(new Action.Rename(Kind.TAG, "django", "Django")), "nothing-to-do");
    assertProblem(() -> decide(new Action.Unhide("django")), "nothing-to-do");
    assertProblem(() -> decide(new Action.Split(Kind.TAG, "django")), "not-merged");
    assertProblem(
        () -> decide(new Action.Merge(Kind.SPEAKER, "nobody", "odo-fenn")), "unknown-speaker");
    assertProblem(
        () -> decide(new Action.Merge(Kind.EVENT, "nowhere", "harbourdays-24")), "unknown-event");
    assertProblem(
        () -> decide(new Action.MergeTalks(UUID.randomUUID(), talk("Knots"))), "unknown-talk");
    assertProblem(
        () -> decide(new Action.SplitTalk(talk("Knots"), notes(talk("Knots")))), "not-part");
    assertProblem(
        () ->
            decide(new Action.SplitSpeaker("odo-fenn", List.of(talk("Measuring the tide")), "O.")),
        "not-part");
    assertProblem(() -> decide(new Action.Undo(4711)), "unknown-curation");

    assertThat(database.rows("recorded")).isEqualTo(before);
  }

  @Test
  void shouldDecideWhileTheConsumerWrites() {
    // Given
    UUID last = null;
    for (int i = 0; i < 60; i++) {
      last =
          log.publish(
              TestDocument.of("document " + i % 7)
                  .event("Harbour Days 2024")
                  .talk("Knots " + i % 3, "Speaker " + i % 5, TIDES + " " + i));
    }
    String done = "SELECT count(*) FROM recorded.submission WHERE submission_id = '" + last + "'";

    // When
    int decisions = 0;
    while (database.count(done) == 0) {
      Curation merge = decide(new Action.Merge(Kind.TAG, "tide-gauges", "kubernetes"));
      assertThat(database.count("SELECT count(*) FROM derived.talk_tag WHERE slug = 'tide-gauges'"))
          .isZero();
      decide(new Action.Undo(merge.id()));
      decisions++;
    }

    // Then
    await().atMost(PATIENCE).until(() -> consumer.state().lag() == 0);
    assertThat(decisions).isPositive();
    assertThat(consumer.state().problem()).isNull();
    assertThat(log.deadLetters()).isEmpty();
    String before = database.derivedRows();
    rebuild();
    assertThat(database.derivedRows()).isEqualTo(before);
  }
}
