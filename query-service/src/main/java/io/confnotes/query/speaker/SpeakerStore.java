package io.confnotes.query.speaker;

import io.confnotes.query.database.Database;
import io.confnotes.query.name.NamePosition;
import io.confnotes.query.name.NameQuery;
import io.confnotes.query.name.NameQuery.Placed;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads speakers. */
@Singleton
public final class SpeakerStore {

  private static final String COLUMNS = "n.slug, n.name, n.handle, n.talks";

  private static final String COUNTED =
      """
      SELECT s.slug, min(s.name COLLATE "C") COLLATE "default" AS name,
             min(s.handle COLLATE "C") COLLATE "default" AS handle, count(DISTINCT s.talk_id) AS talks,
             max(t.date_start) AS last_talk
        FROM api.talk_speaker s
        LEFT JOIN api.talk t USING (talk_id)
       WHERE true %s
       GROUP BY s.slug
      """;

  private final Database database;

  SpeakerStore(Database database) {
    this.database = database;
  }

  /**
   * The speakers that are asked for, after a place or from the first.
   *
   * @param limit the most
   */
  public List<Placed<Speaker>> list(NameQuery query, @Nullable NamePosition after, int limit) {
    return database.read(
        handle ->
            query.read(
                handle,
                COLUMNS,
                "api.speaker",
                COUNTED,
                after,
                limit,
                (row, context) -> speaker(row)));
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
