package io.confnotes.query.trend;

import io.confnotes.query.database.Database;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads what there is notes of, and what was taken in. */
@Singleton
public final class CoverageStore {

  private static final String EVENTS =
      """
      WITH event AS MATERIALIZED (
        %s
      )
      SELECT e.slug, e.name, e.date_start, n.talks, n.several, n.notes,
             (SELECT count(*) FROM api.document_event d WHERE d.event_slug = e.slug) AS documents
        FROM event e
       CROSS JOIN LATERAL (
               SELECT count(*) AS talks, count(*) FILTER (WHERE c.documents > 1) AS several,
                      coalesce(sum(c.notes), 0) AS notes
                 FROM api.talk t
                CROSS JOIN LATERAL (SELECT count(*) AS notes, count(DISTINCT s.document_id) AS documents
                                      FROM api.talk_notes_source s WHERE s.talk_id = t.talk_id) AS c
                WHERE t.event_slug = e.slug) AS n
       ORDER BY e.date_start NULLS FIRST, e.slug COLLATE "C"
      """;

  private static final String LATEST =
      """
      SELECT slug, name, date_start FROM api.event_start
       WHERE (CAST(:from AS date) IS NULL OR date_start >= :from)
         AND (CAST(:to AS date) IS NULL OR date_start <= :to)
       ORDER BY date_start DESC NULLS LAST, slug COLLATE "C" LIMIT :limit
      """;

  private static final String ONE =
      """
      SELECT event_slug AS slug, event AS name, date_start FROM api.talk
       WHERE event_slug = :slug
       ORDER BY date_start, document_id, ordinal, talk_id LIMIT 1
      """;

  /** By the day they were made, or where that is not known, processed. */
  private static final String DAYS =
      """
      WITH made AS (
        SELECT CAST(coalesce(submitted_at, processed_at) AT TIME ZONE 'UTC' AS date) AS day, state
          FROM api.submission
         WHERE coalesce(submitted_at, processed_at) >= CAST(:from AS timestamp) AT TIME ZONE 'UTC'
           AND coalesce(submitted_at, processed_at) < CAST(CAST(:to AS date) + 1 AS timestamp) AT TIME ZONE 'UTC'
      )
      SELECT day, count(state) AS submissions,
             count(*) FILTER (WHERE state = 'stored') AS stored,
             count(*) FILTER (WHERE state = 'unchanged') AS unchanged,
             count(*) FILTER (WHERE state = 'superseded') AS superseded,
             count(*) FILTER (WHERE state = 'conflict') AS conflict,
             count(*) FILTER (WHERE state = 'retracted') AS retracted,
             count(*) FILTER (WHERE state = 'dead-lettered') AS dead_lettered
        FROM (SELECT CAST(:from AS date) + n AS day
                FROM generate_series(0, CAST(:to AS date) - CAST(:from AS date)) AS n) AS days
        LEFT JOIN made USING (day)
       GROUP BY day
       ORDER BY day
      """;

  private final Database database;

  CoverageStore(Database database) {
    this.database = database;
  }

  /** The latest events, at most {@code limit}, in the order of time. */
  public List<EventCoverage> events(Days days, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(EVENTS.formatted(LATEST))
                .bindByType("from", days.first(), LocalDate.class)
                .bindByType("to", days.last(), LocalDate.class)
                .bind("limit", limit)
                .map((row, context) -> coverage(row))
                .list());
  }

  /** What there is of one event; empty where there is no such event. */
  public Optional<EventCoverage> event(String slug) {
    return database.read(
        handle ->
            handle
                .createQuery(EVENTS.formatted(ONE))
                .bind("slug", slug)
                .map((row, context) -> coverage(row))
                .findOne());
  }

  /** How many talks there are notes of. */
  public long talks() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT talks FROM api.talk_count WHERE tag = '' AND period = ''")
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
  }

  private static EventCoverage coverage(ResultSet row) throws SQLException {
    LocalDate day = row.getObject("date_start", LocalDate.class);
    return new EventCoverage(
        day == null ? null : Days.start(day),
        row.getString("slug"),
        row.getString("name"),
        row.getLong("talks"),
        row.getLong("several"),
        row.getLong("notes"),
        row.getLong("documents"));
  }

  /** Every day from the first to the last. */
  public List<IngestDay> ingest(LocalDate first, LocalDate last) {
    return database.read(
        handle ->
            handle
                .createQuery(DAYS)
                .bind("from", first)
                .bind("to", last)
                .map((row, context) -> day(row))
                .list());
  }

  private static IngestDay day(ResultSet row) throws SQLException {
    return new IngestDay(
        Days.start(row.getObject("day", LocalDate.class)),
        row.getLong("submissions"),
        row.getLong("stored"),
        row.getLong("unchanged"),
        row.getLong("superseded"),
        row.getLong("conflict"),
        row.getLong("retracted"),
        row.getLong("dead_lettered"));
  }
}
