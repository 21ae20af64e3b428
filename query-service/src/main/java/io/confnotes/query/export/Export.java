package io.confnotes.query.export;

import io.confnotes.query.http.Page;
import io.confnotes.query.http.Paged;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All items of a list, from a place in it on. Read a page at a time while they are written, so that
 * the memory they take does not grow with the list.
 *
 * @param type of the items, a record
 * @param pages the page behind a cursor, null for the first; a large one
 */
public record Export<T extends Record>(
    Class<T> type, @Nullable String cursor, Function<@Nullable String, ? extends Paged<T>> pages) {

  public static final String CSV = "text/csv";
  public static final String NDJSON = "application/x-ndjson";

  public static final String ATOM = "application/atom+xml";
  public static final String LINKED_DATA = "application/ld+json";

  /** For {@code @Produces}: whoever takes anything gets a page, as JSON. */
  public static final String CSV_IF_ASKED = CSV + ";qs=0.2";

  public static final String NDJSON_IF_ASKED = NDJSON + ";qs=0.1";
  public static final String ATOM_IF_ASKED = ATOM + ";qs=0.05";
  public static final String LINKED_DATA_IF_ASKED = LINKED_DATA + ";qs=0.05";

  /** Rows that are read already. */
  public static <T extends Record> Export<T> ofRows(Class<T> type, List<T> rows) {
    return new Export<>(type, null, place -> new Page<>(rows, null));
  }

  /** Takes one item. */
  interface Sink<T> {
    void accept(T item) throws IOException;
  }

  void forEach(Sink<? super T> sink) throws IOException {
    Paged<T> page = pages.apply(cursor);
    while (true) {
      for (T item : page.items()) {
        sink.accept(item);
      }
      if (page.next() == null) {
        return;
      }
      page = pages.apply(page.next());
    }
  }
}
