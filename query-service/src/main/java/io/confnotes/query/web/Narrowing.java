package io.confnotes.query.web;

import io.confnotes.query.search.Facets;
import io.confnotes.query.search.match.TalkCount;
import java.util.List;
import java.util.Locale;

/**
 * What a search can be narrowed down to.
 *
 * @param talks how many it found, in words
 * @param facets those with any values
 */
record Narrowing(String talks, List<Facet> facets) {

  /** The values of one kind. */
  record Facet(String id, String name, List<Choice> choices) {}

  /**
   * A value that would narrow it down.
   *
   * @param query what to search for then
   */
  record Choice(String name, String query, long talks) {}

  static Narrowing of(String query, Facets facets) {
    List<Choice> years =
        facets.years().stream()
            .map(
                year ->
                    new Choice(
                        Integer.toString(year.year()),
                        "%s after:%04d before:%04d".formatted(query, year.year(), year.year() + 1),
                        year.talks()))
            .toList();
    return new Narrowing(
        talks(facets.talks()),
        List.of(
                new Facet("events", "Events", choices(query, "event", facets.events())),
                new Facet("speakers", "Speakers", choices(query, "speaker", facets.speakers())),
                new Facet("topics", "Topics", choices(query, "tag", facets.tags())),
                new Facet("years", "Years", years))
            .stream()
            .filter(facet -> !facet.choices().isEmpty())
            .toList());
  }

  private static List<Choice> choices(String query, String operator, List<Facets.Value> values) {
    return values.stream()
        .map(
            value ->
                new Choice(value.name(), narrowed(query, operator, value.slug()), value.talks()))
        .filter(choice -> !choice.query().equals(query))
        .toList();
  }

  /** The query with one operator more; as it is where it has that already. */
  private static String narrowed(String query, String operator, String slug) {
    String term = "%s:%s".formatted(operator, slug.contains(" ") ? "\"" + slug + "\"" : slug);
    boolean there = (" " + query + " ").contains(" " + term + " ");
    return there ? query : (query + " " + term).strip();
  }

  private static String talks(TalkCount count) {
    String number = String.format(Locale.ROOT, "%,d", count.count());
    if (!count.exact()) {
      return "More than %s talks".formatted(number);
    }
    return count.count() == 1 ? "1 talk" : number + " talks";
  }
}
