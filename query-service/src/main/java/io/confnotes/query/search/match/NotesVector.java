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
    return matches("query", query.excludes());
  }

  /** The condition that they have its words, whose parameter is {@code :words}. */
  String hasWords(NotesQuery query) {
    return matches("words", query.excludes() && !query.hasPhrase());
  }

  private String matches(String parameter, boolean excludes) {
    return " n.%s @@ CAST(:%s AS tsquery)".formatted(column(), parameter)
        // What is excluded may be in the rest
        + (this == HEAD && excludes
            ? " AND n.search @@ CAST(:%s AS tsquery)".formatted(parameter)
            : "");
  }
}
