package io.confnotes.query.search;

import io.confnotes.query.database.Database;
import io.confnotes.query.search.Facets.Count;
import io.confnotes.query.search.Facets.Value;
import io.confnotes.query.search.Facets.Year;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/** Counts talks, and what they have in common. */
@Singleton
public final class FacetStore {

  /** More talks than that are not counted. */
  private static final int BOUND = 10_000;

  private static final int MOST_VALUES = 10;

  private static final String FOUND =
      """
      WITH %1$s, hit AS (
        SELECT DISTINCT n.talk_id FROM api.talk_notes n JOIN %2$s
      ), matched AS MATERIALIZED (
        SELECT t.talk_id, t.event, t.event_slug, t.date_start, t.date_end
          FROM hit JOIN api.talk t USING (talk_id)
         WHERE true %3$s
         LIMIT :bound + 1
      )
      """;

  private static final String LISTED =
      """
      WITH matched AS MATERIALIZED (
        SELECT t.talk_id, t.event, t.event_slug, t.date_start, t.date_end
          FROM api.talk t
         WHERE true %s
         LIMIT :bound + 1
      )
      """;

  private static final String COUNTS =
      """
      , counted AS (
        SELECT 'events' AS facet, event_slug AS slug, min(event COLLATE "C") AS name, count(*) AS talks
          FROM matched WHERE event_slug IS NOT NULL GROUP BY event_slug
        UNION ALL
        SELECT 'speakers', slug, min(name COLLATE "C"), count(DISTINCT talk_id)
          FROM matched JOIN api.talk_speaker USING (talk_id) GROUP BY slug
        UNION ALL
        SELECT 'tags', slug, min(name COLLATE "C"), count(DISTINCT talk_id)
          FROM matched JOIN api.talk_tag USING (talk_id) GROUP BY slug
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

  /** Counts the talks that a query finds, up to 10,000 of them. */
  public Facets of(SearchQuery search) {
    String conditions = search.filter().conditions();
    boolean listed = search.words().isEmpty();
    String sql =
        listed
            ? LISTED.formatted(conditions)
            : FOUND.formatted(NotesMatch.QUERIES, NotesMatch.JOIN, conditions);
    return database.read(
        handle -> {
          Query query =
              search
                  .filter()
                  .bind(handle.createQuery(sql + COUNTS))
                  .bind("bound", BOUND)
                  .bind("most", MOST_VALUES);
          return facets(listed ? query : query.bind(NotesMatch.WORDS, search.words()));
        });
  }

  private static Facets facets(Query query) {
    Map<String, List<Value>> facets =
        query
            .map(
                (row, context) ->
                    new Counted(
                        row.getString("facet"),
                        new Value(
                            row.getString("slug"), row.getString("name"), row.getLong("talks"))))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Counted::facet, Collectors.mapping(Counted::value, Collectors.toList())));
    long talks = facets.getOrDefault("talks", List.of()).getFirst().talks();
    return new Facets(
        new Count(Math.min(talks, BOUND), talks <= BOUND),
        facets.getOrDefault("events", List.of()),
        facets.getOrDefault("speakers", List.of()),
        facets.getOrDefault("tags", List.of()),
        years(facets.getOrDefault("years", List.of())));
  }

  private static List<Year> years(List<Value> values) {
    List<Year> years = new ArrayList<>();
    values.forEach(value -> years.add(new Year(Integer.parseInt(value.slug()), value.talks())));
    return List.copyOf(years);
  }
}
