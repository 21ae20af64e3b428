package io.confnotes.summary.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confnotes.summary.testing.TestDatabase;
import io.confnotes.summary.testing.TestDocument;
import io.confnotes.summary.testing.TestLog;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** A consumer of a log of its own, and what tests of it ask and publish. */
@Tag("containers")
abstract class ConsumerFixture {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  final TestLog log = new TestLog();
  final TestDatabase database = TestDatabase.migrated();
  RunningConsumer consumer;

  @BeforeEach
  void start() {
    consumer = new RunningConsumer(log, database.dataSource(), 20);
  }

  @AfterEach
  void stop() {
    consumer.close();
    log.close();
  }

  static TestDocument friday() {
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

  void awaitState(UUID submissionId, String state) {
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

  List<String> talks() {
    return database.strings("SELECT title FROM derived.talk ORDER BY document_id, ordinal");
  }

  String talkId(String title) {
    return database
        .strings("SELECT talk_id::text FROM derived.talk WHERE title = '" + title + "'")
        .getFirst();
  }
}
