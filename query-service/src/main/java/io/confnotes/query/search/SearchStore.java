package io.confnotes.query.search;

import io.confnotes.query.database.Database;
import io.confnotes.query.search.match.Candidates;
import io.confnotes.query.search.match.Hit;
import io.confnotes.query.search.match.NotesQuery;
import io.confnotes.query.search.match.TalkCount;
import io.confnotes.query.talk.Snippet;
import io.confnotes.query.talk.TalkFilter;
import io.confnotes.query.talk.TalkItem;
import io.confnotes.query.talk.TalkPosition;
import io.confnotes.query.talk.TalkStore;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

  private static final String SQL =
      """
      WITH page AS (
        SELECT h.talk_notes_id, h.score, t.title, t.event, t.event_slug, t.date, %1$s
          FROM unnest(CAST(:notes AS uuid[]), CAST(:scores AS double precision[])) AS h (talk_notes_id, score)
          JOIN api.talk_search s USING (talk_notes_id)
          JOIN api.talk t USING (talk_id)
         WHERE %2$s
         ORDER BY h.score DESC, %1$s
         LIMIT :limit
      )
      SELECT t.score, t.title, t.event, t.event_slug, t.date, %1$s,
             ts_headline(
               coalesce(l.configuration, 'api.plain'),
               %3$s(substr(d.reading_text, n.span_start + 1, least(n.span_end - n.span_start, :source))),
               CAST(:query AS tsquery),
               :headline) AS marked
        FROM page t
        JOIN api.talk_notes n USING (talk_notes_id)
        JOIN api.document d ON d.document_id = n.document_id
        LEFT JOIN api.search_language l ON l.language = n.language
       ORDER BY t.score DESC, %1$s
      """;

  private static final Comparator<Hit> BEST =
      Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::talkNotesId);

  private static final String HEADLINE =
      "StartSel=%c, StopSel=%c, MaxFragments=2, MinWords=8, MaxWords=24, FragmentDelimiter=\" … \""
          .formatted(Snippet.HIT_START, Snippet.HIT_END);

  /**
   * Talks that were found.
   *
   * @param talks a page of them
   * @param all those that are counted
   */
  record Found(List<TalkItem> talks, TalkCount count, Set<UUID> all) {}

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
          Candidates candidates = Candidates.of(handle, words, filter, true);
          List<Hit> page = page(candidates.hits(), after, limit);
          return new Found(
              items(handle, candidates.query(), page, after, limit),
              candidates.count(),
              candidates.talks());
        });
  }

  /** At most {@code limit} of the talks that answer a query, those with the newest notes. */
  List<TalkItem> newest(String words, TalkFilter filter, int limit) {
    return database.read(
        handle -> {
          Candidates found = Candidates.newest(handle, words, filter);
          Map<UUID, Hit> talks = new LinkedHashMap<>();
          found.hits().forEach(hit -> talks.putIfAbsent(hit.talkId(), hit));
          List<Hit> newest = talks.values().stream().limit(limit).toList();
          List<UUID> order = newest.stream().map(Hit::talkId).toList();
          return items(handle, found.query(), newest, null, limit).stream()
              .sorted(Comparator.comparing(talk -> order.indexOf(talk.id())))
              .toList();
        });
  }

  /** How many talks a query finds. */
  TalkCount count(String words, TalkFilter filter) {
    return database.read(handle -> Candidates.of(handle, words, filter, false).count());
  }

  /**
   * The best notes of each talk that may be among the next {@code limit}: those that have the same
   * score as the last place, and as the first, too, as their place is not known yet.
   */
  private static List<Hit> page(List<Hit> hits, TalkItem.@Nullable Rank after, int limit) {
    Map<UUID, Hit> best = new HashMap<>();
    for (Hit hit : hits) {
      best.merge(hit.talkId(), hit, (one, other) -> BEST.compare(one, other) <= 0 ? one : other);
    }
    List<Hit> next =
        best.values().stream()
            .filter(hit -> after == null || hit.score() <= after.score())
            .sorted(BEST)
            .toList();
    long tied = next.stream().filter(hit -> after != null && hit.score() == after.score()).count();
    int last = Math.toIntExact(Math.min(tied + limit, next.size()));
    return next.stream()
        .filter(hit -> last > 0 && hit.score() >= next.get(last - 1).score())
        .toList();
  }

  private static List<TalkItem> items(
      Handle handle,
      Optional<NotesQuery> query,
      List<Hit> hits,
      TalkItem.@Nullable Rank after,
      int limit) {
    if (hits.isEmpty()) {
      return List.of();
    }
    // Cutting takes time, and marks what no other query finds
    boolean cut = query.map(NotesQuery::hasPairs).orElse(false);
    Query items =
        handle
            .createQuery(
                SQL.formatted(
                    TalkPosition.COLUMNS,
                    after == null ? "true" : after(after),
                    cut ? "api.bigrams" : ""))
            .bind("query", query.map(NotesQuery::text).orElse(""))
            .bind("notes", hits.stream().map(Hit::talkNotesId).toArray(UUID[]::new))
            .bind("scores", hits.stream().map(Hit::score).toArray(Double[]::new))
            .bind("source", SNIPPET_SOURCE)
            .bind("headline", HEADLINE)
            .bind("limit", limit);
    return TalkStore.items(handle, after == null ? items : bind(items, after));
  }

  private static String after(TalkItem.Rank rank) {
    return "(h.score < :score OR (h.score = :score AND %s))".formatted(rank.position().after());
  }

  private static Query bind(Query query, TalkItem.Rank rank) {
    return rank.position().bind(query.bind("score", rank.score()));
  }
}
