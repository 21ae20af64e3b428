package io.confnotes.query.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confnotes.query.database.Database;
import io.confnotes.query.http.Cursor;
import io.confnotes.query.http.Page;
import io.confnotes.query.parameter.TimeOrder;
import io.confnotes.query.submission.Submission.StoredTalk;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads submissions. */
@Singleton
public final class SubmissionStore {

  /** How submissions can be sorted, the usual way first. */
  public static final List<TimeOrder> ORDERS =
      Stream.of("-processedAt", "processedAt")
          .map(label -> new TimeOrder(label, "s.processed_at", "s.submission_id"))
          .toList();

  private static final String COLUMNS =
      """
      SELECT s.submission_id, s.document_id, s.revision, s.state, s.reason, s.submitted_at,
             s.processed_at, s.talks
        FROM api.submission s
      """;

  private final Database database;
  private final ObjectMapper mapper;

  SubmissionStore(Database database, ObjectMapper mapper) {
    this.database = database;
    this.mapper = mapper;
  }

  private List<Submission> list(
      SubmissionFilter filter, TimeOrder order, TimeOrder.@Nullable Position after, int limit) {
    String sql =
        "%s WHERE true %s %s ORDER BY %s LIMIT :limit"
            .formatted(COLUMNS, filter.conditions(), order.after(after), order.columns());
    return database.read(
        handle -> {
          Query query = filter.bind(handle.createQuery(sql)).bind("limit", limit);
          return order.bind(query, after).map((row, context) -> submission(row)).list();
        });
  }

  /**
   * A page of submissions.
   *
   * @param cursor of the page; null for the first one
   */
  public Page<Submission> page(
      SubmissionFilter filter, TimeOrder order, @Nullable String cursor, int size) {
    String query = "submissions %s %s".formatted(filter, order);
    TimeOrder.Position after = Cursor.decode(query, cursor, TimeOrder.Position::of);
    return Page.of(
        list(filter, order, after, size + 1),
        size,
        last -> Cursor.encode(query, last.processedAt(), last.submissionId()));
  }

  /**
   * What became of several submissions, by id; those that were not processed are not among them.
   */
  public Map<UUID, Submission> find(List<UUID> ids) {
    return database.read(
        handle ->
            handle
                .createQuery(COLUMNS + "WHERE s.submission_id = ANY(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map((row, context) -> submission(row))
                .collect(Collectors.toMap(Submission::submissionId, Function.identity())));
  }

  /** What became of a submission, if it was processed. */
  public Optional<Submission> find(UUID id) {
    return database.read(
        handle ->
            handle
                .createQuery(COLUMNS + "WHERE s.submission_id = :id")
                .bind("id", id)
                .map((row, context) -> submission(row))
                .findOne());
  }

  private Submission submission(ResultSet row) throws SQLException {
    return new Submission(
        row.getObject("submission_id", UUID.class),
        row.getObject("document_id", UUID.class),
        row.getString("revision"),
        row.getString("state"),
        row.getString("reason"),
        instant(row.getObject("submitted_at", OffsetDateTime.class)),
        row.getObject("processed_at", OffsetDateTime.class).toInstant(),
        talks(row.getString("talks")));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private List<StoredTalk> talks(String json) {
    try {
      return List.of(mapper.readValue(json, StoredTalk[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Talks are not as the schema says", e);
    }
  }
}
