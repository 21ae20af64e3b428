package io.confnotes.query.trend;

import io.confnotes.query.database.Database;
import io.confnotes.query.talk.Period;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads what talks are about over time and at events. */
@Singleton
public final class TagTrendStore {

  /** The tags asked for, else those that the most talks have. */
  private static final String TAGS =
      """
      tag AS (
        SELECT DISTINCT asked AS tag FROM unnest(CAST(:tags AS text[])) AS asked
        UNION ALL
        (SELECT tag FROM api.talk_count
          WHERE period = '' AND tag <> '' AND cardinality(CAST(:tags AS text[])) = 0
          ORDER BY talks DESC, tag COLLATE "C" LIMIT :limit)
      ), named AS MATERIALIZED (
        SELECT t.tag, g.name FROM tag t JOIN api.tag g ON g.slug = t.tag
      )
      """;

  /** Reads counts that are kept. */
  private static final String BY_TIME =
      """
      WITH %s, covered AS (
        SELECT period, talks FROM api.talk_count
         WHERE tag = '' AND length(period) = :length
           AND period >= coalesce(:from, '') AND period <= coalesce(:to, '9999-99')
         ORDER BY period DESC LIMIT :most
      )
      SELECT c.period, c.period AS label, n.tag, n.name, coalesce(t.talks, 0) AS talks, c.talks AS covered
        FROM covered c
       CROSS JOIN named n
        LEFT JOIN api.talk_count t ON t.tag = n.tag AND t.period = c.period
       ORDER BY c.period, n.tag COLLATE "C"
      """;

  /**
   * {@code OFFSET 0} keeps the planner from reading all talks of the tags for those of a few
   * events.
   */
  private static final String BY_EVENT =
      """
      WITH %s, event AS MATERIALIZED (
        SELECT slug, name, date_start FROM api.event_start
         WHERE (CAST(:from AS date) IS NULL OR date_start >= :from)
           AND (CAST(:to AS date) IS NULL OR date_start <= :to)
         ORDER BY date_start DESC NULLS LAST, slug COLLATE "C" LIMIT :most
      ), talk AS MATERIALIZED (
        SELECT e.slug AS event, t.talk_id FROM event e JOIN api.talk t ON t.event_slug = e.slug
      ), covered AS (
        SELECT event, count(*) AS talks FROM talk GROUP BY event
      ), counted AS (
        SELECT t.event, g.slug AS tag, count(*) AS talks
          FROM talk t
         CROSS JOIN LATERAL (SELECT slug FROM api.talk_tag WHERE talk_id = t.talk_id OFFSET 0) AS g
         WHERE g.slug = ANY (ARRAY(SELECT tag FROM named))
         GROUP BY t.event, g.slug
      )
      SELECT e.slug AS period, e.name AS label, e.date_start, n.tag, n.name,
             coalesce(t.talks, 0) AS talks, c.talks AS covered
        FROM event e
        JOIN covered c ON c.event = e.slug
       CROSS JOIN named n
        LEFT JOIN counted t ON t.tag = n.tag AND t.event = e.slug
       ORDER BY e.date_start NULLS FIRST, e.slug COLLATE "C", n.tag COLLATE "C"
      """;

  private final Database database;

  TagTrendStore(Database database) {
    this.database = database;
  }

  /**
   * The counts of some tags in the latest years or months that have any talks.
   *
   * @param tags none for those with the most talks
   * @param limit how many then
   * @param most how many years or months
   */
  public List<TagTrend> byTime(List<String> tags, int limit, Scale scale, Days days, int most) {
    return database.read(
        handle ->
            bind(handle.createQuery(BY_TIME.formatted(TAGS)), tags, limit, most)
                .bind("length", scale.length())
                .bindByType("from", period(scale, days.first()), String.class)
                .bindByType("to", period(scale, days.last()), String.class)
                .map((row, context) -> trend(row, start(row.getString("period"))))
                .list());
  }

  /** The same for the latest events. */
  public List<TagTrend> byEvent(List<String> tags, int limit, Days days, int most) {
    return database.read(
        handle ->
            bind(handle.createQuery(BY_EVENT.formatted(TAGS)), tags, limit, most)
                .bindByType("from", days.first(), LocalDate.class)
                .bindByType("to", days.last(), LocalDate.class)
                .map(
                    (row, context) ->
                        trend(row, start(row.getObject("date_start", LocalDate.class))))
                .list());
  }

  private static Query bind(Query query, List<String> tags, int limit, int most) {
    return query.bind("tags", tags.toArray(String[]::new)).bind("limit", limit).bind("most", most);
  }

  private static @Nullable String period(Scale scale, @Nullable LocalDate day) {
    return day == null ? null : scale.period(day);
  }

  static Instant start(String period) {
    return Days.start(Period.of(period).orElseThrow().first());
  }

  private static @Nullable Instant start(@Nullable LocalDate day) {
    return day == null ? null : Days.start(day);
  }

  private static TagTrend trend(ResultSet row, @Nullable Instant time) throws SQLException {
    long talks = row.getLong("talks");
    long covered = row.getLong("covered");
    return new TagTrend(
        time,
        row.getString("period"),
        row.getString("label"),
        row.getString("tag"),
        row.getString("name"),
        talks,
        covered,
        (double) talks / covered);
  }
}
