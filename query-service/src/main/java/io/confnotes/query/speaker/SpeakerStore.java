package io.confnotes.query.speaker;

import io.confnotes.query.database.Database;
import io.confnotes.query.http.SlugPosition;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads speakers. */
@Singleton
public final class SpeakerStore {

  private final Database database;

  SpeakerStore(Database database) {
    this.database = database;
  }

  /**
   * At most {@code limit} speakers, those with the most talks first.
   *
   * @param prefix what a word of the name, or the slug, begins with; empty for all
   */
  public List<Speaker> list(String prefix, @Nullable SlugPosition after, int limit) {
    SlugPosition position = after == null ? SlugPosition.FIRST : after;
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT slug, name, handle, talks
                      FROM api.speaker
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
                .map((row, context) -> speaker(row))
                .list());
  }

  public Optional<Speaker> find(String slug) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT slug, name, handle, talks FROM api.speaker WHERE slug = :slug")
                .bind("slug", slug)
                .map((row, context) -> speaker(row))
                .findOne());
  }

  private static Speaker speaker(ResultSet row) throws SQLException {
    return new Speaker(
        row.getString("slug"),
        row.getString("name"),
        row.getString("handle"),
        row.getLong("talks"));
  }
}
