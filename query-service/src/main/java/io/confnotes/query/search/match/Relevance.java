package io.confnotes.query.search.match;

/**
 * How well notes answer a query, in SQL. Those whose title and speakers answer it come before the
 * others; of each, where its words are and how often counts.
 */
final class Relevance {

  /**
   * Joined to notes {@code n}, so that a long vector, which is stored apart from its row, is
   * fetched once and not once a use.
   */
  static final String JOIN =
      " CROSS JOIN LATERAL (SELECT n.search || CAST('' AS tsvector) AS words OFFSET 0) AS vector ";

  /** At least 1 and less than 2, or less than 1; the parameter is {@code :query}. */
  static final String SCORE =
      """
      CAST(
        CAST(ts_filter(vector.words, '{a}') @@ CAST(:query AS tsquery) AS integer)
          + ts_rank('{0.1, 0.3, 0.4, 1.0}', vector.words, CAST(:query AS tsquery), 32)
        AS double precision)
      """;

  private Relevance() {}
}
