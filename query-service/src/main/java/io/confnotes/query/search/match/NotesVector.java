package io.confnotes.query.search.match;

import io.confnotes.query.search.match.Candidates.Notes;
import io.confnotes.query.talk.TalkFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * What of talk notes is searched, and how the newest are found.
 *
 * <p>All notes with a rare word are read and sorted. A common word would take reading most of the
 * table, so that the newest days alone are asked first, as many as should have enough by the
 * planner's estimate; the index has words and days, and skips what is not in both. Whatever the
 * estimate, the outcome is the same.
 */
enum NotesVector {
  /** Title, speakers and key points. */
  HEAD,
  /** Those, headings and the notes. */
  SEARCH;

  /**
   * Kept from being merged with the sorting, or the planner might walk through all notes by day.
   */
  private static final String SQL =
      """
      WITH found AS MATERIALIZED (%s)
      SELECT talk_id, talk_notes_id FROM found
       ORDER BY day DESC NULLS LAST, talk_notes_id
       LIMIT :limit
      """;

  private static final String EVERY_NOTE = "SELECT FROM api.talk_search";

  private static final String DAY =
      """
      SELECT day FROM api.talk_search ORDER BY day DESC NULLS LAST OFFSET :newer LIMIT 1
      """;

  /** No index knows what has no word; of so many notes, those are looked for. */
  private static final int NEWEST_LEFT = 5_000;

  /**
   * Words are found in the index, but whether they stand together only in the notes' own vectors:
   * of a phrase, the newest of so many notes with its words are looked at.
   */
  private static final int PHRASES_LOOKED_AT = 3_000;

  private static final Pattern ROWS = Pattern.compile("\"Plan Rows\": (\\d+)");

  /**
   * Notes that answer a query, the newest first.
   *
   * @param all whether there are no others
   */
  record Newest(List<Notes> notes, boolean all) {}

  /**
   * Looks for them.
   *
   * @param bound the most
   */
  Newest newest(Handle handle, NotesQuery query, TalkFilter.Resolved filter, int bound) {
    LocalDate from = from(handle, query, filter, bound);
    Newest newest = newest(handle, query, filter, from, bound);
    boolean enough = newest.notes.size() == bound || from == null;
    return enough || query.onlyExcludes() || query.hasPhrase()
        ? newest
        : newest(handle, query, filter, null, bound);
  }

  private Newest newest(
      Handle handle,
      NotesQuery query,
      TalkFilter.Resolved filter,
      @Nullable LocalDate from,
      int bound) {
    String sql = SQL.formatted(matching(query, filter, from != null));
    Query newest = bind(handle.createQuery(sql), query, filter).bind("limit", bound + 1);
    List<Notes> notes =
        (from == null ? newest : newest.bind("from", from))
            .map((row, context) -> Notes.of(row))
            .list();
    return new Newest(
        notes.subList(0, Math.min(bound, notes.size())), from == null && notes.size() <= bound);
  }

  private String matching(NotesQuery query, TalkFilter.Resolved filter, boolean bounded) {
    String vector = name().toLowerCase(Locale.ROOT);
    String conditions = filter.conditions();
    return "SELECT n.talk_id, n.talk_notes_id, n.day FROM api.talk_search n"
        + (conditions.isEmpty() ? "" : " JOIN api.talk t USING (talk_id)")
        + " WHERE n.%s @@ CAST(:query AS tsquery)".formatted(vector)
        // What is excluded may be in the rest
        + (this == HEAD && query.excludes() ? " AND n.search @@ CAST(:query AS tsquery)" : "")
        + (bounded ? " AND n.day >= :from" : "")
        + conditions;
  }

  private static Query bind(Query sql, NotesQuery query, TalkFilter.Resolved filter) {
    return filter.bind(sql).bind("query", query.text());
  }

  /** Where the newest days begin, null if all notes can be asked just as well. */
  private @Nullable LocalDate from(
      Handle handle, NotesQuery query, TalkFilter.Resolved filter, int bound) {
    if (query.onlyExcludes()) {
      return day(handle, NEWEST_LEFT);
    }
    String matching = explain(matching(query, filter, false));
    double rows = rows(bind(handle.createQuery(matching), query, filter));
    if (rows <= Math.max(2.0 * bound, query.hasPhrase() ? PHRASES_LOOKED_AT : 0)) {
      return null;
    }
    double every = rows(handle.createQuery(explain(EVERY_NOTE)));
    if (query.hasPhrase()) {
      return day(handle, Math.round(PHRASES_LOOKED_AT * every / rows));
    }
    return rows * rows <= every * bound / 2
        ? null
        : day(handle, Math.round(2 * bound * every / rows));
  }

  private static @Nullable LocalDate day(Handle handle, long newer) {
    Optional<LocalDate> day =
        handle.createQuery(DAY).bind("newer", newer).mapTo(LocalDate.class).findFirst();
    return day.orElse(null);
  }

  private static String explain(String sql) {
    return "EXPLAIN (FORMAT JSON) " + sql;
  }

  private static double rows(Query explained) {
    Matcher rows = ROWS.matcher(explained.mapTo(String.class).one());
    return rows.find() ? Double.parseDouble(rows.group(1)) : 0;
  }
}
