package io.confnotes.query.tag;

import io.confnotes.query.database.Database;
import io.confnotes.query.http.SlugPosition;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads tags. */
@Singleton
public final class TagStore {

  private final Database database;

  TagStore(Database database) {
    this.database = database;
  }

  /**
   * At most {@code limit} tags, those with the most talks first.
   *
   * @param prefix what a word of the name, or the slug, begins with; empty for all
   */
  public List<Tag> list(String prefix, @Nullable SlugPosition after, int limit) {
    SlugPosition position = after == null ? SlugPosition.FIRST : after;
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT slug, name, talks
                      FROM api.tag
                     WHERE (starts_with(slug, lower(:prefix))
                            OR position(' ' || lower(:prefix) IN ' ' || lower(name)) > 0)
                       AND (talks < :talks OR (talks = :talks AND slug COLLATE "C" > :slug))
                     ORDER BY talks DESC, slug COLLATE "C"
                     LIMIT :limit
                    """)
                .bind("prefix", prefix)
                .bind("talks", position.talks())
                .bind("slug", position.slug())
                .bind("limit", limit)
                .map((row, context) -> tag(row))
                .list());
  }

  public Optional<Tag> find(String slug) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT slug, name, talks FROM api.tag WHERE slug = :slug")
                .bind("slug", slug)
                .map((row, context) -> tag(row))
                .findOne());
  }

  private static Tag tag(ResultSet row) throws SQLException {
    return new Tag(row.getString("slug"), row.getString("name"), row.getLong("talks"));
  }
}
