package io.confnotes.query.event;

import io.confnotes.query.database.Database;
import io.confnotes.query.http.SlugPosition;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads events. */
@Singleton
public final class EventStore {

  private final Database database;

  EventStore(Database database) {
    this.database = database;
  }

  /**
   * At most {@code limit} events, those with the most talks first.
   *
   * @param prefix what a word of the name, or the slug, begins with; empty for all
   */
  public List<Event> list(String prefix, @Nullable SlugPosition after, int limit) {
    SlugPosition position = after == null ? SlugPosition.FIRST : after;
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT slug, name, talks, date_start, date_end
                      FROM api.event
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
                .map((row, context) -> event(row))
                .list());
  }

  public Optional<Event> find(String slug) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT slug, name, talks, date_start, date_end FROM api.event WHERE slug = :slug")
                .bind("slug", slug)
                .map((row, context) -> event(row))
                .findOne());
  }

  private static Event event(ResultSet row) throws SQLException {
    return new Event(
        row.getString("slug"),
        row.getString("name"),
        row.getLong("talks"),
        row.getObject("date_start", LocalDate.class),
        row.getObject("date_end", LocalDate.class));
  }
}
