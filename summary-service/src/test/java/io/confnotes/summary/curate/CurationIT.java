package io.confnotes.summary.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.confnotes.summary.access.Sender;
import io.confnotes.summary.consume.RunningConsumer;
import io.confnotes.summary.curate.decision.Action;
import io.confnotes.summary.curate.decision.Curation;
import io.confnotes.summary.curate.decision.Kind;
import io.confnotes.summary.curate.decision.RowChange;
import io.confnotes.summary.http.ProblemException;
import io.confnotes.summary.testing.TestDatabase;
import io.confnotes.summary.testing.TestDocument;
import io.confnotes.summary.testing.TestLog;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What curators decide is seen at once, stays, and can be undone. */
class CurationIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String TIDES =
      "Tide gauges show when the harbour floods. Tide gauges are cheap.\n"
          + "A lighthouse needs a keeper.";

  private final TestLog log = new TestLog();
  private final TestDatabase database = TestDatabase.migrated();
  private final CurationStore store = new CurationStore(database.jdbi());
  private RunningConsumer consumer;

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

  private void publish(TestDocument document) {
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

  private Curation decide(Action action) {
    return store.decide(new CurationRequest("Ines Rowan", action), new Sender("anonymous", null));
  }

  private List<String> tags(String title) {
    return database.strings(
        "SELECT slug FROM derived.talk_tag JOIN derived.talk USING (talk_id) WHERE title = '"
            + title
            + "' ORDER BY rank");
  }

  private List<String> speakers(String title) {
    return database.strings(
        "SELECT slug || ' ' || name FROM derived.talk_speaker JOIN derived.talk USING (talk_id)"
            + " WHERE title = '"
            + title
            + "' ORDER BY 1");
  }

  private UUID talk(String title) {
    return UUID.fromString(
        database
            .strings("SELECT talk_id::text FROM derived.talk WHERE title = '" + title + "'")
            .getFirst());
  }

  private List<UUID> notes(UUID talk) {
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
  private String state() {
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

  private void rebuild() {
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

  private static void assertProblem(ThrowingCallable call, String name) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().type()).isEqualTo("urn:confnotes:problem:" + name));
  }

  @Test
  void shouldRenameTagInStoredTalksAndInThoseThatCome() {
    // Given
    assertThat(tags("Tide gauges at home")).contains("tide-gauges");

    // When
    Curation curation = decide(new Action.Rename(Kind.TAG, "tide-gauges", "Sea level"));

    // Then
    assertThat(curation.talks()).isPositive();
    assertThat(tags("Tide gauges at home")).contains("sea-level").doesNotContain("tide-gauges");
    assertThat(
            database.strings("SELECT target_slug FROM api.tag_redirect WHERE slug = 'tide-gauges'"))
        .containsExactly("sea-level");
    publish(TestDocument.of("later").event("Later").talk("Tide gauges", null, TIDES));
    assertThat(tags("Tide gauges")).contains("sea-level").doesNotContain("tide-gauges");
  }

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
  void shouldKeepMergeWhenNotesComeAndWhenRowsAreRebuilt() {
    // Given
    long clock = database.count("SELECT last FROM recorded.change_clock");
    decide(new Action.Merge(Kind.TAG, "tide-gauges", "kubernetes"));
    assertThat(database.count("SELECT max(change_id) FROM recorded.talk_change"))
        .isEqualTo(clock + 1);
    publish(TestDocument.of("later").event("Later").talk("Tide gauges", null, TIDES));

    // When
    String before = database.derivedRows();
    rebuild();

    // Then
    assertThat(tags("Tide gauges")).contains("kubernetes").doesNotContain("tide-gauges");
    assertThat(database.derivedRows()).isEqualTo(before);
  }

  @Test
  void shouldSplitOffWhatWasMerged() {
    // Given
    List<String> before = tags("Tide gauges at home");
    decide(new Action.Merge(Kind.TAG, "tide-gauges", "kubernetes"));

    // When
    decide(new Action.Split(Kind.TAG, "tide-gauges"));

    // Then
    assertThat(tags("Tide gauges at home")).isEqualTo(before);
    assertThat(database.count("SELECT count(*) FROM recorded.canonical WHERE slug = 'tide-gauges'"))
        .isOne();
  }

  @Test
  void shouldHideTagAndShowItAgain() {
    // Given
    List<String> before = tags("Tide gauges at home");

    // When
    decide(new Action.Hide("tide-gauges"));

    // Then
    assertThat(tags("Tide gauges at home")).doesNotContain("tide-gauges");
    decide(new Action.Unhide("tide-gauges"));
    assertThat(tags("Tide gauges at home")).isEqualTo(before);
  }

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
  void shouldMergeSpeakersAndTellThemApart() {
    // When
    decide(new Action.Merge(Kind.SPEAKER, "m-quill", "mara-quill"));

    // Then
    assertThat(speakers("Measuring the tide")).containsExactly("mara-quill Mara Quill");

    // When
    decide(
        new Action.SplitSpeaker(
            "mara-quill", List.of(talk("Measuring the tide")), "Mara Quill (Oban)"));

    // Then
    assertThat(speakers("Measuring the tide")).containsExactly("mara-quill-oban Mara Quill (Oban)");
    assertThat(speakers("Tide gauges at home")).containsExactly("mara-quill Mara Quill");
    publish(
        TestDocument.of("other")
            .event("HarbourDays 24")
            .talk("Measuring the tide", "M. Quill", "A tide gauge is a jar with a red scale."));
    assertThat(speakers("Measuring the tide")).containsExactly("mara-quill-oban Mara Quill (Oban)");
    String before = database.derivedRows();
    rebuild();
    assertThat(database.derivedRows()).isEqualTo(before);
  }

  @Test
  void shouldMergeEventsAndTellThemApart() {
    // When
    decide(new Action.Merge(Kind.EVENT, "harbourdays-24", "harbour-days-2024"));

    // Then
    String events = "SELECT DISTINCT event_slug || ' ' || event FROM api.talk ORDER BY 1";
    assertThat(database.strings(events)).containsExactly("harbour-days-2024 Harbour Days 2024");
    publish(
        TestDocument.of("fourth")
            .event("HarbourDays 24")
            .talk("Knots", null, "Three knots are plenty."));
    assertThat(notes(talk("Knots"))).as("talks of one event meet").hasSize(2);

    // When
    decide(
        new Action.SplitEvent(
            "harbour-days-2024", List.of(TestDocument.of("other").id()), "Harbour Days Oban"));

    // Then
    assertThat(
            database.strings(
                "SELECT event_slug FROM api.talk WHERE title = 'Measuring the tide' UNION"
                    + " SELECT event_slug FROM api.document WHERE document_id = '"
                    + TestDocument.of("other").id()
                    + "'"))
        .containsExactly("harbour-days-oban");
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

  @Test
  void shouldRestoreByteForByteWhatIsUndone() {
    // Given
    publish(
        TestDocument.of("third")
            .event("Harbour Days 2024")
            .talk("Knots", null, "Ropes and hooks."));
    List<Action> actions =
        List.of(
            new Action.Rename(Kind.TAG, "tide-gauges", "Sea level"),
            new Action.Rename(Kind.TAG, "kubernetes", "Kubernetes!"),
            new Action.Merge(Kind.TAG, "tide-gauges", "kubernetes"),
            new Action.Split(Kind.TAG, "k8s"),
            new Action.Hide("tide-gauges"),
            new Action.Rename(Kind.SPEAKER, "odo-fenn", "Odo Fenn-Marsh"),
            new Action.Merge(Kind.SPEAKER, "m-quill", "mara-quill"),
            new Action.Merge(Kind.EVENT, "harbourdays-24", "harbour-days-2024"),
            new Action.MergeTalks(talk("Measuring the tide"), talk("Tide gauges at home")),
            new Action.SplitTalk(talk("Knots"), notes(talk("Knots")).subList(0, 1)),
            new Action.SplitSpeaker(
                "mara-quill", List.of(talk("Tide gauges at home")), "Mara Quill (Oban)"),
            new Action.SplitEvent(
                "harbour-days-2024", List.of(TestDocument.of("friday").id()), "Harbour Oban"));

    for (Action action : actions) {
      // When
      String before = state();
      Curation curation = decide(action);
      String after = state();
      Curation undo = decide(new Action.Undo(curation.id()));

      // Then
      assertThat(after).as("%s", action).isNotEqualTo(before);
      assertThat(state()).as("%s undone", action).isEqualTo(before);

      // When the undo is undone
      Curation redo = decide(new Action.Undo(undo.id()));

      // Then
      assertThat(state()).as("%s done again", action).isEqualTo(after);
      decide(new Action.Undo(redo.id()));
    }
  }

  @Test
  void shouldUndoDecisionsInAnyOrderThatTheyAllow() {
    // Given decisions at random, refused ones among them
    String before = state();
    Random random = new Random(11);
    List<String> slugs = List.of("tide-gauges", "kubernetes", "k8s", "django", "sea-level");
    for (int i = 0; i < 40; i++) {
      String slug = slugs.get(random.nextInt(slugs.size()));
      String other = slugs.get(random.nextInt(slugs.size()));
      Action action =
          switch (random.nextInt(4)) {
            case 0 -> new Action.Merge(Kind.TAG, slug, other);
            case 1 -> new Action.Split(Kind.TAG, slug);
            case 2 -> new Action.Rename(Kind.TAG, slug, other.replace('-', ' '));
            default -> new Action.Hide(slug);
          };
      tryTo(action);
    }

    // When all are undone, the newest first
    List<Curation> all = store.before(Long.MAX_VALUE, 200);
    assertThat(all).hasSizeGreaterThan(8);
    all.forEach(curation -> decide(new Action.Undo(curation.id())));

    // Then
    assertThat(state()).isEqualTo(before);
  }

  private void tryTo(Action action) {
    try {
      decide(action);
    } catch (ProblemException refused) {
      assertThat(refused.problem().status()).isBetween(404, 422);
    }
  }

  @Test
  void shouldRefuseToUndoWhatLaterDecisionsBuildOn() {
    // Given
    Curation merge = decide(new Action.Merge(Kind.TAG, "tide-gauges", "kubernetes"));
    Curation rename = decide(new Action.Rename(Kind.TAG, "kubernetes", "Sea level"));

    // When
    assertThatThrownBy(() -> decide(new Action.Undo(merge.id())))
        // Then
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().detail()).contains("undo " + rename.id() + " first"));
    decide(new Action.Undo(rename.id()));
    decide(new Action.Undo(merge.id()));
    assertProblem(() -> decide(new Action.Undo(merge.id())), "superseded");
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
