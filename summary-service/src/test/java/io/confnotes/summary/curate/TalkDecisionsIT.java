package io.confnotes.summary.curate;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.summary.curate.decision.Action;
import io.confnotes.summary.curate.decision.Curation;
import io.confnotes.summary.curate.decision.Kind;
import io.confnotes.summary.testing.TestDocument;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which notes are of one talk stays so when they change and rows are rebuilt. */
final class TalkDecisionsIT extends CurationFixture {
  @Test
  void shouldMergeTalksAndKeepThemSoWhenTheirDocumentsChange() {
    // Given
    UUID merged = talk("Measuring the tide");
    UUID into = talk("Tide gauges at home");

    // When
    Curation curation = decide(new Action.MergeTalks(merged, into));

    // Then
    assertThat(curation.talks()).isEqualTo(2);
    assertThat(notes(into)).hasSize(2);
    assertThat(
            database.strings(
                "SELECT target_id::text FROM api.talk_redirect WHERE talk_id = '" + merged + "'"))
        .containsExactly(into.toString());
    publish(
        TestDocument.of("other")
            .event("HarbourDays 24")
            .talk("Measuring the tide", "M. Quill", "A tide gauge is a jar with a red scale."));
    assertThat(notes(into)).hasSize(2);
    String before = database.derivedRows();
    rebuild();
    assertThat(database.derivedRows()).isEqualTo(before);
  }

  @Test
  void shouldMergeTalksOfOneDocumentAndKeepThemSo() {
    // Given
    UUID knots = talk("Knots");
    decide(new Action.MergeTalks(talk("Tide gauges at home"), knots));

    // When
    publish(
        TestDocument.of("friday")
            .event("Harbour Days 2024")
            .talk("Tide gauges at home", "Mara Quill", TIDES + "\nBring a lamp.")
            .talk("Knots", "Odo Fenn", "Three knots hold nearly everything on a boat."));

    // Then
    assertThat(notes(knots)).hasSize(2);
    String before = database.derivedRows();
    rebuild();
    assertThat(database.derivedRows()).isEqualTo(before);
  }

  @Test
  void shouldSplitTalkAndKeepItSoWhenItsDocumentChanges() {
    // Given two authors' notes in one talk
    TestDocument third =
        TestDocument.of("third").event("Harbour Days 2024").talk("Knots", null, "Ropes and hooks.");
    publish(third);
    UUID knots = talk("Knots");
    assertThat(notes(knots)).hasSize(2);
    UUID mine =
        UUID.fromString(
            database
                .strings(
                    "SELECT talk_notes_id::text FROM derived.talk_notes WHERE document_id = '"
                        + third.id()
                        + "'")
                .getFirst());

    // When
    decide(new Action.SplitTalk(knots, List.of(mine)));

    // Then
    assertThat(notes(knots)).hasSize(1).doesNotContain(mine);
    publish(
        TestDocument.of("third")
            .event("Harbour Days 2024")
            .talk("Knots", null, "Ropes and hooks and eyes."));
    assertThat(notes(knots)).hasSize(1);
    String before = database.derivedRows();
    rebuild();
    assertThat(database.derivedRows()).isEqualTo(before);
  }

  @Test
  void shouldMergeTalksThatMergedEventsHaveBoth() {
    // Given
    publish(
        TestDocument.of("fourth")
            .event("HarbourDays 24")
            .talk("Knots!", null, "Three knots are plenty.")
            .talk("Keynote", "Ines Rowan", "Welcome to the harbour."));
    publish(
        TestDocument.of("fifth")
            .event("Harbour Days 2024")
            .talk("Keynote", "Odo Fenn", "Boats have a future."));
    UUID merged = talk("Knots!");

    // When
    Curation curation = decide(new Action.Merge(Kind.EVENT, "harbourdays-24", "harbour-days-2024"));

    // Then
    assertThat(notes(talk("Knots"))).hasSize(2);
    assertThat(
            database.strings(
                "SELECT target_id::text FROM api.talk_redirect WHERE talk_id = '" + merged + "'"))
        .containsExactly(talk("Knots").toString());
    assertThat(database.count("SELECT count(*) FROM derived.talk WHERE title = 'Keynote'"))
        .as("titles that many talks have")
        .isEqualTo(2);
    String before = database.derivedRows();
    rebuild();
    assertThat(database.derivedRows()).isEqualTo(before);
    decide(new Action.Undo(curation.id()));
    assertThat(talk("Knots!")).isEqualTo(merged);
  }
}
