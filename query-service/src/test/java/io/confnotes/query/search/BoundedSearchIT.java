package io.confnotes.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.embedded.Database;
import io.confnotes.query.QueryDatabase;
import io.confnotes.query.search.match.TalkCount;
import io.confnotes.query.talk.TalkFilter;
import io.confnotes.query.talk.TalkItem;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches in more talks than are ranked. */
@QuarkusTest
@Tag("containers")
@QuarkusTestResource(value = BoundedSearchIT.ManyTalks.class, restrictToAnnotatedClass = true)
final class BoundedSearchIT {

  private static final int TALKS = 20_000;

  /**
   * Talks of a day each. "everywhere" is in the notes of all, "often" of every third, "seldom" of
   * every hundredth; "headline" is in every tenth title, and "Nadir" is the title of the oldest and
   * in others.
   */
  public static final class ManyTalks implements QuarkusTestResourceLifecycleManager {
    private static final String SQL =
        """
        CREATE TEMPORARY TABLE made AS
        SELECT CAST('00000000-0000-4000-8000-' || lpad(CAST(i AS text), 12, '0') AS uuid) AS id,
               DATE '1950-01-01' + i AS day, 'speaker-' || i % 5000 AS speaker, 'tag-' || i % 300 AS tag,
               CASE WHEN i = 0 THEN 'Nadir'
                    WHEN i % 10 = 0 THEN 'Headline nadir ' || i ELSE 'Title ' || md5(CAST(i AS text)) END AS title,
               'everywhere ' || CASE WHEN i % 3 = 0 THEN 'often ' ELSE '' END
                 || CASE WHEN i % 100 = 0 THEN 'seldom ' ELSE '' END || md5(CAST(-i AS text)) AS notes
          FROM generate_series(0, :talks - 1) AS i;
        INSERT INTO derived.document_head SELECT id, 'r', 1, now() FROM made;
        INSERT INTO derived.document (document_id, revision, submitted_at, media_type, date_start, date_end, reading_text)
        SELECT id, 'r', now(), 'text/plain', day, day, notes FROM made;
        INSERT INTO derived.talk (talk_id, title, event, event_slug, date_start, date_end, document_id, ordinal)
        SELECT id, title, 'Many Days', 'many-days', day, day, id, 0 FROM made;
        INSERT INTO derived.talk_speaker (talk_id, ordinal, slug, name) SELECT id, 0, speaker, speaker FROM made;
        INSERT INTO derived.talk_tag (talk_id, rank, slug, name, score) SELECT id, 1, tag, tag, 0.5 FROM made;
        INSERT INTO derived.talk_notes (talk_notes_id, talk_id, document_id, ordinal, title, line, span_start, span_end,
                                        body_start, confidence, language, analyser, sections, search, head, day, names)
        SELECT id, id, id, 0, title, 1, 0, length(notes), 0, 1, 'en', '1',
               -- As wide as rows of notes are
               to_jsonb((SELECT string_agg(md5(title || n), '') FROM generate_series(1, 30) AS n)),
               search, ts_filter(search, '{a,b}'), day,
               (SELECT k.names FROM derived.talk_names k WHERE k.talk_id = made.id)
          FROM made, derived.search_vector('en', title, speaker, '', '', notes) AS search;
        INSERT INTO derived.name_count (kind, slug, name, handle, day, talks)
        SELECT kind, slug, name, handle, day, talks FROM derived.recounted_name;
        ANALYZE;
        REFRESH MATERIALIZED VIEW derived.term;
        """;

    @Override
    public Map<String, String> start() {
      Database database = QueryDatabase.migrated();
      Jdbi.create(database.url(), database.owner(), database.ownerPassword())
          .useHandle(
              handle ->
                  handle.createScript(SQL.replace(":talks", Integer.toString(TALKS))).execute());
      return Map.of(
          "confnotes.database.url", database.url(),
          "confnotes.database.username", database.reader(),
          "confnotes.database.password", database.readerPassword());
    }

    @Override
    public void stop() {}
  }

  @Inject io.confnotes.query.database.Database database;
  @Inject SearchStore store;
  @Inject FacetStore facets;
  @Inject TalkSearch search;

  private static SearchQuery query(String typed) {
    return SearchQuery.of(typed, TalkFilter.ALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "everywhere",
        "often",
        "seldom",
        "headline",
        "nowhere",
        "everywhere often -seldom",
        "-everywhere",
        "-seldom",
        "\"everywhere often\"",
        "everywhere or seldom",
        "Nadir",
        "speaker-77",
        "everywhere tag:tag-7",
        "seldom -tag:tag-7",
        "everywhere speaker:speaker-7",
        "often after:2004",
        "everywere",
      })
  void shouldReadNoTableOfTalksAsAWhole(String typed) {
    // When
    long scans =
        database.read(
            handle -> {
              search.page(query(typed), null, null, 20);
              facets.of(query(typed));
              return handle
                  .createQuery(
                      """
                      SELECT coalesce(sum(seq_scan), 0) FROM pg_stat_xact_user_tables
                       WHERE schemaname = 'derived' AND relname <> 'term'
                      """)
                  .mapTo(long.class)
                  .one();
            });

    // Then
    assertThat(scans).isZero();
  }

  @Test
  void shouldRankTheNewestOfMany() {
    // When
    SearchStore.Found found = store.search("everywhere", TalkFilter.ALL, null, 301);

    // Then
    assertThat(found.count()).isEqualTo(new TalkCount(300, false));
    Set<UUID> newest = new HashSet<>();
    for (int i = TALKS - 300; i < TALKS; i++) {
      newest.add(UUID.fromString("00000000-0000-4000-8000-%012d".formatted(i)));
    }
    assertThat(found.talks()).extracting(TalkItem::id).containsExactlyInAnyOrderElementsOf(newest);
  }

  @Test
  void shouldCountFewExactly() {
    assertThat(store.count("seldom", TalkFilter.ALL)).isEqualTo(new TalkCount(200, true));
    assertThat(store.count("nowhere", TalkFilter.ALL)).isEqualTo(new TalkCount(0, true));
    assertThat(facets.of(query("seldom")).talks()).isEqualTo(new TalkCount(200, true));
    assertThat(facets.of(query("often")).talks()).isEqualTo(new TalkCount(300, false));
    assertThat(facets.of(query("everywhere")).talks()).isEqualTo(new TalkCount(300, false));
  }

  @Test
  void shouldCountFewOfANameExactlyHoweverCommonTheWord() {
    assertThat(store.count("everywhere", tagged("tag-7"))).isEqualTo(new TalkCount(67, true));
    assertThat(store.count("often", tagged("tag-7"))).isEqualTo(new TalkCount(0, true));
    assertThat(store.count("often", tagged("tag-6"))).isEqualTo(new TalkCount(67, true));
    assertThat(store.count("-often", tagged("tag-7"))).isEqualTo(new TalkCount(67, true));
    assertThat(store.count("everywhere", TalkFilter.of(TalkFilter.Kind.EVENT, "many-days")))
        .isEqualTo(new TalkCount(300, false));
  }

  @Test
  void shouldLookForPhrasesInTheNewestNotesWithTheirWords() {
    // Every third has "everywhere often", every 300th "often seldom", none these the other way
    // round
    assertThat(store.count("\"everywhere often\"", TalkFilter.ALL))
        .isEqualTo(new TalkCount(300, false));
    assertThat(store.count("\"often everywhere\"", TalkFilter.ALL))
        .isEqualTo(new TalkCount(0, false));
    assertThat(store.count("\"often often\"", TalkFilter.ALL)).isEqualTo(new TalkCount(0, false));
    assertThat(store.count("\"often seldom\"", TalkFilter.ALL)).isEqualTo(new TalkCount(67, true));
    assertThat(store.count("\"seldom seldom\"", TalkFilter.ALL)).isEqualTo(new TalkCount(0, true));
  }

  @Test
  void shouldExcludePhrasesAndNotTheirWords() {
    assertThat(store.count("seldom -\"often seldom\"", TalkFilter.ALL))
        .isEqualTo(new TalkCount(133, true));
    assertThat(store.count("seldom -\"seldom often\"", TalkFilter.ALL))
        .isEqualTo(new TalkCount(200, true));
    assertThat(store.count("\"often seldom\" -everywhere", TalkFilter.ALL))
        .isEqualTo(new TalkCount(0, true));
    assertThat(store.count("\"everywhere seldom\" -often", TalkFilter.ALL))
        .isEqualTo(new TalkCount(133, true));
  }

  private static TalkFilter tagged(String tag) {
    return TalkFilter.of(TalkFilter.Kind.TAG, tag);
  }

  @Test
  void shouldPutTheOldTalkOfThatTitleFirst() {
    // When
    List<TalkItem> talks = store.search("nadir", TalkFilter.ALL, null, 3).talks();

    // Then
    assertThat(talks).extracting(TalkItem::title).first().isEqualTo("Nadir");
    assertThat(talks.get(1).title()).startsWith("Headline nadir");
  }

  @Test
  void shouldEndTheListWithTheLastThatIsRanked() {
    // When
    int pages = 0;
    int items = 0;
    String cursor = null;
    do {
      TalkList page = search.page(query("often"), null, cursor, 200);
      pages++;
      items += page.items().size();
      cursor = page.next();
    } while (cursor != null);

    // Then
    assertThat(pages).isEqualTo(2);
    assertThat(items).isEqualTo(300);
  }
}
