package io.confnotes.query.search.match;

import io.confnotes.query.talk.TalkFilter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * they have not, what they have is a better estimate, and more days are asked, at last all of them.
 * Whatever the estimate, the newest notes are found.
 *
 * <p>The planner takes words for independent of each other. Some are nearly always together, and
 * none is more often so than one word twice, so that of several words the newest days are asked
 * first whatever it says.
 */
final class NewestNotes {

  /**
   * Kept from being merged with the sorting, or the planner might walk through all notes by day.
   * They are sorted once and looked at one by one, until there are enough. There is a row where
   * nothing was found, too, as it tells how many were looked at.
   */
  private static final String SQL =
      """
      WITH found AS MATERIALIZED (%s)
      SELECT n.talk_id, n.talk_notes_id, %s AS score, l.looked
        FROM (SELECT least(count(*), :looked) AS looked FROM found) AS l
        LEFT JOIN (SELECT *
                     FROM (SELECT * FROM found ORDER BY day DESC NULLS LAST, talk_notes_id LIMIT :looked) AS n
                    WHERE %s
                    ORDER BY day DESC NULLS LAST, talk_notes_id
                    LIMIT :limit) AS n ON true
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

  /** Reading so many entries of days in the index takes as long as looking at one note. */
  private static final int DAYS_FOR_A_NOTE = 64;

  /** The days of so many notes are asked for several words, be they as rare as they may. */
  private static final int FIRST = 25_000;

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

  /**
   * Those of some days.
   *
   * @param looked how many have the words
   */
  private record OfDays(Newest newest, int looked) {}

  /** A row: how many have the words, and one that answers the query, if any does. */
  private record Row(int looked, @Nullable Hit hit) {}

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
      conditions.put(vector.column(), hasWords(vector) + filter.days("n.day"));
      if (filter.hasDates()) {
        conditions.put(vector.column() + ANY_DAY, hasWords(vector));
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
      return newest(wanted, days.first(NEWEST_LEFT)).newest;
    }
    double every = expected(EVERY);
    double found = expected(wanted.vector.column());
    double enough = SPARE * most(wanted);
    if (query.hasSeveralWords()) {
      found = Math.max(found, every * enough / FIRST);
    }
    while (enough < found && found * found > every * enough / DAYS_FOR_A_NOTE) {
      double notes = every * enough / found;
      LocalDate from = days.first(Math.round(notes));
      OfDays newest = newest(wanted, from);
      if (from == null
          || newest.looked == most(wanted)
          || newest.newest.hits.size() == wanted.bound) {
        return newest.newest;
      }
      found = every * newest.looked / notes;
    }
    return newest(wanted, null).newest;
  }

  /** The most notes with the words that are looked at. */
  private int most(Wanted wanted) {
    return query.hasPhrase() ? PHRASES_LOOKED_AT : wanted.bound + 1;
  }

  private OfDays newest(Wanted wanted, @Nullable LocalDate from) {
    String matching =
        "SELECT n.talk_id, n.talk_notes_id, n.day"
            + (scored || query.hasPhrase() ? ", n.head, n.search" : "")
            + " FROM api.talk_search n"
            + (filter.hasDates() ? " JOIN api.talk t USING (talk_id)" : "")
            + " WHERE "
            + hasWords(wanted.vector)
            + (wanted.known.isEmpty()
                ? ""
                : " AND n.talk_notes_id NOT IN (SELECT unnest(CAST(:known AS uuid[])))")
            + filter.ofDates()
            + (from == null ? ofFilter(wanted.vector) : " AND n.day >= :first" + until());
    List<Row> rows =
        query(
                SQL.formatted(
                    matching,
                    scored ? Relevance.SCORE : "0",
                    query.hasPhrase() ? wanted.vector.answers(query) : "true"))
            .bind("looked", most(wanted))
            .bind("limit", wanted.bound + 1)
            .bind("known", wanted.knownIds())
            .bind("first", from)
            .map((row, context) -> row(row))
            .list();
    List<Hit> hits = rows.stream().map(Row::hit).filter(Objects::nonNull).toList();
    int looked = rows.getFirst().looked;
    boolean all = from == null && looked < most(wanted) && hits.size() <= wanted.bound;
    return new OfDays(
        new Newest(hits.subList(0, Math.min(wanted.bound, hits.size())), all), looked);
  }

  private static Row row(ResultSet row) throws SQLException {
    boolean found = row.getObject("talk_notes_id") != null;
    return new Row(row.getInt("looked"), found ? Hit.of(row) : null);
  }

  private String hasWords(NotesVector vector) {
    return vector.hasWords(query) + filter.ofNotes();
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
    return Relevance.bind(filter.bind(handle.createQuery(sql)), query.text())
        .bind("words", query.words());
  }
}
