package io.confnotes.query.tag;

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

/** Reads tags. */
@Singleton
public final class TagStore {

  private static final String COLUMNS = "n.slug, n.name, n.talks";

  private static final String COUNTED =
      """
      SELECT g.slug, min(g.name COLLATE "C") COLLATE "default" AS name, count(DISTINCT g.talk_id) AS talks,
             max(t.date_start) AS last_talk
        FROM api.talk_tag g
        LEFT JOIN api.talk t USING (talk_id)
       WHERE true %s
       GROUP BY g.slug
      """;

  private final Database database;

  TagStore(Database database) {
    this.database = database;
  }

  /**
   * The tags that are asked for, after a place or from the first.
   *
   * @param limit the most
   */
  public List<Placed<Tag>> list(NameQuery query, @Nullable NamePosition after, int limit) {
    return database.read(
        handle ->
            query.read(
                handle, COLUMNS, "api.tag", COUNTED, after, limit, (row, context) -> tag(row)));
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
