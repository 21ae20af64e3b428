package io.confnotes.query.search.match;

import io.confnotes.query.talk.TalkFilter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/**
 * Finds the newest notes that answer a query, in a transaction.
 *
 * <p>All notes with a rare word are read and sorted. A common word would take reading most of the
 * table, so that the newest days alone are asked first, as many as should have enough by the
 * planner's estimate; the index has words and days, and skips what is not in both. If they have
 * not, more days are asked, and at last all of them. Whatever the estimate, the newest notes are
 * found.
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

  /** Counted in the index, one by one. */
  private static final String DAY =
      """
      SELECT n.day FROM api.talk_search n
       WHERE true %s
       ORDER BY coalesce(n.day, '-infinity') DESC
      OFFSET :newer LIMIT 1
      """;

  /** Where so many of the newest talks of known months begin. */
  private static final String MONTH =
      """
      SELECT period
        FROM (SELECT period, sum(talks) OVER (ORDER BY period DESC) AS newer
                FROM api.talk_count
               WHERE tag = '' AND length(period) = 7 %s) AS month
       WHERE newer >= :newer
       ORDER BY period DESC
       LIMIT 1
      """;

  /** Of more notes than that, months are good enough, and counting would take too long. */
  private static final int COUNTED = 20_000;

  /** No index knows what has no word; of so many notes, those are looked for. */
  private static final int NEWEST_LEFT = 5_000;

  /**
   * Words are found in the index, but whether they stand together only in the notes' own vectors:
   * of a phrase, the newest of so many notes with its words are looked at.
   */
  private static final int PHRASES_LOOKED_AT = 3_000;

  /** As many notes as should be looked at for one that is wanted: the estimate may be too high. */
  private static final double SPARE = 1.5;

  /**
   * No index has words and names of tags and speakers. Of a name that many talks have, so many
   * notes with the words are looked at first, and a few that have the name, too, are enough.
   */
  private static final int NAMES_LOOKED_AT = 8_000;

  private static final int ENOUGH_OF_NAMES = 50;

  /** Of names that so few talks have, the notes of these talks are looked for. */
  private static final int TALKS_OF_NAMES = 10_000;

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

  /** The talks of the names that are asked for, null if they are many or no name is. */
  private final UUID @Nullable [] named;

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
    this.named = filter.ofNames().isEmpty() ? null : named(handle, filter);
  }

  private static UUID @Nullable [] named(Handle handle, TalkFilter.Resolved filter) {
    // With the limit in it, the planner might go through all talks until it has enough
    String sql =
        "WITH named AS MATERIALIZED (SELECT t.talk_id FROM api.talk t WHERE true%s)"
                .formatted(filter.ofNames())
            + " SELECT talk_id FROM named LIMIT :few";
    Query talks = handle.createQuery(sql).bind("few", TALKS_OF_NAMES + 1);
    List<UUID> few = filter.bindNames(talks).mapTo(UUID.class).list();
    return few.size() > TALKS_OF_NAMES ? null : few.toArray(UUID[]::new);
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
    if (query.onlyExcludes()) {
      return newest(vector, day(NEWEST_LEFT), bound);
    }
    if (named != null && !query.hasPhrase()) {
      return newest(vector, null, bound);
    }
    double words = estimate(matching(vector, filter.days("n.day"), true));
    double every = notesOfDays();
    double looked = looked(vector, words, bound);
    while (words * words > every * looked / DAYS_FOR_A_NOTE && looked < words) {
      LocalDate from = day(Math.round(looked * every / words));
      Newest newest = newest(vector, from, bound);
      if (from == null || query.hasPhrase() || isEnough(newest, bound)) {
        return newest;
      }
      looked *= MORE;
    }
    return newest(vector, null, bound);
  }

  /** How many notes there are likely to be, however many are looked for. */
  private double expected(NotesVector vector) {
    boolean ofIds = named != null || filter.isOfIds();
    return estimate(matching(vector, ofNames() + filter.days("n.day"), ofIds));
  }

  /** The index has the notes of few talks, too, and both are met before any row is looked at. */
  private String ofNames() {
    return named == null ? filter.ofNames() : " AND n.talk_id = ANY(:named)";
  }

  /** How many notes with the words should have enough of those that are wanted. */
  private double looked(NotesVector vector, double words, int bound) {
    if (query.hasPhrase()) {
      return PHRASES_LOOKED_AT;
    }
    if (filter.ofNames().isEmpty()) {
      return SPARE * bound;
    }
    double share = words / Math.max(1, expected(vector));
    return Math.min(SPARE * bound * share, NAMES_LOOKED_AT);
  }

  private boolean isEnough(Newest newest, int bound) {
    return newest.hits.size() == bound
        || (newest.hits.size() >= ENOUGH_OF_NAMES && !filter.ofNames().isEmpty());
  }

  private Newest newest(NotesVector vector, @Nullable LocalDate from, int bound) {
    String days = from == null ? ofFilter(vector) : " AND n.day >= :first" + until();
    boolean ofIds = named == null ? filter.isOfIds() : !filter.hasDates();
    String matching = matching(vector, ofNames() + filter.ofDates() + days, ofIds);
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

  private String matching(NotesVector vector, String conditions, boolean ofIds) {
    return "SELECT n.talk_id, n.talk_notes_id, n.day"
        + (scored ? ", n.search" : "")
        + notes(ofIds)
        + vector.answers(query)
        + conditions;
  }

  /**
   * Notes {@code n} with their talks {@code t}.
   *
   * @param ofIds whether only the talk's id is asked for
   */
  private static String notes(boolean ofIds) {
    return " FROM api.talk_search n"
        + (ofIds
            ? " CROSS JOIN LATERAL (SELECT n.talk_id) AS t"
            : " JOIN api.talk t USING (talk_id)")
        + " WHERE ";
  }

  private String until() {
    return filter.filter().to() == null ? "" : " AND n.day <= :to";
  }

  /**
   * The days that are asked for, where the index finds notes of them faster than notes with the
   * words are looked at.
   */
  private String ofFilter(NotesVector vector) {
    return filter.hasDates()
            && notesOfDays() < DAYS_FOR_A_NOTE * estimate(matching(vector, "", true))
        ? filter.days("n.day")
        : "";
  }

  private double notesOfDays() {
    return estimate("SELECT" + notes(true) + "true" + filter.days("n.day"));
  }

  /** Where the days of about so many of the newest notes begin, null if there are not more. */
  private @Nullable LocalDate day(long newer) {
    return (newer > COUNTED ? month(newer) : Optional.<LocalDate>empty())
        .or(() -> counted(newer))
        .orElse(null);
  }

  private Optional<LocalDate> month(long newer) {
    String until = filter.filter().to() == null ? "" : " AND period <= to_char(:to, 'FMYYYY-MM')";
    return query(MONTH.formatted(until))
        .bind("newer", newer)
        .mapTo(String.class)
        .findFirst()
        .map(month -> YearMonth.parse(month).atDay(1));
  }

  private Optional<LocalDate> counted(long newer) {
    String sql = DAY.formatted(filter.days("coalesce(n.day, '-infinity')"));
    return query(sql).bind("newer", newer).mapTo(LocalDate.class).findFirst();
  }

  /** With the parameters of the query and the filter, whichever of them it has. */
  private Query query(String sql) {
    Query statement = handle.createQuery(sql).bind("query", query.text());
    statement.configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true));
    return filter.bind(named == null ? statement : statement.bind("named", named));
  }

  /** How many rows the planner thinks that a statement has. */
  private double estimate(String sql) {
    String plan = query("EXPLAIN (FORMAT JSON) " + sql).mapTo(String.class).one();
    Matcher rows = ROWS.matcher(plan);
    return rows.find() ? Double.parseDouble(rows.group(1)) : 0;
  }
}
