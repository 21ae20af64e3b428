package io.confnotes.query.web.compare;

import io.confnotes.query.database.Database;
import io.confnotes.query.web.PageText;
import io.confnotes.query.web.compare.Comparison.Row;
import io.confnotes.query.web.compare.Comparison.Side;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** Compares what two events, or two years, were about. */
@Singleton
final class ComparisonStore {

  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  /** How many tags. */
  private static final int LIMIT = 30;

  private static final String TAGS_OF_YEAR =
      "SELECT tag AS slug, talks FROM api.talk_count WHERE period = :%1$s AND tag <> ''";

  private static final String TAGS_OF_EVENT =
      """
      SELECT g.slug, count(*) AS talks
        FROM api.talk t
        JOIN api.talk_tag g USING (talk_id)
       WHERE t.event_slug = :%1$s
       GROUP BY g.slug
      """;

  /** Sorted by the larger share: what is common to both, or marks one of them, comes first. */
  private static final String ROWS =
      """
      WITH lefts AS (%s), rights AS (%s), row AS MATERIALIZED (
        SELECT slug, coalesce(l.talks, 0) AS lefts, coalesce(r.talks, 0) AS rights
          FROM lefts l
          FULL JOIN rights r USING (slug)
         ORDER BY greatest(coalesce(l.talks, 0) * CAST(:rightCovered AS numeric),
                           coalesce(r.talks, 0) * CAST(:leftCovered AS numeric)) DESC,
                  slug COLLATE "C"
         LIMIT :limit
      )
      SELECT slug, lefts, rights,
             (SELECT g.name FROM api.tag g WHERE g.slug = row.slug) AS name
        FROM row
       ORDER BY greatest(lefts * CAST(:rightCovered AS numeric), rights * CAST(:leftCovered AS numeric)) DESC,
                slug COLLATE "C"
      """;

  private final Database database;

  ComparisonStore(Database database) {
    this.database = database;
  }

  /**
   * Compares two.
   *
   * @param left a year or the slug or name of an event
   * @return empty where there are no talks of one of them
   */
  Optional<Comparison> compare(String left, String right) {
    return database.read(
        handle -> {
          Optional<Side> first = side(handle, left);
          Optional<Side> second = side(handle, right);
          return first.flatMap(one -> second.map(other -> compare(handle, one, other)));
        });
  }

  /** A year or event; empty where there are no talks of it. */
  Optional<Side> side(String key) {
    return database.read(handle -> side(handle, key));
  }

  private static Optional<Side> side(Handle handle, String key) {
    return isYear(key) ? year(handle, key) : event(handle, key);
  }

  private static Optional<Side> year(Handle handle, String year) {
    return handle
        .createQuery("SELECT talks FROM api.talk_count WHERE tag = '' AND period = :year")
        .bind("year", year)
        .mapTo(Long.class)
        .findOne()
        .map(
            talks ->
                new Side(
                    year,
                    year,
                    "/talks?q=after:%s%%20before:%04d".formatted(year, next(year)),
                    talks));
  }

  private static Optional<Side> event(Handle handle, String event) {
    return handle
        .createQuery(
            """
            SELECT slug, name, talks FROM api.event
             WHERE slug = :event OR lower(name) = lower(:event)
             ORDER BY talks DESC, slug COLLATE "C" LIMIT 1
            """)
        .bind("event", event)
        .map(
            (row, context) ->
                new Side(
                    row.getString("slug"),
                    row.getString("name"),
                    "/events/" + PageText.encoded(row.getString("slug")),
                    row.getLong("talks")))
        .findOne();
  }

  private static Comparison compare(Handle handle, Side left, Side right) {
    return new Comparison(
        left,
        right,
        handle
            .createQuery(ROWS.formatted(tags(left, "left"), tags(right, "right")))
            .bind("left", left.key())
            .bind("right", right.key())
            .bind("leftCovered", left.covered())
            .bind("rightCovered", right.covered())
            .bind("limit", LIMIT)
            .map(
                (row, context) ->
                    new Row(
                        row.getString("slug"),
                        row.getString("name"),
                        row.getLong("lefts"),
                        row.getLong("rights")))
            .list());
  }

  private static String tags(Side side, String parameter) {
    return (isYear(side.key()) ? TAGS_OF_YEAR : TAGS_OF_EVENT).formatted(parameter);
  }

  private static boolean isYear(String key) {
    return YEAR.matcher(key).matches();
  }

  private static int next(String year) {
    return Integer.parseInt(year) + 1;
  }
}
