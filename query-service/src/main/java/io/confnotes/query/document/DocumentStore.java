package io.confnotes.query.document;

import io.confnotes.query.database.Database;
import io.confnotes.query.document.Document.DocumentTalk;
import io.confnotes.query.talk.Span;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads documents. */
@Singleton
final class DocumentStore {

  private final Database database;

  DocumentStore(Database database) {
    this.database = database;
  }

  Optional<Document> find(UUID id) {
    return database.read(
        handle -> {
          List<DocumentTalk> talks = talks(handle, id);
          return handle
              .createQuery(
                  """
                  SELECT document_id, revision, submission_id, submitted_at, media_type, event,
                         event_slug, date, author, source_url, document_key
                    FROM api.document
                   WHERE document_id = :id
                  """)
              .bind("id", id)
              .map((row, context) -> document(row, talks))
              .findOne();
        });
  }

  private static Document document(ResultSet row, List<DocumentTalk> talks) throws SQLException {
    return new Document(
        row.getObject("document_id", UUID.class),
        row.getString("revision"),
        row.getObject("submission_id", UUID.class),
        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
        row.getString("media_type"),
        row.getString("event"),
        row.getString("event_slug"),
        row.getString("date"),
        row.getString("author"),
        row.getString("source_url"),
        row.getString("document_key"),
        talks);
  }

  private static List<DocumentTalk> talks(Handle handle, UUID id) {
    return handle
        .createQuery(
            """
            SELECT talk_notes_id, talk_id, title, line, span_start, span_end
              FROM api.talk_notes
             WHERE document_id = :id
             ORDER BY ordinal
            """)
        .bind("id", id)
        .map(
            (row, context) ->
                new DocumentTalk(
                    row.getObject("talk_notes_id", UUID.class),
                    row.getObject("talk_id", UUID.class),
                    row.getString("title"),
                    row.getInt("line"),
                    new Span(row.getInt("span_start"), row.getInt("span_end"))))
        .list();
  }

  Optional<ReadingText> text(UUID id) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT revision, reading_text FROM api.document WHERE document_id = :id")
                .bind("id", id)
                .map(
                    (row, context) ->
                        new ReadingText(row.getString("revision"), row.getString("reading_text")))
                .findOne());
  }
}
