package io.confnotes.query.web.name;

import io.confnotes.query.http.Cursor;
import io.confnotes.query.http.Page;
import io.confnotes.query.http.SlugPosition;
import io.confnotes.query.web.PageText;
import io.confnotes.query.web.chart.Bar;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** How lists of names become pages. */
final class Directory {

  private static final int PAGE = 60;

  private Directory() {}

  /** Gives names that begin so, after a place, at most so many. */
  interface Names<T> {
    List<T> list(String prefix, @Nullable SlugPosition after, int limit);
  }

  /** A page of names, those with the most talks first. */
  static <T> DirectoryPage page(
      String heading,
      String path,
      String prefix,
      @Nullable String cursor,
      Names<T> names,
      Function<T, String> slug,
      Function<T, String> name,
      ToLongFunction<T> talks) {
    String begins = prefix.strip();
    String query = path + " " + begins;
    SlugPosition after = Cursor.decode(query, cursor, SlugPosition::of);
    Page<T> page =
        Page.of(
            names.list(begins, after, PAGE + 1),
            PAGE,
            last -> Cursor.encode(query, talks.applyAsLong(last), slug.apply(last)));
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
