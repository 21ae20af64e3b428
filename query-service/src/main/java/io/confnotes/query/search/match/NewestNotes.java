package io.confnotes.query.search.match;

import io.confnotes.query.talk.TalkFilter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Finds the newest notes that answer a query, in a transaction.
 *
 * <p>All notes with a rare word are read and sorted. A common word would take reading most of the
 * table, so that the newest days alone are asked first, as many as should have enough by the
 * planner's estimate; the index has words, days and names, and skips what is not in all of them. If
 * they have not, more days are asked, and at last all of them. Whatever the estimate, the newest
 * notes are found.
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

  /** No index knows what has no word; of so many notes, those are looked for. */
  private static final int NEWEST_LEFT = 5_000;

  /**
   * Words are found in the index, but whether they stand together only in the notes' own vectors:
   * of a phrase, the newest of so many notes with its words are looked at.
   */
  private static final int PHRASES_LOOKED_AT = 3_000;

  /** As many notes as should be looked at for one that is wanted: the estimate may be too high. */
  private static final double SPARE = 1.5;

  /** How many times more notes are looked at if they were too few. */
  private static final int MORE = 8;

  /** Reading so many entries of days in the index takes as long as looking at one note. */
  private static final int DAYS_FOR_A_NOTE = 64;

  /** The name of an estimate for the notes of the days that are asked for. */
  private static final String EVERY = "every";

  /** Follows the name of a vector in that of an estimate for notes of any day. */
  private static final String ANY_DAY = "_of_any_day";

  /**
   * Notes that answer a query, the newest first.
   *
   * @param all whether there are no others
   */
  record Newest(List<Hit> hits, boolean all) {}

  /**
   * Which are looked for.
   *
   * @param bound the most
   * @param known those that are not
   */
  private record Wanted(NotesVector vector, int bound, List<Hit> known) {
    UUID[] knownIds() {
      return known.stream().map(Hit::talkNotesId).toArray(UUID[]::new);
    }
  }

  private final Handle handle;
  private final NotesQuery query;
  private final TalkFilter.Resolved filter;
  private final boolean scored;
  private final NewestDays days;
  private final Map<String, Double> expected;

  /**
   * Asks how many there may be, and looks for none yet.
   *
   * @param scored whether it matters how well notes answer the query
   */
  NewestNotes(Handle handle, NotesQuery query, TalkFilter.Resolved filter, boolean scored) {
    this.handle = handle;
    this.query = query;
    this.filter = filter;
    this.scored = scored;
    this.days = new NewestDays(handle, filter);
    this.expected = expected();
  }

  private Map<String, Double> expected() {
    Map<String, String> conditions = new LinkedHashMap<>();
    conditions.put(EVERY, "true" + filter.days("n.day"));
    for (NotesVector vector : NotesVector.values()) {
      conditions.put(vector.column(), answers(vector) + filter.days("n.day"));
      if (filter.hasDates()) {
        conditions.put(vector.column() + ANY_DAY, answers(vector));
      }
    }
    return Estimate.read(query(Estimate.sql(conditions)).mapTo(String.class).one());
  }

  private double expected(String name) {
    return expected.getOrDefault(name, 0.0);
  }

  /**
   * Looks for them: for those of which title, speakers or key points answer the query, and if there
   * are not enough, for others. Where there are likely to be few, nobody has to choose, and all are
   * looked for at once.
   *
   * @param bound the most
   * @return the more important first
   */
  Newest best(int bound) {
    if (expected(NotesVector.SEARCH.column()) < bound) {
      Newest every = in(NotesVector.SEARCH, bound);
      if (every.all) {
        return every;
      }
    }
    Newest first = in(NotesVector.HEAD, bound);
    if (!first.all) {
      return first;
    }
    Newest others = find(new Wanted(NotesVector.SEARCH, bound - first.hits.size(), first.hits));
    return new Newest(
        Stream.concat(first.hits.stream(), others.hits.stream()).toList(), others.all);
  }

  /**
   * Looks for them in one vector.
   *
   * @param bound the most
   */
  Newest in(NotesVector vector, int bound) {
    return find(new Wanted(vector, bound, List.of()));
  }

  private Newest find(Wanted wanted) {
    if (query.onlyExcludes() && !filter.hasNames()) {
      return newest(wanted, days.first(NEWEST_LEFT));
    }
    double found = expected(wanted.vector.column());
    double every = expected(EVERY);
    double looked = query.hasPhrase() ? PHRASES_LOOKED_AT : SPARE * wanted.bound;
    while (found * found > every * looked / DAYS_FOR_A_NOTE && looked < found) {
      LocalDate from = days.first(Math.round(looked * every / found));
      Newest newest = newest(wanted, from);
      if (from == null || query.hasPhrase() || newest.hits.size() == wanted.bound) {
        return newest;
      }
      looked *= MORE;
    }
    return newest(wanted, null);
  }

  private Newest newest(Wanted wanted, @Nullable LocalDate from) {
    String matching =
        "SELECT n.talk_id, n.talk_notes_id, n.day"
            + (scored ? ", n.search" : "")
            + " FROM api.talk_search n"
            + (filter.hasDates() ? " JOIN api.talk t USING (talk_id)" : "")
            + " WHERE "
            + answers(wanted.vector)
            + (wanted.known.isEmpty()
                ? ""
                : " AND n.talk_notes_id NOT IN (SELECT unnest(CAST(:known AS uuid[])))")
            + filter.ofDates()
            + (from == null ? ofFilter(wanted.vector) : " AND n.day >= :first" + until());
    String sql =
        SQL.formatted(matching, scored ? Relevance.SCORE : "0", scored ? Relevance.JOIN : "");
    Query newest =
        query(sql)
            .bind("limit", wanted.bound + 1)
            .bind("known", wanted.knownIds())
            .bind("first", from);
    List<Hit> hits = newest.map((row, context) -> Hit.of(row)).list();
    return new Newest(
        hits.subList(0, Math.min(wanted.bound, hits.size())),
        from == null && hits.size() <= wanted.bound);
  }

  private String answers(NotesVector vector) {
    return vector.answers(query) + filter.ofNotes();
  }

  private String until() {
    return filter.filter().to() == null ? "" : " AND n.day <= :to";
  }

  /**
   * The days that are asked for, where the index finds notes of them faster than notes with the
   * words are looked at.
   */
  private String ofFilter(NotesVector vector) {
    double words = expected(vector.column() + ANY_DAY);
    return filter.hasDates() && expected(EVERY) < DAYS_FOR_A_NOTE * words
        ? filter.days("n.day")
        : "";
  }

  private Query query(String sql) {
    return filter.bind(handle.createQuery(sql).bind("query", query.text()));
  }
}
