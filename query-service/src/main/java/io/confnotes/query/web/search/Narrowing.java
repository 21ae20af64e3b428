package io.confnotes.query.web.search;

import io.confnotes.query.search.Facets;
import io.confnotes.query.search.match.TalkCount;
import io.confnotes.query.web.PageText;
import io.confnotes.query.web.chart.Bar;
import java.util.List;

/**
 * What a search can be narrowed down to.
 *
 * @param talks how many it found, in words
 * @param facets those with any values
 */
record Narrowing(String talks, List<Facet> facets) {

  /** The values of one kind, each with the search that it narrows this one down to. */
  record Facet(String id, String name, List<Bar> choices) {}

  static Narrowing of(String query, Facets facets) {
    List<Bar> years =
        Bar.of(
            facets.years(),
            year -> Integer.toString(year.year()),
            year ->
                search("%s after:%04d before:%04d".formatted(query, year.year(), year.year() + 1)),
            Facets.Year::talks);
    return new Narrowing(
        talks(facets.talks()),
        List.of(
                new Facet("tags", "Tags", choices(query, "tag", facets.tags())),
                new Facet("speakers", "Speakers", choices(query, "speaker", facets.speakers())),
                new Facet("events", "Events", choices(query, "event", facets.events())),
                new Facet("years", "Years", years))
            .stream()
            .filter(facet -> !facet.choices().isEmpty())
            .toList());
  }

  private static List<Bar> choices(String query, String operator, List<Facets.Value> values) {
    return Bar.of(
        values.stream()
            .filter(value -> !(" " + query + " ").contains(" " + term(operator, value) + " "))
            .toList(),
        Facets.Value::name,
        value -> search(query + " " + term(operator, value)),
        Facets.Value::talks);
  }

  private static String term(String operator, Facets.Value value) {
    String slug = value.slug();
    return "%s:%s".formatted(operator, slug.contains(" ") ? "\"" + slug + "\"" : slug);
  }

  private static String search(String query) {
    return "/talks?q=" + PageText.encoded(query.strip());
  }

  private static String talks(TalkCount count) {
    String talks = PageText.of(count.count(), "talk", "talks");
    return count.exact() ? talks : "More than " + talks;
  }
}
