package io.confnotes.query.web.curate;

import io.confnotes.query.database.Database;
import io.confnotes.query.web.PageText;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a speaker or an event can be taken apart into. */
@Singleton
final class Parts {

  private static final int MOST = 200;

  private final Database database;

  Parts(Database database) {
    this.database = database;
  }

  /**
   * One of them.
   *
   * @param id of a talk or a document
   * @param detail what tells it from others
   */
  record Part(UUID id, String title, String detail) {}

  /** The talks of a speaker, at most {@value #MOST}. */
  List<Part> talks(String speaker) {
    return parts(
        """
        SELECT t.talk_id, t.title, t.event, t.date, NULL
          FROM api.talk t
         WHERE EXISTS (SELECT FROM api.talk_speaker s WHERE s.talk_id = t.talk_id AND s.slug = :slug)
         ORDER BY t.date_start DESC NULLS LAST, t.talk_id
         LIMIT :most
        """,
        speaker);
  }

  /** The documents of an event, at most {@value #MOST}. */
  List<Part> documents(String event) {
    return parts(
        """
        SELECT d.document_id,
               coalesce((SELECT n.title FROM api.talk_notes n WHERE n.document_id = d.document_id ORDER BY n.ordinal LIMIT 1), 'No talk'),
               d.author, d.date, coalesce(d.source_url, d.document_key)
          FROM api.document_event e JOIN api.document d USING (document_id)
         WHERE e.event_slug = :slug
         ORDER BY d.submitted_at DESC, d.document_id
         LIMIT :most
        """,
        event);
  }

  private List<Part> parts(String sql, String slug) {
    return database.read(
        handle ->
            handle
                .createQuery(sql)
                .bind("slug", slug)
                .bind("most", MOST)
                .map((row, context) -> part(row))
                .list());
  }

  private static Part part(ResultSet row) throws SQLException {
    @Nullable String date = row.getString(4);
    String detail =
        Stream.of(
                Optional.ofNullable(row.getString(3)),
                Optional.ofNullable(date).map(PageText::day),
                Optional.ofNullable(row.getString(5)))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return new Part(row.getObject(1, UUID.class), row.getString(2), detail);
  }
}
