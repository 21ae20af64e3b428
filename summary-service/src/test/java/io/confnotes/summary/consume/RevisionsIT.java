package io.confnotes.summary.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.summary.testing.TestDocument;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Revisions of a document take the place of each other, and its talks keep their ids. */
final class RevisionsIT extends ConsumerFixture {
  @Test
  void shouldStoreTalksOfDocument() {
    // When
    UUID submission = log.publish(friday());

    // Then
    awaitState(submission, "stored");
    assertThat(talks()).containsExactly("Tides at Home", "Knots");
    assertThat(database.strings("SELECT name FROM derived.talk_speaker ORDER BY name"))
        .containsExactly("Mara Quill", "Odo Fenn");
    assertThat(
            database.count(
                """
                SELECT count(*) FROM derived.key_point k JOIN derived.talk_notes USING (talk_notes_id)
                  JOIN derived.document d USING (document_id)
                 WHERE k.text <> substr(d.reading_text, k.span_start + 1, k.span_end - k.span_start)
                """))
        .isZero();
    assertThat(
            database.count(
                """
                SELECT count(*) FROM derived.key_point
                 WHERE abs(score - (SELECT coalesce(sum((reason ->> 'value')::numeric), 0)
                                      FROM jsonb_array_elements(reasons) AS reason)) > 0.0001
                """))
        .isZero();
  }

  @Test
  void shouldKeepTalkIdsWhenDocumentIsEdited() {
    // Given
    awaitState(log.publish(friday()), "stored");
    String tides = talkId("Tides at Home");
    String knots = talkId("Knots");
    TestDocument edited =
        TestDocument.of("friday")
            .event("Harbour Days 2024")
            .talk(
                "Lamps",
                "Ines Rowan",
                "Light travels further over water than anybody expects at night.")
            .talk(
                "Jars and the Moon",
                "Mara Quill",
                "A jar is enough to see the tide come in, if you wait.\nBring a lamp.");

    // When
    UUID first = log.publish(edited);
    awaitState(first, "stored");

    // Then
    assertThat(talks()).containsExactly("Lamps", "Jars and the Moon");
    assertThat(talkId("Jars and the Moon")).isEqualTo(tides);
    assertThat(talkId("Lamps")).isNotIn(tides, knots);
  }

  @Test
  void shouldEndAsFirstRevisionWhenItComesAgain() {
    // Given
    UUID first = log.publish(friday());
    awaitState(first, "stored");
    String tides = talkId("Tides at Home");
    log.publish(
        TestDocument.of("friday").event("Harbour Days 2024").talk("Lamps", null, "Light travels."));

    // When
    awaitState(log.publish(friday()), "stored");

    // Then
    assertThat(talks()).containsExactly("Tides at Home", "Knots");
    assertThat(talkId("Tides at Home")).isEqualTo(tides);
    awaitState(first, "superseded");
  }

  @Test
  void shouldChangeNothingWhenSameRevisionComesAgain() {
    // Given
    awaitState(log.publish(friday()), "stored");
    String before =
        database
            .strings("SELECT xmin || ' ' || talk_notes_id FROM derived.talk_notes ORDER BY 1")
            .toString();

    // When
    awaitState(log.publish(friday()), "unchanged");

    // Then
    assertThat(
            database.strings(
                "SELECT xmin || ' ' || talk_notes_id FROM derived.talk_notes ORDER BY 1"))
        .hasToString(before);
    assertThat(database.count("SELECT count(*) FROM recorded.revision")).isEqualTo(1);
  }

  @Test
  void shouldJoinNotesOfSeveralAuthorsInOneTalk() {
    // Given
    awaitState(log.publish(friday()), "stored");
    TestDocument other =
        TestDocument.of("other")
            .event("Harbour Days 2024")
            .talk("Tides at home", "Mara Quill", "She had brought a jar.");

    // When
    awaitState(log.publish(other), "stored");

    // Then
    assertThat(
            database.count(
                "SELECT count(*) FROM derived.talk_notes WHERE talk_id = '"
                    + talkId("Tides at Home")
                    + "'"))
        .isEqualTo(2);
  }

  @Test
  void shouldRemoveAllTextOfRetractedDocument() {
    // Given
    UUID submission = log.publish(friday());
    awaitState(submission, "stored");

    // When
    log.retract(friday().id());
    awaitState(submission, "retracted");

    // Then
    assertThat(database.rows("derived") + database.rows("recorded"))
        .doesNotContain("Tides at Home")
        .doesNotContain("A jar is")
        .doesNotContain("Mara Quill")
        .doesNotContain("Ines Rowan")
        .doesNotContain("Harbour Days");
  }

  @Test
  void shouldTakeRetractedDocumentBackWhenItIsSubmittedAgain() {
    // Given
    awaitState(log.publish(friday()), "stored");
    String tides = talkId("Tides at Home");
    log.retract(friday().id());

    // When
    awaitState(log.publish(friday()), "stored");

    // Then
    assertThat(talkId("Tides at Home")).isEqualTo(tides);
  }
}
