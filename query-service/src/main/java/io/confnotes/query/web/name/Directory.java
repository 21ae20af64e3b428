package io.confnotes.query.web.name;

import io.confnotes.query.http.Page;
import io.confnotes.query.name.NameQuery;
import io.confnotes.query.web.PageText;
import io.confnotes.query.web.chart.Bar;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** How lists of names become pages. */
final class Directory {

  private static final int PAGE = 60;

  private Directory() {}

  /** A page of names, those with the most talks first. */
  static <T> DirectoryPage page(
      String heading,
      String path,
      String prefix,
      @Nullable String cursor,
      NameQuery.Names<T> names,
      Function<T, String> slug,
      Function<T, String> name,
      ToLongFunction<T> talks) {
    String begins = prefix.strip();
    Page<T> page = NameQuery.beginningWith(begins).page(path, cursor, PAGE, names);
    return new DirectoryPage(
        heading,
        path,
        begins,
        Bar.of(page.items(), name, of -> path + "/" + PageText.encoded(slug.apply(of)), talks),
        page.next() == null
            ? null
            : "%s?q=%s&cursor=%s"
                .formatted(path, PageText.encoded(begins), PageText.encoded(page.next())));
  }
}
