package io.confnotes.summary.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confnotes.summary.term.Terms;
import io.confnotes.summary.testing.TestDatabase;
import io.confnotes.summary.testing.TestDocument;
import io.confnotes.summary.testing.TestLog;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What search and suggestions have of the notes that were stored. */
@Tag("containers")
class SearchVectorIT {
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

  private void store(TestDocument document) {
    UUID submission = log.publish(document);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                database
                    .strings(
                        "SELECT state FROM recorded.submission WHERE submission_id = '%s'"
                            .formatted(submission))
                    .contains("stored"));
  }

  private long found(String vector, String configuration, String words) {
    return database.count(
        "SELECT count(*) FROM derived.talk_notes WHERE %s @@ api.search_query('%s', '%s')"
            .formatted(vector, configuration, words));
  }

  @Test
  void shouldFindWordsWithoutAccentsInTheirOwnLanguage() {
    // When
    store(
        TestDocument.of("phare")
            .talk(
                "Les phares éteints",
                "Émile Roux",
                "Nous réparions les systèmes des phares qui étaient éteints depuis des années."));

    // Then
    assertThat(database.strings("SELECT language FROM derived.talk_notes")).containsExactly("fr");
    assertThat(found("search", "api.french", "reparer systeme")).isOne();
    assertThat(found("head", "api.french", "phare eteint")).isOne();
    assertThat(found("head", "api.plain", "emile roux")).isOne();
  }

  @Test
  void shouldIndexTheFirst100kBOfNotes() {
    // Given
    String filler = "灯塔 ".repeat(20_000);

    // When
    store(TestDocument.of("long").talk("Long", null, "apricot " + filler + "quince"));

    // Then
    assertThat(found("search", "api.plain", "apricot")).isOne();
    assertThat(found("search", "api.plain", "灯塔")).isOne();
    assertThat(found("search", "api.plain", "quince")).isZero();
  }

  @Test
  void shouldStoreNotesThatAreOneVectorOfDifferentWords() {
    // Given
    StringBuilder ideographs = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      ideographs.appendCodePoint(0x4e00 + i).appendCodePoint(0x20000 + i);
    }

    // When
    store(TestDocument.of("wide").talk("Wide", null, ideographs.toString()));

    // Then
    assertThat(found("search", "api.plain", "一" + Character.toString(0x20000))).isOne();
    assertThat(found("search", "api.plain", Character.toString(0x4e01) + "一")).isZero();
    assertThat(found("search", "api.plain", "一")).isOne();
  }

  @Test
  void shouldKnowTheDayOfTheNotes() {
    // When
    store(TestDocument.of("dated").date("2024-05").talk("Tides", null, "They come and go."));

    // Then
    assertThat(database.strings("SELECT day::text FROM derived.talk_notes"))
        .containsExactly("2024-05-01");
  }

  @Test
  void shouldGiveAllNotesOfATalkItsDay() {
    // Given
    store(
        TestDocument.of("undated")
            .event("Harbour Days")
            .talk("Tides at Home", "Mara Quill", "They come and go."));
    assertThat(database.count("SELECT count(*) FROM derived.talk_notes WHERE day > '2024-05-02'"))
        .isOne();

    // When
    store(
        TestDocument.of("dated")
            .event("Harbour Days")
            .date("2024-05-02")
            .talk("Tides at Home", "Mara Quill", "A jar of water is enough."));

    // Then
    assertThat(database.count("SELECT count(*) FROM derived.talk")).isOne();
    assertThat(database.strings("SELECT day::text FROM derived.talk_notes"))
        .containsExactly("2024-05-02", "2024-05-02");
  }

  @Test
  void shouldNameNotesAfterTheirTalkWhenTheyAreInserted() {
    // When
    store(
        TestDocument.of("days")
            .event("Harbour Days")
            .talk("Kubernetes at Sea", "Émile Roux", "Kubernetes schedules containers."));

    // Then
    assertThat(database.strings("SELECT unnest(names) FROM derived.talk_notes"))
        .containsExactlyElementsOf(database.strings("SELECT unnest(names) FROM derived.talk_names"))
        .contains("event:harbour-days", "speaker:emile-roux", "tag:kubernetes");
    // An update would be another version of the row, and change the index of words again
    assertThat(database.strings("SELECT ctid::text FROM derived.talk_notes"))
        .containsExactly("(0,1)");
  }

  @Test
  void shouldGiveAllNotesOfATalkItsNames() {
    // Given
    store(
        TestDocument.of("one")
            .event("Harbour Days")
            .date("2024-05-02")
            .talk("Tides at Home", "Mara Quill", "They come and go."));

    // When
    store(
        TestDocument.of("other")
            .event("Harbour Days")
            .date("2024-05-02")
            .author("Ines")
            .talk("Tides at Home", "Mara Quill", "Kubernetes schedules containers."));

    // Then
    assertThat(database.count("SELECT count(*) FROM derived.talk")).isOne();
    assertThat(
            database.count(
                """
                SELECT count(*) FROM derived.talk_notes
                 WHERE names @> '{event:harbour-days,speaker:mara-quill,tag:kubernetes}'
                """))
        .isEqualTo(2);
  }

  @Test
  void shouldMakeTermsAnewWhenSomethingWasStored() {
    // Given
    Terms terms = new Terms(database.jdbi());
    terms.refresh();
    store(
        TestDocument.of("days")
            .event("Harbour Days 2024")
            .talk("Tides at Home", "Zoë Quill", "A jar is enough to see the tide come in."));

    // When
    boolean first = terms.refresh();
    boolean second = terms.refresh();

    // Then
    assertThat(first).isTrue();
    assertThat(second).isFalse();
    assertThat(
            database.strings(
                "SELECT kind || ' ' || plain || ' ' || talks FROM api.term WHERE kind <> 'tag'"
                    + " ORDER BY 1"))
        .contains(
            "event harbour days 2024 1",
            "speaker zoe quill 1",
            "word tides 1",
            "word harbour 1",
            "word zoe 1");
  }

  @Test
  void shouldForgetTheTermsOfARetractedDocument() {
    // Given
    Terms terms = new Terms(database.jdbi());
    TestDocument document = TestDocument.of("gone").talk("Quincunx", "Odo Fenn", "Five trees.");
    store(document);
    terms.refresh();
    log.retract(document.id());
    await()
        .atMost(PATIENCE)
        .until(() -> database.count("SELECT count(*) FROM derived.document") == 0);

    // When
    terms.refresh();

    // Then
    assertThat(database.strings("SELECT plain FROM api.term")).isEmpty();
  }
}
