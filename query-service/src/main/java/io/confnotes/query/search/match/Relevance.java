package io.confnotes.query.search.match;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.Query;

/**
 * How well notes answer a query, in SQL. Those whose title and speakers answer it come before the
 * others; of each, where its words are and how often counts.
 */
final class Relevance {

  /** Of notes {@code n}: at least 1 and less than 2, or less than 1; {@link #bind} binds it. */
  static final String SCORE =
      """
      CAST(
        CAST(n.search @@ CAST(:titled AS tsquery) AS integer)
          + ts_rank('{0.1, 0.3, 0.4, 1.0}', n.search, CAST(:query AS tsquery), 32)
        AS double precision)
      """;

  /** A word, and whether others that begin so are meant, too. */
  private static final Pattern WORD = Pattern.compile("%s(?::\\*)?".formatted(NotesQuery.WORD));

  private Relevance() {}

  /**
   * Binds a {@code tsquery} as {@code :query}, and what of it titles and speakers have to answer.
   */
  static Query bind(Query sql, String query) {
    return sql.bind("query", query).bind("titled", titled(query));
  }

  /** The same of words with the weight of titles and speakers alone. */
  private static String titled(String query) {
    return WORD.matcher(query)
        .replaceAll(
            word ->
                Matcher.quoteReplacement(word.group() + (word.group().endsWith("*") ? "A" : ":A")));
  }
}
