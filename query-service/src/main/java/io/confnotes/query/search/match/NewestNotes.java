package io.confnotes.query.search.match;

import io.confnotes.query.talk.TalkFilter;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
  private static final int DAYS_FOR_A_NOTE = 16;

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
  private final NewestDays days;
  private final Map<NotesVector, Double> expected = new EnumMap<>(NotesVector.class);

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
    this.days = new NewestDays(handle, filter);
  }

  /**
   * Looks for them: for those of which title, speakers or key points answer the query, and if there
   * are not enough, for all others. Where there are likely to be few, nobody has to choose, and all
   * are looked for at once.
   *
   * @param bound the most of each
   * @return the more important first; some may be in both
   */
  List<Newest> best(int bound) {
    if (expected(NotesVector.SEARCH) < bound) {
      Newest found = in(NotesVector.SEARCH, bound);
      return found.all ? List.of(found) : List.of(in(NotesVector.HEAD, bound), found);
    }
    Newest first = in(NotesVector.HEAD, bound);
    return first.all ? List.of(first, in(NotesVector.SEARCH, bound)) : List.of(first);
  }

  /**
   * Looks for them in one vector.
   *
   * @param bound the most
   */
  Newest in(NotesVector vector, int bound) {
    if (query.onlyExcludes() && !filter.hasNames()) {
      return newest(vector, days.first(NEWEST_LEFT), bound);
    }
    double found = expected(vector);
    double every = notesOfDays();
    double looked = query.hasPhrase() ? PHRASES_LOOKED_AT : SPARE * bound;
    while (found * found > every * looked / DAYS_FOR_A_NOTE && looked < found) {
      LocalDate from = days.first(Math.round(looked * every / found));
      Newest newest = newest(vector, from, bound);
      if (from == null || query.hasPhrase() || newest.hits.size() == bound) {
        return newest;
      }
      looked *= MORE;
    }
    return newest(vector, null, bound);
  }

  /** How many notes there are likely to be, however many are looked for. */
  private double expected(NotesVector vector) {
    return expected.computeIfAbsent(vector, of -> estimate(answers(of) + filter.days("n.day")));
  }

  private double notesOfDays() {
    return estimate("true" + filter.days("n.day"));
  }

  private Newest newest(NotesVector vector, @Nullable LocalDate from, int bound) {
    String ofDays = from == null ? ofFilter(vector) : " AND n.day >= :first" + until();
    String matching =
        "SELECT n.talk_id, n.talk_notes_id, n.day"
            + (scored ? ", n.search" : "")
            + " FROM api.talk_search n"
            + (filter.hasDates() ? " JOIN api.talk t USING (talk_id)" : "")
            + " WHERE "
            + answers(vector)
            + filter.ofDates()
            + ofDays;
    String sql =
        SQL.formatted(matching, scored ? Relevance.SCORE : "0", scored ? Relevance.JOIN : "");
    Query newest = query(sql).bind("limit", bound + 1);
    List<Hit> hits =
        (from == null ? newest : newest.bind("first", from))
            .map((row, context) -> Hit.of(row))
            .list();
    return new Newest(
        hits.subList(0, Math.min(bound, hits.size())), from == null && hits.size() <= bound);
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
    return filter.hasDates() && notesOfDays() < DAYS_FOR_A_NOTE * estimate(answers(vector))
        ? filter.days("n.day")
        : "";
  }

  private Query query(String sql) {
    return filter.bind(handle.createQuery(sql).bind("query", query.text()));
  }

  /** How many notes the planner thinks that conditions leave. */
  private double estimate(String conditions) {
    String sql = "EXPLAIN (FORMAT JSON) SELECT FROM api.talk_search n WHERE " + conditions;
    Matcher rows = ROWS.matcher(query(sql).mapTo(String.class).one());
    return rows.find() ? Double.parseDouble(rows.group(1)) : 0;
  }
}
