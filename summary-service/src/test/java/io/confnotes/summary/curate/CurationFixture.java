package io.confnotes.summary.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.confnotes.summary.access.Sender;
import io.confnotes.summary.consume.RunningConsumer;
import io.confnotes.summary.curate.decision.Action;
import io.confnotes.summary.curate.decision.Curation;
import io.confnotes.summary.http.ProblemException;
import io.confnotes.summary.testing.TestDatabase;
import io.confnotes.summary.testing.TestDocument;
import io.confnotes.summary.testing.TestLog;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two documents that were applied, and what tests of deciding about them ask and do. */
abstract class CurationFixture {
  static final Duration PATIENCE = Duration.ofSeconds(30);
  static final String TIDES =
      "Tide gauges show when the harbour floods. Tide gauges are cheap.\n"
          + "A lighthouse needs a keeper.";

  final TestLog log = new TestLog();
  final TestDatabase database = TestDatabase.migrated();
  final CurationStore store = new CurationStore(database.jdbi());
  RunningConsumer consumer;

  @BeforeEach
  void start() {
    consumer = new RunningConsumer(log, database.dataSource(), 20);
    publish(
        TestDocument.of("friday")
            .event("Harbour Days 2024")
            .talk("Tide gauges at home", "Mara Quill", TIDES)
            .talk("Knots", "Odo Fenn", "Three knots hold nearly everything on a boat."));
    publish(
        TestDocument.of("other")
            .event("HarbourDays 24")
            .talk("Measuring the tide", "M. Quill", "A tide gauge is a jar with a scale."));
  }

  @AfterEach
  void stop() {
    consumer.close();
    log.close();
  }

  void publish(TestDocument document) {
    UUID submission = log.publish(document);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        database.strings(
                            "SELECT state FROM recorded.submission WHERE submission_id = '"
                                + submission
                                + "'"))
                    .hasSize(1)
                    .isSubsetOf("stored", "unchanged"));
  }

  Curation decide(Action action) {
    return store.decide(new CurationRequest("Ines Rowan", action), new Sender("anonymous", null));
  }

  List<String> tags(String title) {
    return database.strings(
        "SELECT slug FROM derived.talk_tag JOIN derived.talk USING (talk_id) WHERE title = '"
            + title
            + "' ORDER BY rank");
  }

  List<String> speakers(String title) {
    return database.strings(
        "SELECT slug || ' ' || name FROM derived.talk_speaker JOIN derived.talk USING (talk_id)"
            + " WHERE title = '"
            + title
            + "' ORDER BY 1");
  }

  UUID talk(String title) {
    return UUID.fromString(
        database
            .strings("SELECT talk_id::text FROM derived.talk WHERE title = '" + title + "'")
            .getFirst());
  }

  List<UUID> notes(UUID talk) {
    return database
        .strings(
            "SELECT talk_notes_id::text FROM derived.talk_notes WHERE talk_id = '"
                + talk
                + "' ORDER BY 1")
        .stream()
        .map(UUID::fromString)
        .toList();
  }

  /** What readers see, and what decides about it. */
  String state() {
    return database.derivedRows()
        + String.join(
            "\n",
            database.strings(
                """
                SELECT to_jsonb(c)::text FROM recorded.canonical c UNION ALL
                SELECT to_jsonb(a)::text FROM recorded.alias a UNION ALL
                SELECT to_jsonb(r)::text FROM recorded.talk_redirect r UNION ALL
                SELECT to_jsonb(t)::text FROM recorded.talk_assignment t UNION ALL
                SELECT to_jsonb(s)::text FROM recorded.speaker_assignment s UNION ALL
                SELECT to_jsonb(e)::text FROM recorded.event_assignment e ORDER BY 1
                """));
  }

  void rebuild() {
    consumer.close();
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "TRUNCATE derived.progress, derived.document, derived.talk, derived.talk_count, derived.name_count,"
                        + " derived.document_head CASCADE"));
    consumer = new RunningConsumer(log, database.dataSource(), 3);
    long records = log.records().size();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                database.count("SELECT coalesce(sum(next_offset), 0) FROM derived.progress")
                    == records);
  }

  static void assertProblem(ThrowingCallable call, String name) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().type()).isEqualTo("urn:confnotes:problem:" + name));
  }
}
