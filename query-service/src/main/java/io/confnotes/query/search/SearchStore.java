package io.confnotes.query.search;

import io.confnotes.query.database.Database;
import io.confnotes.query.talk.Snippet;
import io.confnotes.query.talk.TalkFilter;
import io.confnotes.query.talk.TalkItem;
import io.confnotes.query.talk.TalkPosition;
import io.confnotes.query.talk.TalkStore;
import jakarta.inject.Singleton;
import java.util.List;
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

  /** Where title and speakers alone answer the query, a talk comes before all where they don't. */
  private static final String SQL =
      """
      WITH %1$s, hit AS (
        SELECT n.talk_id, n.talk_notes_id, l.configuration, l.query,
               CAST(
                 CAST(ts_filter(n.search, '{a}') @@ l.query AS integer)
                   + ts_rank('{0.1, 0.3, 0.4, 1.0}', n.search, l.query, 32)
                 AS double precision) AS score
          FROM api.talk_notes n
          JOIN %2$s
      ), best AS (
        SELECT DISTINCT ON (talk_id) talk_id, talk_notes_id, configuration, query, score
          FROM hit
         ORDER BY talk_id, score DESC, talk_notes_id
      ), page AS (
        SELECT h.talk_notes_id, h.configuration, h.query, h.score,
               t.title, t.event, t.event_slug, t.date, %3$s
          FROM best h
          JOIN api.talk t USING (talk_id)
         WHERE %4$s %5$s
         ORDER BY h.score DESC, %3$s
         LIMIT :limit
      )
      SELECT t.score, t.title, t.event, t.event_slug, t.date, %3$s,
             ts_headline(
               t.configuration,
               substr(d.reading_text, n.span_start + 1, least(n.span_end - n.span_start, :source)),
               t.query,
               :headline) AS marked
        FROM page t
        JOIN api.talk_notes n USING (talk_notes_id)
        JOIN api.document d ON d.document_id = n.document_id
       ORDER BY t.score DESC, %3$s
      """;

  private static final String HEADLINE =
      "StartSel=%c, StopSel=%c, MaxFragments=2, MinWords=8, MaxWords=24, FragmentDelimiter=\" … \""
          .formatted(Snippet.HIT_START, Snippet.HIT_END);

  private final Database database;

  SearchStore(Database database) {
    this.database = database;
  }

  /**
   * At most {@code limit} talks that answer a query, the most relevant first, then in the order of
   * lists.
   *
   * @param words as people type them into search engines: quotes, OR and a leading minus mean
   *     something, nothing is an error
   */
  List<TalkItem> search(String words, TalkFilter filter, TalkItem.@Nullable Rank after, int limit) {
    String sql =
        SQL.formatted(
            NotesMatch.QUERIES,
            NotesMatch.JOIN,
            TalkPosition.COLUMNS,
            after == null ? "true" : after(after),
            filter.conditions());
    return database.read(
        handle -> {
          Query query =
              filter
                  .bind(handle.createQuery(sql))
                  .bind(NotesMatch.WORDS, words)
                  .bind("source", SNIPPET_SOURCE)
                  .bind("headline", HEADLINE)
                  .bind("limit", limit);
          return TalkStore.items(handle, after == null ? query : bind(query, after));
        });
  }

  private static String after(TalkItem.Rank rank) {
    return "(h.score < :score OR (h.score = :score AND %s))".formatted(rank.position().after());
  }

  private static Query bind(Query query, TalkItem.Rank rank) {
    return rank.position().bind(query.bind("score", rank.score()));
  }
}
