package io.confnotes.query.search.match;

import java.util.Locale;

/** What of talk notes is searched. */
enum NotesVector {
  /** Title, speakers and key points. */
  HEAD,
  /** Those, headings and the notes. */
  SEARCH;

  /** Where it is stored. */
  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The condition that notes {@code n} answer a query, whose parameter is {@code :query}. */
  String answers(NotesQuery query) {
    return " n.%s @@ CAST(:query AS tsquery)".formatted(column())
        // What is excluded may be in the rest
        + (this == HEAD && query.excludes() ? " AND n.search @@ CAST(:query AS tsquery)" : "");
  }
}
