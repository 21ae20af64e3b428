package io.confnotes.query.document;

import io.confnotes.query.database.Database;
import io.confnotes.query.document.Document.DocumentTalk;
import io.confnotes.query.document.Document.Revision;
import io.confnotes.query.http.Cursor;
import io.confnotes.query.http.Page;
import io.confnotes.query.parameter.TimeOrder;
import io.confnotes.query.talk.Span;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads documents. */
@Singleton
public final class DocumentStore {

  /** How documents can be sorted, the usual way first. */
  public static final List<TimeOrder> ORDERS =
      Stream.of("-submittedAt", "submittedAt")
          .map(label -> new TimeOrder(label, "d.submitted_at", "d.document_id"))
          .toList();

  private static final int MOST_REVISIONS = 200;

  private static final String COLUMNS =
      """
      SELECT d.document_id, d.revision, d.submission_id, d.submitted_at, d.media_type, d.event,
             d.event_slug, d.date, d.author, d.source_url, d.document_key
      """;

  private final Database database;

  DocumentStore(Database database) {
    this.database = database;
  }

  /**
   * A page of documents.
   *
   * @param cursor of the page; null for the first one
   */
  public Page<DocumentItem> page(
      DocumentFilter filter, TimeOrder order, @Nullable String cursor, int size) {
    String query = "documents %s %s".formatted(filter, order);
    TimeOrder.Position after = Cursor.decode(query, cursor, TimeOrder.Position::of);
    return Page.of(
        list(filter, order, after, size + 1),
        size,
        last -> Cursor.encode(query, last.submittedAt(), last.documentId()));
  }

  private List<DocumentItem> list(
      DocumentFilter filter, TimeOrder order, TimeOrder.@Nullable Position after, int limit) {
    String sql =
        """
        %s,
               (SELECT count(*) FROM api.talk_notes n WHERE n.document_id = d.document_id) AS talks,
               (SELECT count(*) FROM api.revision r WHERE r.document_id = d.document_id) AS revisions
          FROM %s d
         WHERE true %s %s
         ORDER BY %s
         LIMIT :limit
        """
            .formatted(
                COLUMNS,
                filter.state().view(),
                filter.conditions(),
                order.after(after),
                order.columns());
    return database.read(
        handle -> {
          Query query = filter.bind(handle.createQuery(sql)).bind("limit", limit);
          return order.bind(query, after).map((row, context) -> item(row, filter.state())).list();
        });
  }

  private static DocumentItem item(ResultSet row, DocumentState state) throws SQLException {
    return new DocumentItem(
        row.getObject("document_id", UUID.class),
        state.label(),
        row.getString("revision"),
        row.getObject("submission_id", UUID.class),
        submittedAt(row),
        row.getString("media_type"),
        row.getString("event"),
        row.getString("event_slug"),
        row.getString("date"),
        row.getString("author"),
        row.getString("source_url"),
        row.getString("document_key"),
        row.getInt("talks"),
        row.getInt("revisions"));
  }

  /**
   * A document that is there or was.
   *
   * @param withRevisions whether its revisions are wanted, too
   */
  public Optional<Document> find(UUID id, boolean withRevisions) {
    return database.read(
        handle -> {
          List<DocumentTalk> talks = talks(handle, id);
          List<Revision> revisions = withRevisions ? revisions(handle, id) : null;
          return Stream.of(DocumentState.values())
              .flatMap(state -> find(handle, id, state, talks, revisions).stream())
              .findFirst();
        });
  }

  private static Optional<Document> find(
      Handle handle,
      UUID id,
      DocumentState state,
      List<DocumentTalk> talks,
      @Nullable List<Revision> revisions) {
    return handle
        .createQuery("%s FROM %s d WHERE d.document_id = :id".formatted(COLUMNS, state.view()))
        .bind("id", id)
        .map((row, context) -> document(row, state, talks, revisions))
        .findOne();
  }

  private static Document document(
      ResultSet row,
      DocumentState state,
      List<DocumentTalk> talks,
      @Nullable List<Revision> revisions)
      throws SQLException {
    return new Document(
        row.getObject("document_id", UUID.class),
        state.label(),
        row.getString("revision"),
        row.getObject("submission_id", UUID.class),
        submittedAt(row),
        row.getString("media_type"),
        row.getString("event"),
        row.getString("event_slug"),
        row.getString("date"),
        row.getString("author"),
        row.getString("source_url"),
        row.getString("document_key"),
        talks,
        revisions);
  }

  private static Instant submittedAt(ResultSet row) throws SQLException {
    return row.getObject("submitted_at", OffsetDateTime.class).toInstant();
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

  private static List<Revision> revisions(Handle handle, UUID id) {
    return handle
        .createQuery(
            """
            SELECT revision, submission_id, submitted_at
              FROM api.revision
             WHERE document_id = :id
             ORDER BY log_offset DESC
             LIMIT :most
            """)
        .bind("id", id)
        .bind("most", MOST_REVISIONS)
        .map(
            (row, context) ->
                new Revision(
                    row.getString("revision"),
                    row.getObject("submission_id", UUID.class),
                    submittedAt(row)))
        .list();
  }

  /** The reading text of a document that is there. */
  public Optional<ReadingText> text(UUID id) {
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
