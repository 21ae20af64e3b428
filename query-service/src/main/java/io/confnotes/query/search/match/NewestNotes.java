package io.confnotes.query.search.match;

import io.confnotes.query.talk.TalkFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Finds the newest notes that answer a query, in a transaction.
 *
 * <p>All notes with a rare word are read and sorted. A common word would take reading most of the
 * table, so that the newest days alone are asked first, as many as should have enough by the
 * planner's estimate; the index has words and days, and skips what is not in both. Whatever the
 * estimate, the outcome is the same.
 */
final class NewestNotes {

  /**
   * Kept from being merged with the sorting, or the planner might walk through all notes by day.
   */
  private static final String SQL =
      """
      WITH found AS MATERIALIZED (%s)
      SELECT n.talk_id, n.talk_notes_id, %s AS score
        FROM (SELECT * FROM found ORDER BY day DESC NULLS LAST, talk_notes_id LIMIT :limit) AS n %s
       ORDER BY n.day DESC NULLS LAST, n.talk_notes_id
      """;

  /** Found by index without looking at any row. */
  private static final String DAY =
      """
      SELECT n.day FROM api.talk_search n
       WHERE true %s
       ORDER BY coalesce(n.day, '-infinity') DESC
      OFFSET :newer LIMIT 1
      """;

  /** No index knows what has no word; of so many notes, those are looked for. */
  private static final int NEWEST_LEFT = 5_000;

  /**
   * Words are found in the index, but whether they stand together only in the notes' own vectors:
   * of a phrase, the newest of so many notes with its words are looked at.
   */
  private static final int PHRASES_LOOKED_AT = 3_000;

  /** Reading so many entries of days in the index takes as long as looking at one talk's dates. */
  private static final int DAYS_FOR_A_TALK = 20;

  private static final Pattern ROWS = Pattern.compile("\"Plan Rows\": (\\d+)");

  /**
   * Notes that answer a query, the newest first.
   *
   * @param all whether there are no others
   */
  record Newest(List<Hit> hits, boolean all) {}

  private final Handle handle;
  private final NotesQuery query;
  private final TalkFilter.Resolved filter;
  private final boolean scored;

  /**
   * A search that did not begin yet.
   *
   * @param scored whether it matters how well notes answer the query
   */
  NewestNotes(Handle handle, NotesQuery query, TalkFilter.Resolved filter, boolean scored) {
    this.handle = handle;
    this.query = query;
    this.filter = filter;
    this.scored = scored;
  }

  /**
   * Looks for them.
   *
   * @param bound the most
   */
  Newest in(NotesVector vector, int bound) {
    LocalDate from = from(vector, bound);
    if (from == null) {
      return newest(vector, null, bound);
    }
    Newest newest = newest(vector, from, bound);
    boolean enough = newest.hits.size() == bound;
    return enough || query.onlyExcludes() || query.hasPhrase()
        ? newest
        : newest(vector, null, bound);
  }

  private Newest newest(NotesVector vector, @Nullable LocalDate from, int bound) {
    String days = from == null ? ofFilter(vector) : " AND n.day >= :first" + until();
    String matching = matching(vector, filter.conditions() + days, filter.isOfIds());
    String sql =
        SQL.formatted(matching, scored ? Relevance.SCORE : "0", scored ? Relevance.JOIN : "");
    Query newest = filter.bind(query(sql)).bind("limit", bound + 1);
    List<Hit> hits =
        (from == null ? newest : newest.bind("first", from))
            .map((row, context) -> Hit.of(row))
            .list();
    return new Newest(
        hits.subList(0, Math.min(bound, hits.size())), from == null && hits.size() <= bound);
  }

  private String matching(NotesVector vector, String conditions, boolean ofIds) {
    return "SELECT n.talk_id, n.talk_notes_id, n.day"
        + (scored ? ", n.search" : "")
        + " FROM api.talk_search n"
        + (ofIds
            ? " CROSS JOIN LATERAL (SELECT n.talk_id) AS t"
            : " JOIN api.talk t USING (talk_id)")
        + " WHERE"
        + vector.answers(query)
        + conditions;
  }

  private String until() {
    return filter.filter().to() == null ? "" : " AND n.day <= :to";
  }

  /**
   * The days that are asked for, where the index finds notes of them faster than notes with the
   * words are looked at.
   */
  private String ofFilter(NotesVector vector) {
    if (!filter.hasDates()) {
      return "";
    }
    double words = rows(query(explain(matching(vector, "", true))));
    return notesOfDays() < DAYS_FOR_A_TALK * words ? filter.days("n.day") : "";
  }

  /** Where the newest days begin, null if all notes can be asked just as well. */
  private @Nullable LocalDate from(NotesVector vector, int bound) {
    if (query.onlyExcludes()) {
      return day(NEWEST_LEFT);
    }
    // That a talk's dates are of these days the planner does not know
    String matching = matching(vector, filter.ofNames() + filter.days("n.day"), filter.isOfIds());
    double rows = rows(filter.bind(query(explain(matching))));
    if (rows <= Math.max(2.0 * bound, query.hasPhrase() ? PHRASES_LOOKED_AT : 0)) {
      return null;
    }
    double every = notesOfDays();
    if (query.hasPhrase()) {
      return day(Math.round(PHRASES_LOOKED_AT * every / rows));
    }
    return rows * rows <= every * bound / 2 ? null : day(Math.round(2 * bound * every / rows));
  }

  private double notesOfDays() {
    String sql = "SELECT FROM api.talk_search n WHERE true" + filter.days("n.day");
    return rows(filter.bindDays(handle.createQuery(explain(sql))));
  }

  private @Nullable LocalDate day(long newer) {
    String days = filter.days("coalesce(n.day, '-infinity')");
    Optional<LocalDate> day =
        filter
            .bindDays(handle.createQuery(DAY.formatted(days)))
            .bind("newer", newer)
            .mapTo(LocalDate.class)
            .findFirst();
    return day.orElse(null);
  }

  private Query query(String sql) {
    return handle.createQuery(sql).bind("query", query.text());
  }

  private static String explain(String sql) {
    return "EXPLAIN (FORMAT JSON) " + sql;
  }

  private static double rows(Query explained) {
    Matcher rows = ROWS.matcher(explained.mapTo(String.class).one());
    return rows.find() ? Double.parseDouble(rows.group(1)) : 0;
  }
}
