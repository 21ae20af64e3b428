package io.confnotes.query.trend;

import io.confnotes.query.database.Database;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Compares tags: now with before, and one with another. */
@Singleton
public final class TagComparisonStore {

  /** Of how many tags of each time the changes are looked at: those with the most talks. */
  private static final int CANDIDATES = 1_000;

  /** How many talks are looked at for tags that occur together. */
  static final int SAMPLE = 1_000;

  /**
   * By the difference of two proportions in standard errors, pooled (the two-proportion z-test):
   * neither a rare tag that doubled nor a tiny change of a common one comes first.
   */
  private static final String CHANGES =
      """
      WITH covered AS MATERIALIZED (
        SELECT period, talks FROM api.talk_count
         WHERE tag = '' AND length(period) = :length AND period <= coalesce(:period, '9999-99')
         ORDER BY period DESC LIMIT 2
      ), compared AS MATERIALIZED (
        SELECT later.period, later.talks AS covered, earlier.period AS before, earlier.talks AS covered_before,
               1 / CAST(later.talks AS double precision) + 1 / CAST(earlier.talks AS double precision) AS uncertain
          FROM covered later
          JOIN covered earlier ON earlier.period < later.period
      ), later AS MATERIALIZED (
        SELECT g.tag, g.talks FROM compared c
         CROSS JOIN LATERAL (SELECT tag, talks FROM api.talk_count WHERE period = c.period AND tag <> ''
                              ORDER BY talks DESC, tag COLLATE "C" LIMIT :candidates) AS g
      ), earlier AS MATERIALIZED (
        SELECT g.tag, g.talks FROM compared c
         CROSS JOIN LATERAL (SELECT tag, talks FROM api.talk_count WHERE period = c.before AND tag <> ''
                              ORDER BY talks DESC, tag COLLATE "C" LIMIT :candidates) AS g
      ), counted AS MATERIALIZED (
        SELECT c.*, g.tag,
               coalesce(g.talks, (SELECT talks FROM api.talk_count a WHERE a.tag = g.tag AND a.period = c.period), 0) AS talks,
               coalesce(g.talks_before, (SELECT talks FROM api.talk_count b WHERE b.tag = g.tag AND b.period = c.before), 0) AS talks_before
          FROM (SELECT tag, later.talks, earlier.talks AS talks_before FROM later FULL JOIN earlier USING (tag)) AS g
         CROSS JOIN compared c
      ), shared AS (
        SELECT *, CAST(talks AS double precision) / covered AS share,
               CAST(talks_before AS double precision) / covered_before AS share_before,
               CAST(talks + talks_before AS double precision) / (covered + covered_before) AS pooled
          FROM counted
      ), scored AS MATERIALIZED (
        SELECT *, coalesce((share - share_before)
                    / nullif(sqrt(pooled * (1 - pooled) * uncertain), 0), 0) AS score
          FROM shared
      ), first AS MATERIALIZED (
        SELECT * FROM scored ORDER BY abs(score) DESC, tag COLLATE "C" LIMIT :limit
      )
      SELECT s.*, (SELECT g.name FROM api.tag g WHERE g.slug = s.tag) AS name
        FROM first s
       ORDER BY abs(s.score) DESC, s.tag COLLATE "C"
      """;

  private static final String WITH_TAG =
      "SELECT talk_id FROM api.talk_tag WHERE slug = :tag ORDER BY talk_id LIMIT :sample";

  private static final String OF_ALL =
      """
      SELECT t.talk_id FROM api.talk t
       ORDER BY coalesce(t.date_start, '-infinity') DESC, t.document_id, t.ordinal, t.talk_id LIMIT :sample
      """;

  /** {@code OFFSET 0} keeps the planner from reading the tags of all talks for those of a few. */
  private static final String PAIRS =
      """
      WITH talk AS MATERIALIZED (
        %s
      ), tagged AS MATERIALIZED (
        SELECT t.talk_id, g.slug FROM talk t
         CROSS JOIN LATERAL (SELECT slug FROM api.talk_tag WHERE talk_id = t.talk_id OFFSET 0) AS g
      ), pair AS MATERIALIZED (
        SELECT a.slug AS tag, b.slug AS other, count(*) AS talks
          FROM tagged a
          JOIN tagged b ON b.talk_id = a.talk_id AND %s
         GROUP BY a.slug, b.slug
         ORDER BY talks DESC, a.slug COLLATE "C", b.slug COLLATE "C"
         LIMIT :limit
      )
      SELECT tag, (SELECT g.name FROM api.tag g WHERE g.slug = tag) AS name,
             other, (SELECT g.name FROM api.tag g WHERE g.slug = other) AS other_name,
             talks, (SELECT count(*) FROM talk) AS covered
        FROM pair
       ORDER BY talks DESC, tag COLLATE "C", other COLLATE "C"
      """;

  private static final String FROM_TAG = "a.slug = :tag AND b.slug <> :tag";
  private static final String EACH_ONCE = "a.slug COLLATE \"C\" < b.slug COLLATE \"C\"";

  private final Database database;

  TagComparisonStore(Database database) {
    this.database = database;
  }

  /**
   * The tags whose shares changed most from one year or month with talks to the next.
   *
   * @param period the later one, or the last before it that has talks; null for the latest of all
   */
  public List<TagChange> changes(Scale scale, @Nullable String period, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(CHANGES)
                .bind("length", scale.length())
                .bindByType("period", period, String.class)
                .bind("candidates", CANDIDATES)
                .bind("limit", limit)
                .map((row, context) -> change(row))
                .list());
  }

  private static TagChange change(ResultSet row) throws SQLException {
    double share = row.getDouble("share");
    double before = row.getDouble("share_before");
    return new TagChange(
        TagTrendStore.start(row.getString("period")),
        row.getString("period"),
        row.getString("before"),
        row.getString("tag"),
        row.getString("name"),
        row.getLong("talks"),
        row.getLong("covered"),
        share,
        row.getLong("talks_before"),
        row.getLong("covered_before"),
        before,
        share - before,
        row.getDouble("score"));
  }

  /**
   * The pairs of tags that the most talks have.
   *
   * @param tag one of the two; null for any
   */
  public List<TagPair> pairs(@Nullable String tag, int limit) {
    return database.read(
        handle -> {
          Query query = pairs(handle, tag).bind("sample", SAMPLE).bind("limit", limit);
          return query.map((row, context) -> pair(row)).list();
        });
  }

  private static Query pairs(Handle handle, @Nullable String tag) {
    return tag == null
        ? handle.createQuery(PAIRS.formatted(OF_ALL, EACH_ONCE))
        : handle.createQuery(PAIRS.formatted(WITH_TAG, FROM_TAG)).bind("tag", tag);
  }

  private static TagPair pair(ResultSet row) throws SQLException {
    long talks = row.getLong("talks");
    long covered = row.getLong("covered");
    return new TagPair(
        row.getString("tag"),
        row.getString("name"),
        row.getString("other"),
        row.getString("other_name"),
        talks,
        covered,
        (double) talks / covered);
  }
}
