package io.confnotes.query.search;

/**
 * The part of an SQL query that finds talk notes by words.
 *
 * <p>Notes are indexed with the configuration of their language, so each is asked in its own. Names
 * of speakers are indexed as they stand, whatever the language, so the words as they stand are
 * asked for as well; but not where something is excluded, because what one form of the query
 * excludes the other would let in again. The union of all these queries is what the index is asked,
 * once; it may find too much.
 */
final class NotesMatch {

  /** The parameter with the words. */
  static final String WORDS = "q";

  /** Common table expressions. */
  static final String QUERIES =
      """
      word AS (
        SELECT language, configuration, websearch_to_tsquery(configuration, :q) AS stemmed,
               websearch_to_tsquery('simple', :q) AS plain
          FROM (VALUES %s) AS known (language, configuration)
      ), language_query AS MATERIALIZED (
        SELECT language, configuration,
               CASE WHEN CAST(stemmed AS text) LIKE '%%!%%' THEN stemmed ELSE stemmed || plain END AS query
          FROM word
      ), any_language AS MATERIALIZED (
        SELECT CAST(string_agg(DISTINCT '(' || CAST(query AS text) || ')', ' | ') AS tsquery) AS query
          FROM language_query
         WHERE numnode(query) > 0
      )
      """
          .formatted(SearchLanguage.VALUES);

  /** Joins {@code api.talk_notes n} with the {@code language_query l} that finds it. */
  static final String JOIN =
      """
      language_query l
            ON l.language = %s
           AND n.search @@ (SELECT query FROM any_language)
           AND n.search @@ l.query
      """
          .formatted(SearchLanguage.OF_NOTES);

  private NotesMatch() {}
}
