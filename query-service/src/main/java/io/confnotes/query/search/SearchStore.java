package io.confnotes.query.search;

import io.confnotes.query.database.Database;
import io.confnotes.query.search.match.Candidates;
import io.confnotes.query.search.match.Candidates.Notes;
import io.confnotes.query.search.match.NotesQuery;
import io.confnotes.query.search.match.TalkCount;
import io.confnotes.query.talk.Snippet;
import io.confnotes.query.talk.TalkFilter;
import io.confnotes.query.talk.TalkItem;
import io.confnotes.query.talk.TalkPosition;
import io.confnotes.query.talk.TalkStore;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Finds talks by words. */
@Singleton
final class SearchStore {

  /**
   * How much of the notes a snippet is taken from, in code points: keeps a page of the longest
   * notes far below the statement timeout.
   */
  private static final int SNIPPET_SOURCE = 50_000;

  /**
   * A talk that is called what was typed comes before those whose title and speakers answer the
   * query, and these before the others.
   */
  private static final String SQL =
      """
      WITH asked AS MATERIALIZED (
        SELECT CAST(:query AS tsquery) AS query
      ), hit AS (
        SELECT n.talk_id, n.talk_notes_id, n.language,
               CAST(
                 CAST(n.talk_id = ANY(:named) AS integer) * 2
                   + CAST(ts_filter(coalesce(n.head, n.search), '{a}') @@ query AS integer)
                   + ts_rank('{0.1, 0.3, 0.4, 1.0}', n.search, query, 32)
                 AS double precision) AS score
          FROM api.talk_search n, asked
         WHERE n.talk_notes_id = ANY(:notes)
      ), best AS (
        SELECT DISTINCT ON (talk_id) talk_id, talk_notes_id, language, score
          FROM hit
         ORDER BY talk_id, score DESC, talk_notes_id
      ), page AS (
        SELECT h.talk_notes_id, h.language, h.score, t.title, t.event, t.event_slug, t.date, %1$s
          FROM best h
          JOIN api.talk t USING (talk_id)
         WHERE %2$s
         ORDER BY h.score DESC, %1$s
         LIMIT :limit
      )
      SELECT t.score, t.title, t.event, t.event_slug, t.date, %1$s,
             ts_headline(
               coalesce(l.configuration, 'api.plain'),
               api.bigrams(substr(d.reading_text, n.span_start + 1, least(n.span_end - n.span_start, :source))),
               asked.query,
               :headline) AS marked
        FROM page t
       CROSS JOIN asked
        JOIN api.talk_notes n USING (talk_notes_id)
        JOIN api.document d ON d.document_id = n.document_id
        LEFT JOIN api.search_language l ON l.language = t.language
       ORDER BY t.score DESC, %1$s
      """;

  /** The most talk notes that are ranked. */
  private static final int RANKED = 500;

  private static final String HEADLINE =
      "StartSel=%c, StopSel=%c, MaxFragments=2, MinWords=8, MaxWords=24, FragmentDelimiter=\" … \""
          .formatted(Snippet.HIT_START, Snippet.HIT_END);

  /** Talks that were found, and how many there are. */
  record Found(List<TalkItem> talks, TalkCount count) {}

  private final Database database;

  SearchStore(Database database) {
    this.database = database;
  }

  /**
   * At most {@code limit} of the talks that answer a query, the most relevant first, then in the
   * order of lists; and how many there are.
   *
   * @param words as people type them into search engines: quotes, OR and a leading minus mean
   *     something, nothing is an error
   */
  Found search(String words, TalkFilter filter, TalkItem.@Nullable Rank after, int limit) {
    return database.read(
        handle -> {
          Candidates candidates = Candidates.of(handle, words, filter, RANKED);
          return new Found(ranked(handle, candidates, after, limit), candidates.talks());
        });
  }

  /** At most {@code limit} of the talks that answer a query, those with the newest notes. */
  List<TalkItem> newest(String words, TalkFilter filter, int limit) {
    return database.read(
        handle -> {
          // A talk can have the notes of several people
          Candidates found = Candidates.newest(handle, words, filter, RANKED);
          List<UUID> talks =
              found.notes().stream().map(Notes::talkId).distinct().limit(limit).toList();
          Set<UUID> wanted = Set.copyOf(talks);
          Set<Notes> notes =
              found.notes().stream()
                  .filter(of -> wanted.contains(of.talkId()))
                  .collect(Collectors.toSet());
          return ranked(
                  handle, new Candidates(found.query(), Set.of(), notes, found.all()), null, limit)
              .stream()
              .sorted(Comparator.comparing(talk -> talks.indexOf(talk.id())))
              .toList();
        });
  }

  /** How many talks a query finds. */
  TalkCount count(String words, TalkFilter filter) {
    return database.read(handle -> Candidates.of(handle, words, filter, RANKED).talks());
  }

  private static List<TalkItem> ranked(
      Handle handle, Candidates candidates, TalkItem.@Nullable Rank after, int limit) {
    String sql = SQL.formatted(TalkPosition.COLUMNS, after == null ? "true" : after(after));
    Query query =
        handle
            .createQuery(sql)
            .bind("query", candidates.query().map(NotesQuery::text).orElse(""))
            .bind("named", candidates.named().toArray(UUID[]::new))
            .bind("notes", candidates.notes().stream().map(Notes::talkNotesId).toArray(UUID[]::new))
            .bind("source", SNIPPET_SOURCE)
            .bind("headline", HEADLINE)
            .bind("limit", limit);
    return TalkStore.items(handle, after == null ? query : bind(query, after));
  }

  private static String after(TalkItem.Rank rank) {
    return "(h.score < :score OR (h.score = :score AND %s))".formatted(rank.position().after());
  }

  private static Query bind(Query query, TalkItem.Rank rank) {
    return rank.position().bind(query.bind("score", rank.score()));
  }
}
