package io.confnotes.query.web.chart;

import io.confnotes.query.search.Facets;
import io.confnotes.query.web.PageText;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A name with a count, drawn as a bar in a list of such.
 *
 * @param href where the name leads
 * @param width 0 to 100, of the longest bar of the list
 */
public record Bar(String name, String href, long count, double width) {

  /** A bar for each item, in their order. */
  public static <T> List<Bar> of(
      List<T> items, Function<T, String> name, Function<T, String> href, ToLongFunction<T> count) {
    long most = Math.max(1, items.stream().mapToLong(count).max().orElse(1));
    return items.stream()
        .map(
            item -> {
              long of = count.applyAsLong(item);
              return new Bar(
                  name.apply(item), href.apply(item), of, Math.round(1_000.0 * of / most) / 10.0);
            })
        .toList();
  }

  /**
   * A bar for each value of a facet, which leads to the page of that name.
   *
   * @param path of such pages, like {@code /tags/}
   * @param without the slug of the page that shows the list, which leads nowhere new
   */
  public static List<Bar> of(List<Facets.Value> values, String path, String without) {
    return of(
        values.stream().filter(value -> !value.slug().equals(without)).toList(),
        Facets.Value::name,
        value -> path + PageText.encoded(value.slug()),
        Facets.Value::talks);
  }
}
