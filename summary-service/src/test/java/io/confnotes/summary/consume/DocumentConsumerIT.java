package io.confnotes.summary.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confnotes.embedded.TestServers;
import io.confnotes.summary.testing.TestDatabase;
import io.confnotes.summary.testing.TestDocument;
import io.confnotes.summary.testing.TestLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("containers")
class DocumentConsumerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TestLog log = new TestLog();
  private final TestDatabase database = TestDatabase.migrated();
  private RunningConsumer consumer;

  @BeforeEach
  void start() {
    consumer = new RunningConsumer(log, database.dataSource(), 20);
  }

  @AfterEach
  void stop() {
    consumer.close();
    log.close();
  }

  private static TestDocument friday() {
    return TestDocument.of("friday")
        .event("Harbour Days 2024")
        .date("2024-05-17")
        .author("Ines Rowan")
        .talk(
            "Tides at Home",
            "Mara Quill",
            "A jar is enough to see the tide come in, if you wait.\nBring a lamp.")
        .talk(
            "Knots",
            "Odo Fenn",
            "Three knots hold nearly everything on a boat, two hold the rest.");
  }

  private void awaitState(UUID submissionId, String state) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        database.strings(
                            "SELECT state FROM recorded.submission WHERE submission_id = '"
                                + submissionId
                                + "'"))
                    .containsExactly(state));
  }

  private List<String> talks() {
    return database.strings("SELECT title FROM derived.talk ORDER BY document_id, ordinal");
  }

  private String talkId(String title) {
    return database
        .strings("SELECT talk_id::text FROM derived.talk WHERE title = '" + title + "'")
        .getFirst();
  }

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

  @Test
  void shouldApplyRetriedSubmissionOnce() {
    // Given
    UUID submission = UUID.randomUUID();
    log.publish(friday(), submission);
    TestDocument edited =
        TestDocument.of("friday").event("Harbour Days 2024").talk("Lamps", null, "Light travels.");
    awaitState(log.publish(edited), "stored");

    // When
    log.publish(friday(), submission);
    awaitState(
        log.publish(TestDocument.of("fence").talk("Fence", null, "Behind the retry.")), "stored");
    await().atMost(PATIENCE).until(() -> consumer.state().lag() == 0);

    // Then
    awaitState(submission, "superseded");
    assertThat(talks()).contains("Lamps").doesNotContain("Knots");
  }

  @Test
  void shouldReportConflictWhenSubmissionIdIsUsedForAnotherDocument() {
    // Given
    UUID submission = UUID.randomUUID();
    log.publish(friday(), submission);
    awaitState(submission, "stored");

    // When
    log.publish(TestDocument.of("other").talk("Lamps", null, "Light travels."), submission);

    // Then
    awaitState(submission, "conflict");
    assertThat(talks()).containsExactly("Tides at Home", "Knots");
  }

  @Test
  void shouldApplyRetryOfSubmissionThatBecameADeadLetter() {
    // Given
    UUID submission = UUID.randomUUID();
    log.publish(TestDocument.of("friday").talk("Null\0Island", null, "Nothing."), submission);
    awaitState(submission, "dead-lettered");

    // When
    log.publish(friday(), submission);

    // Then
    awaitState(submission, "stored");
    assertThat(talks()).containsExactly("Tides at Home", "Knots");
  }

  @Test
  void shouldDeadLetterUndecodableRecordByteForByte() {
    // Given
    byte[] body = "{\"documentId\": \"no".getBytes(StandardCharsets.UTF_8);
    UUID good = log.publish(friday());

    // When
    UUID bad = log.publishRaw("key", body);

    // Then
    awaitState(bad, "dead-lettered");
    awaitState(good, "stored");
    assertThat(log.deadLetters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.value()).isEqualTo(body);
              assertThat(letter.key()).isEqualTo("key".getBytes(StandardCharsets.UTF_8));
              assertThat(header(letter, "submissionId")).isEqualTo(bad.toString());
              assertThat(header(letter, "dlq_reason")).isEqualTo("not-json");
              assertThat(header(letter, "dlq_topic")).isEqualTo(log.topic());
            });
  }

  @Test
  void shouldDeadLetterOnlyTheRecordThatDatabaseRefuses() {
    // Given U+0000, which JSON can carry and PostgreSQL's text cannot
    TestDocument poison = TestDocument.of("poison").talk("Null\0Island", null, "Nothing is there.");

    // When
    UUID before = log.publish(friday());
    UUID refused = log.publish(poison);
    UUID after = log.publish(TestDocument.of("after").talk("Lamps", null, "Light travels."));

    // Then
    awaitState(refused, "dead-lettered");
    awaitState(before, "stored");
    awaitState(after, "stored");
    assertThat(log.deadLetters())
        .singleElement()
        .satisfies(letter -> assertThat(header(letter, "dlq_reason")).isEqualTo("sqlstate-22021"));
  }

  @Test
  void shouldWaitForDatabaseAndSkipNothing() {
    // Given
    awaitState(log.publish(friday()), "stored");
    TestServers.get().stopPostgreSQL();

    // When
    UUID meanwhile;
    try {
      meanwhile = log.publish(TestDocument.of("meanwhile").talk("Lamps", null, "Light travels."));
      await().atMost(PATIENCE).until(() -> consumer.state().problem() != null);
      await().atMost(PATIENCE).until(() -> consumer.state().lag() == 1);
    } finally {
      TestServers.get().startPostgreSQL();
    }

    // Then
    awaitState(meanwhile, "stored");
    await().atMost(PATIENCE).until(() -> consumer.state().problem() == null);
    assertThat(consumer.state().lag()).isZero();
    assertThat(log.deadLetters()).isEmpty();
  }

  @Test
  void shouldCatchUpWhenDatabaseIsRestoredFromBackup() {
    // Given
    awaitState(log.publish(friday()), "stored");
    String rows = database.derivedRows();

    // When its tables are those of long ago, while Kafka's group has moved on
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "TRUNCATE derived.progress, derived.document, derived.talk, derived.talk_count, derived.name_count,"
                        + " derived.document_head CASCADE"));
    awaitState(
        log.publish(TestDocument.of("later").talk("Lamps", null, "Light travels.")), "stored");

    // Then
    assertThat(database.derivedRows())
        .contains(rows.lines().filter(line -> line.startsWith("talk ")).toList());
  }

  @Test
  void shouldRefuseProgressOutsideOfTheLog() {
    // Given
    awaitState(log.publish(friday()), "stored");

    // When
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute("UPDATE derived.progress SET next_offset = next_offset + 1000"));
    log.publish(friday());

    // Then
    await().atMost(PATIENCE).until(() -> consumer.state().problem() != null);
    assertThat(consumer.state().todo()).contains("restore the topic");
  }

  @Test
  void shouldRefuseTopicWithAnotherNumberOfPartitions() throws InterruptedException {
    // Given
    try (TestLog other = new TestLog(3);
        RunningConsumer refusing = new RunningConsumer(other, database.dataSource(), 20)) {
      // When
      refusing.join(PATIENCE);

      // Then
      assertThat(refusing.state().running()).isFalse();
      assertThat(refusing.state().problem()).contains("has 3 partitions and must have 12");
    }
  }

  private static String header(
      org.apache.kafka.clients.consumer.ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
