package io.confnotes.query.event;

import io.confnotes.query.database.Database;
import io.confnotes.query.name.NamePosition;
import io.confnotes.query.name.NameQuery;
import io.confnotes.query.name.NameQuery.Placed;
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

  private static final String COLUMNS = "n.slug, n.name, n.talks, n.date_start, n.date_end";

  private static final String COUNTED =
      """
      SELECT t.event_slug AS slug, min(t.event COLLATE "C") COLLATE "default" AS name, count(*) AS talks,
             min(t.date_start) AS date_start, max(t.date_end) AS date_end
        FROM api.talk t
       WHERE t.event_slug IS NOT NULL %s
       GROUP BY t.event_slug
      """;

  private final Database database;

  EventStore(Database database) {
    this.database = database;
  }

  /**
   * The events that are asked for, after a place or from the first.
   *
   * @param limit the most
   */
  public List<Placed<Event>> list(NameQuery query, @Nullable NamePosition after, int limit) {
    return database.read(
        handle ->
            query.read(
                handle, COLUMNS, "api.event", COUNTED, after, limit, (row, context) -> event(row)));
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
