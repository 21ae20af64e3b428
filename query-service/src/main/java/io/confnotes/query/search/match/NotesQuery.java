package io.confnotes.query.search.match;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the vectors of notes.
 *
 * <p>Notes are indexed by the stems of their language, and a query does not say its own. So it is
 * read once in each language, and as the words stand, for names; notes answer it if they answer any
 * of these readings. What is excluded is read apart, or the other languages, which know other stems
 * of it, would let it in again.
 *
 * @param text a {@code tsquery}
 * @param excludes whether a word more can make notes that answer it some that do not
 * @param onlyExcludes whether nothing is asked for but that words are missing
 */
public record NotesQuery(String text, boolean excludes, boolean onlyExcludes) {

  private static final String SQL =
      """
      WITH reading AS (
        SELECT api.search_query(configuration, :wanted) AS wanted,
               api.search_query(configuration, :unwanted) AS unwanted
          FROM (SELECT configuration FROM api.search_language
                UNION ALL
                SELECT CAST('api.plain' AS regconfig)) AS known
      )
      SELECT string_agg(DISTINCT '(' || CAST(wanted AS text) || ')', ' | ') FILTER (WHERE numnode(wanted) > 0),
             string_agg(DISTINCT '(' || CAST(unwanted AS text) || ')', ' | ') FILTER (WHERE numnode(unwanted) > 0)
        FROM reading
      """;

  private static final Pattern UNWANTED =
      Pattern.compile("(?<!\\S)-\\s*(\"[^\"]*(?:\"|$)|[^\\s\"]+)|\"[^\"]*(?:\"|$)");

  /** Whether words have to stand together. */
  boolean hasPhrase() {
    return text.contains("<");
  }

  /**
   * Reads words as people type them into search engines: quotes, OR and a leading minus mean
   * something, nothing is an error. Empty if there is nothing to search for in them.
   */
  static Optional<NotesQuery> of(Handle handle, String words) {
    StringBuilder wanted = new StringBuilder();
    StringBuilder unwanted = new StringBuilder();
    String cut = Bigrams.of(words);
    Matcher part = UNWANTED.matcher(cut);
    while (part.find()) {
      if (part.group(1) == null) {
        part.appendReplacement(wanted, Matcher.quoteReplacement(part.group()));
      } else {
        part.appendReplacement(wanted, " ");
        unwanted.append(unwanted.isEmpty() ? "" : " or ").append(part.group(1));
      }
    }
    part.appendTail(wanted);
    return handle
        .createQuery(SQL)
        .bind("wanted", wanted.toString())
        .bind("unwanted", unwanted.toString())
        .map((row, context) -> of(row.getString(1), row.getString(2)))
        .one();
  }

  private static Optional<NotesQuery> of(@Nullable String wanted, @Nullable String unwanted) {
    if (unwanted == null) {
      return Optional.ofNullable(wanted).map(text -> new NotesQuery(text, false, false));
    }
    String others = "!(%s)".formatted(unwanted);
    return Optional.of(
        wanted == null
            ? new NotesQuery(others, true, true)
            : new NotesQuery("(%s) & %s".formatted(wanted, others), true, false));
  }
}
