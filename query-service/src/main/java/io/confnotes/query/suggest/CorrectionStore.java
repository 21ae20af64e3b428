package io.confnotes.query.suggest;

import io.confnotes.query.database.Database;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Finds words that somebody may have meant. */
@Singleton
public final class CorrectionStore {

  private static final int MOST_WORDS = 10;

  private static final Pattern WORD =
      Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}-])[\\p{L}\\p{M}]{4,40}(?![\\p{L}\\p{M}\\p{N}])");

  /**
   * Of words that nothing is named, those with most trigrams in common: few, but not the nearest.
   */
  private static final String SQL =
      """
      SELECT typed.word, near.plain, near.typed
        FROM unnest(CAST(:words AS text[])) AS typed (word)
       CROSS JOIN LATERAL (
             SELECT t.plain, t.talks, api.plain(typed.word) AS typed
               FROM api.term t
              WHERE t.kind = 'word' AND t.plain % api.plain(typed.word)
              ORDER BY similarity(t.plain, api.plain(typed.word)) DESC, t.talks DESC, t.plain COLLATE "C"
              LIMIT 50) AS near
       WHERE NOT EXISTS (SELECT FROM api.term k WHERE k.kind = 'word' AND k.slug = api.plain(typed.word))
       ORDER BY near.talks DESC, near.plain COLLATE "C"
      """;

  private record Near(String typed, String word, int distance) {
    /** Two letters may be wrong in a longer word, one in a short one. */
    boolean isNearEnough() {
      return distance <= (typed.codePointCount(0, typed.length()) < 6 ? 1 : 2);
    }
  }

  private final Database database;

  CorrectionStore(Database database) {
    this.database = database;
  }

  /**
   * For words that are nowhere in names, titles and key points, the nearest ones that are: by
   * letters that differ, then by how many talks they are in. Of the first ten words.
   *
   * @param typed words as they are typed into a search
   * @return the typed words with the corrected ones, in lower case and without accents
   */
  public Map<String, String> of(String typed) {
    String[] words =
        WORD.matcher(typed)
            .results()
            .map(MatchResult::group)
            .distinct()
            .limit(MOST_WORDS)
            .toArray(String[]::new);
    if (words.length == 0) {
      return Map.of();
    }
    return database.read(handle -> near(handle, words)).stream()
        .filter(Near::isNearEnough)
        .sorted(Comparator.comparingInt(Near::distance))
        .collect(
            Collectors.toMap(
                Near::typed, Near::word, (nearest, next) -> nearest, LinkedHashMap::new));
  }

  private static List<Near> near(Handle handle, String[] words) {
    // Two letters swapped leave a quarter of the trigrams
    handle.execute("SET LOCAL pg_trgm.similarity_threshold = 0.2");
    return handle
        .createQuery(SQL)
        .bind("words", words)
        .map(
            (row, context) ->
                new Near(
                    row.getString("word"),
                    row.getString("plain"),
                    EditDistance.of(row.getString("typed"), row.getString("plain"))))
        .list();
  }

  /** A query with its words corrected; operators and what they ask for stay. */
  public static String corrected(String query, Map<String, String> corrections) {
    return WORD.matcher(query)
        .replaceAll(
            word -> Matcher.quoteReplacement(corrections.getOrDefault(word.group(), word.group())));
  }
}
