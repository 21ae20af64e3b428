package io.confnotes.query.suggest;

import io.confnotes.query.database.Database;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds names by how they begin. */
@Singleton
final class SuggestionStore {

  /** Titles are one of many kinds, so that they may not take all places. */
  private static final int TITLES = 4;

  /** Of titles that begin alike, as many are counted. */
  private static final int COUNTED_TITLES = 100;

  private static final String NAMES =
      """
      SELECT kind, name, slug, talks
        FROM api.term
       WHERE kind IN ('tag', 'speaker', 'event')
         AND (plain LIKE :prefix OR plain LIKE '% ' || :prefix)
       ORDER BY talks DESC, plain COLLATE "C", kind, slug COLLATE "C"
       LIMIT :most
      """;

  private static final String TITLES_ALIKE =
      """
      SELECT 'title' AS kind, min(title COLLATE "C") AS name, NULL AS slug, count(*) AS talks
        FROM (SELECT title FROM api.talk
               WHERE left(api.plain(title), 100) COLLATE "C" LIKE :prefix
               ORDER BY left(api.plain(title), 100) COLLATE "C", talk_id
               LIMIT :counted) AS alike
       GROUP BY api.plain(title)
       ORDER BY talks DESC, api.plain(title) COLLATE "C"
       LIMIT :most
      """;

  private static final String SIMILAR =
      """
      SELECT kind, name, slug, talks
        FROM api.term
       WHERE kind IN ('tag', 'speaker', 'event') AND api.plain(:typed) <% plain
       ORDER BY word_similarity(api.plain(:typed), plain) DESC, talks DESC, plain COLLATE "C", kind, slug COLLATE "C"
       LIMIT :most
      """;

  private final Database database;

  SuggestionStore(Database database) {
    this.database = database;
  }

  /**
   * Names of which a word begins as it is typed, those with the most talks first, and titles that
   * begin so; if that is not enough, names that are spelt alike. Case and accents do not matter.
   */
  List<Suggestion> of(String typed, int most) {
    return database.read(
        handle -> {
          String prefix = prefix(handle, typed);
          List<Suggestion> all = new ArrayList<>(names(handle, prefix, most));
          List<Suggestion> titles = titles(handle, prefix, Math.min(most, TITLES));
          while (all.size() + titles.size() > most) {
            all.removeLast();
          }
          all.addAll(titles);
          if (all.size() < most) {
            similar(handle, typed, most).stream()
                .filter(name -> !all.contains(name))
                .forEach(all::add);
          }
          return all.stream().limit(most).toList();
        });
  }

  /** What is typed as a pattern for LIKE. */
  private static String prefix(Handle handle, String typed) {
    String plain =
        handle
            .createQuery("SELECT api.plain(:typed)")
            .bind("typed", typed)
            .mapTo(String.class)
            .one();
    return plain.replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }

  private static List<Suggestion> names(Handle handle, String prefix, int most) {
    return list(handle.createQuery(NAMES).bind("prefix", prefix), most);
  }

  private static List<Suggestion> titles(Handle handle, String prefix, int most) {
    // The index has them in order; the planner expects few, and would rather sort them all
    handle.execute("SET LOCAL enable_sort = off");
    return list(
        handle.createQuery(TITLES_ALIKE).bind("prefix", prefix).bind("counted", COUNTED_TITLES),
        most);
  }

  private static List<Suggestion> similar(Handle handle, String typed, int most) {
    return list(handle.createQuery(SIMILAR).bind("typed", typed), most);
  }

  private static List<Suggestion> list(Query query, int most) {
    return query
        .bind("most", most)
        .map(
            (row, context) ->
                new Suggestion(
                    row.getString("kind"),
                    row.getString("name"),
                    row.getString("slug"),
                    row.getLong("talks")))
        .list();
  }
}
