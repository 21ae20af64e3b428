package io.confnotes.query.search;

import io.confnotes.query.database.Database;
import io.confnotes.query.search.Facets.Value;
import io.confnotes.query.search.Facets.Year;
import io.confnotes.query.search.match.Candidates;
import io.confnotes.query.search.match.TalkCount;
import io.confnotes.query.talk.TalkFilter;
import io.confnotes.query.talk.TalkOrder;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Counts talks, and what they have in common. */
@Singleton
public final class FacetStore {

  /** More talks than that are not counted. */
  private static final int BOUND = Candidates.MOST;

  private static final int MOST_VALUES = 10;

  private static final String FOUND =
      """
      WITH matched AS MATERIALIZED (
        SELECT t.talk_id, t.event, t.event_slug, t.date_start, t.date_end
          FROM api.talk t
         WHERE t.talk_id = ANY(:found)
      )
      """;

  private static final String LISTED =
      """
      WITH matched AS MATERIALIZED (
        SELECT t.talk_id, t.event, t.event_slug, t.date_start, t.date_end
          FROM api.talk t
         WHERE true %s
         ORDER BY %s
         LIMIT :bound + 1
      )
      """;

  /** {@code OFFSET 0} keeps the planner from reading the names of all talks for those of a few. */
  private static final String COUNTS =
      """
      , counted AS (
        SELECT 'events' AS facet, event_slug AS slug, min(event COLLATE "C") AS name, count(*) AS talks
          FROM matched WHERE event_slug IS NOT NULL GROUP BY event_slug
        UNION ALL
        SELECT 'speakers', slug, min(name COLLATE "C"), count(DISTINCT talk_id)
          FROM matched m
         CROSS JOIN LATERAL (SELECT slug, name FROM api.talk_speaker WHERE talk_id = m.talk_id OFFSET 0) AS n GROUP BY slug
        UNION ALL
        SELECT 'tags', slug, min(name COLLATE "C"), count(DISTINCT talk_id)
          FROM matched m
         CROSS JOIN LATERAL (SELECT slug, name FROM api.talk_tag WHERE talk_id = m.talk_id OFFSET 0) AS n GROUP BY slug
        UNION ALL
        SELECT 'years', CAST(year AS text), '', count(*)
          FROM (SELECT date_part('year', date_start) AS year, date_part('year', date_end) AS last FROM matched) AS dated
         WHERE year = last GROUP BY year
      ), ranked AS (
        SELECT facet, slug, name, talks,
               row_number() OVER (PARTITION BY facet ORDER BY talks DESC, slug COLLATE "C") AS rank
          FROM counted
      )
      SELECT facet, slug, name, talks, rank FROM ranked WHERE rank <= :most
      UNION ALL
      SELECT 'talks', '', '', count(*), 1 FROM matched
      ORDER BY facet, rank
      """;

  private record Counted(String facet, Value value) {}

  private final Database database;

  FacetStore(Database database) {
    this.database = database;
  }

  /** Counts the talks that a query finds, up to {@link Candidates#MOST} of them. */
  public Facets of(SearchQuery search) {
    return database.read(
        handle -> {
          if (search.words().isEmpty()) {
            return listed(handle, search);
          }
          Candidates found = Candidates.of(handle, search.words(), search.filter(), false);
          return found(handle, found.talks(), found.count());
        });
  }

  /**
   * Counts talks that were found.
   *
   * @param count how many they are
   */
  Facets of(Set<UUID> talks, TalkCount count) {
    return database.read(handle -> found(handle, talks, count));
  }

  private static Facets listed(Handle handle, SearchQuery search) {
    TalkFilter.Resolved filter = search.filter().resolve(handle);
    // Of many talks the newest are wanted, never all
    handle.execute("SET LOCAL enable_seqscan = off");
    TalkOrder order = TalkOrder.NEWEST;
    String conditions = filter.conditions() + filter.days(order.day());
    String sql = LISTED.formatted(conditions, order.columns()) + COUNTS;
    List<Counted> counted = counted(filter.bind(handle.createQuery(sql)).bind("bound", BOUND));
    long talks = values(counted, "talks").getFirst().talks();
    return facets(new TalkCount(Math.min(talks, BOUND), talks <= BOUND), counted);
  }

  private static Facets found(Handle handle, Set<UUID> talks, TalkCount count) {
    Query query = handle.createQuery(FOUND + COUNTS).bind("found", talks.toArray(UUID[]::new));
    return facets(count, counted(query));
  }

  private static List<Counted> counted(Query query) {
    return query
        .bind("most", MOST_VALUES)
        .map(
            (row, context) ->
                new Counted(
                    row.getString("facet"),
                    new Value(row.getString("slug"), row.getString("name"), row.getLong("talks"))))
        .list();
  }

  private static Facets facets(TalkCount talks, List<Counted> counted) {
    return new Facets(
        talks,
        values(counted, "events"),
        values(counted, "speakers"),
        values(counted, "tags"),
        years(values(counted, "years")));
  }

  private static List<Value> values(List<Counted> counted, String facet) {
    return counted.stream()
        .filter(value -> value.facet().equals(facet))
        .map(Counted::value)
        .toList();
  }

  private static List<Year> years(List<Value> values) {
    List<Year> years = new ArrayList<>();
    values.forEach(value -> years.add(new Year(Integer.parseInt(value.slug()), value.talks())));
    return List.copyOf(years);
  }
}
