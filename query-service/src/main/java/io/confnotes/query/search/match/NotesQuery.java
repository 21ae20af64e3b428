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
 * @param words another, of what is asked for: notes that answer {@code text} have these words, and
 *     the index tells which have them; the same if the index can tell which answer {@code text}
 * @param excludes whether a word more can make notes that answer it some that do not
 * @param onlyExcludes whether nothing is asked for but that words are missing
 */
public record NotesQuery(String text, String words, boolean excludes, boolean onlyExcludes) {

  /** What is a word in a {@code tsquery}. */
  static final String WORD = "'(?:[^']++|'')*+'";

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

  /** What says in a {@code tsquery} how far a word is from the next. */
  private static final Pattern DISTANCE = Pattern.compile("(%s)|<(?:-|\\d+)>".formatted(WORD));

  private static final Pattern UNWANTED =
      Pattern.compile("(?<!\\S)-\\s*(\"[^\"]*(?:\"|$)|[^\\s\"]+)|\"[^\"]*(?:\"|$)");

  /** Whether the places of words matter, which the index does not know. */
  boolean hasPhrase() {
    return !words.equals(text);
  }

  /** Whether more than one word is asked for, which may often occur together. */
  boolean hasSeveralWords() {
    return words.contains("&");
  }

  /** Whether pairs of characters are asked for, which {@code api.bigrams} has to cut notes into. */
  public boolean hasPairs() {
    return Bigrams.areIn(text);
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
      return Optional.ofNullable(wanted)
          .map(text -> new NotesQuery(text, anywhere(text), false, false));
    }
    String others = "!(%s)".formatted(unwanted);
    if (wanted == null) {
      return Optional.of(new NotesQuery(others, others, true, true));
    }
    String text = "(%s) & %s".formatted(wanted, others);
    // Notes with all words of an excluded phrase may be wanted
    boolean known = anywhere(unwanted).equals(unwanted) && anywhere(wanted).equals(wanted);
    return Optional.of(new NotesQuery(text, known ? text : anywhere(wanted), true, false));
  }

  /** The same words, wherever they stand; a query that negates some is left alone. */
  private static String anywhere(String query) {
    return query.replaceAll(WORD, "").contains("!")
        ? query
        : DISTANCE
            .matcher(query)
            .replaceAll(
                part -> part.group(1) == null ? "&" : Matcher.quoteReplacement(part.group(1)));
  }
}
