package io.confnotes.query.search.match;

import io.confnotes.query.talk.TalkFilter;
import io.confnotes.query.talk.TalkOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The talk notes that are looked at: a bounded number, however many a word is in. Talks whose title
 * or speaker is what was typed come first, then those whose title, speakers or key points answer
 * the query, then those whose notes do; the newest of each.
 *
 * @param query what was asked for; empty if that is nothing
 * @param hits all of them, each once
 * @param all whether there are no more talks that answer the query
 */
public record Candidates(Optional<NotesQuery> query, List<Hit> hits, boolean all) {

  /** A talk that is called what was typed comes before all that answer the query. */
  private static final int NAMED_SCORE = 2;

  /** The most notes that are looked at. */
  public static final int MOST = 300;

  /** The most talks of one title or speaker that are put first. */
  private static final int NAMED = 100;

  private static final String OF_NAME =
      """
      SELECT n.talk_id, n.talk_notes_id, %3$s AS score
        FROM ((SELECT t.talk_id FROM api.talk t
                WHERE left(api.plain(t.title), 100) COLLATE "C" = left(api.plain(:name), 100)
                  AND api.plain(t.title) = api.plain(:name) %1$s
                ORDER BY %2$s
                LIMIT :named)
              UNION
              (SELECT t.talk_id FROM api.talk t
                WHERE t.talk_id IN (SELECT s.talk_id
                                      FROM api.speaker k JOIN api.talk_speaker s USING (slug)
                                     WHERE api.plain(k.name) = api.plain(:name))
                  %1$s
                ORDER BY %2$s
                LIMIT :named)) AS called
        JOIN api.talk_search n USING (talk_id)
       ORDER BY n.talk_id, n.talk_notes_id
      """;

  /** The talks that they are of. */
  public Set<UUID> talks() {
    return hits.stream().map(Hit::talkId).collect(Collectors.toSet());
  }

  /** How many these are. */
  public TalkCount count() {
    return new TalkCount(talks().size(), all);
  }

  /**
   * Looks for them, in a transaction.
   *
   * @param typed the words, which may be a name
   * @param asked what else is asked of the talks
   * @param scored whether it matters how well they answer the query
   */
  public static Candidates of(Handle handle, String typed, TalkFilter asked, boolean scored) {
    prepare(handle);
    TalkFilter.Resolved filter = asked.resolve(handle);
    Optional<NotesQuery> query = NotesQuery.of(handle, typed);
    Map<UUID, Hit> hits = new LinkedHashMap<>();
    for (Hit named : named(handle, typed.replace('"', ' '), query, filter, scored)) {
      hits.put(named.talkNotesId(), named);
    }
    boolean all = true;
    if (query.isPresent()) {
      NewestNotes.Newest best = new NewestNotes(handle, query.get(), filter, scored).best(MOST);
      all = best.all();
      for (Hit hit : best.hits()) {
        if (hits.size() < MOST) {
          hits.putIfAbsent(hit.talkNotesId(), hit);
        }
      }
    }
    return new Candidates(query, List.copyOf(hits.values()), all);
  }

  /**
   * The newest notes that answer a query, wherever its words are in them, in a transaction; without
   * scores.
   */
  public static Candidates newest(Handle handle, String typed, TalkFilter asked) {
    prepare(handle);
    TalkFilter.Resolved filter = asked.resolve(handle);
    Optional<NotesQuery> query = NotesQuery.of(handle, typed);
    NewestNotes.Newest newest =
        query
            .map(words -> new NewestNotes(handle, words, filter, false))
            .map(notes -> notes.in(NotesVector.SEARCH, MOST))
            .orElseGet(() -> new NewestNotes.Newest(List.of(), true));
    return new Candidates(query, newest.hits(), newest.all());
  }

  /**
   * The planner takes the reading of vectors for free, and would read all of them. What it does
   * with words does not depend on them, so that it need not plan each time.
   */
  private static void prepare(Handle handle) {
    handle.execute(
        "SET LOCAL enable_seqscan = off; SET LOCAL plan_cache_mode = force_generic_plan");
  }

  private static List<Hit> named(
      Handle handle,
      String name,
      Optional<NotesQuery> query,
      TalkFilter.Resolved filter,
      boolean scored) {
    String sql =
        OF_NAME.formatted(
            filter.conditions(),
            TalkOrder.NEWEST.columns(),
            scored ? NAMED_SCORE + " + " + Relevance.SCORE : "0");
    Query named = filter.bind(handle.createQuery(sql)).bind("name", name).bind("named", NAMED);
    return Relevance.bind(named, query.map(NotesQuery::text).orElse(""))
        .map((row, context) -> Hit.of(row))
        .list();
  }
}
