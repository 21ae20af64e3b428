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
      WITH matched AS (
        SELECT talk_id FROM unnest(CAST(:found AS uuid[])) AS m (talk_id)
      )
      """;

  private static final String LISTED =
      """
      WITH matched AS (
        SELECT t.talk_id
          FROM api.talk t
         WHERE true %s
         ORDER BY %s
         LIMIT :bound + 1
      )
      """;

  /**
   * All notes of a talk have its names, which are read together with any of them. Their day is no
   * year of a talk: without a date it is that of the submission.
   */
  private static final String COUNTS =
      """
      , named AS MATERIALIZED (
        SELECT n.names, t.date_start AS day
          FROM matched m
          JOIN api.talk t USING (talk_id)
         CROSS JOIN LATERAL (SELECT names FROM api.talk_search WHERE talk_id = m.talk_id LIMIT 1) AS n
      ), counted AS (
        SELECT split_part(name, ':', 1) AS facet, substr(name, strpos(name, ':') + 1) AS slug, count(*) AS talks
          FROM (SELECT unnest(names) AS name FROM named) AS each
         GROUP BY name
        UNION ALL
        SELECT 'year', CAST(date_part('year', day) AS text), count(*)
          FROM named WHERE day IS NOT NULL
         GROUP BY date_part('year', day)
        UNION ALL
        SELECT 'talks', '', count(*) FROM named
      ), ranked AS (
        SELECT facet, slug, talks,
               row_number() OVER (PARTITION BY facet ORDER BY talks DESC, slug COLLATE "C") AS rank
          FROM counted
      )
      SELECT facet, slug, talks,
             coalesce(CASE facet
                        WHEN 'event' THEN (SELECT name FROM api.event_start e WHERE e.slug = r.slug)
                        WHEN 'speaker' THEN (SELECT name FROM api.speaker s WHERE s.slug = r.slug)
                        WHEN 'tag' THEN (SELECT name FROM api.tag g WHERE g.slug = r.slug)
                      END, '') AS name
        FROM ranked r
       WHERE rank <= :most
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
        values(counted, "event"),
        values(counted, "speaker"),
        values(counted, "tag"),
        years(values(counted, "year")));
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
