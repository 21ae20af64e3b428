package io.confnotes.query.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confnotes.query.database.Database;
import io.confnotes.query.submission.Submission.StoredTalk;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads submissions. */
@Singleton
public final class SubmissionStore {

  private final Database database;
  private final ObjectMapper mapper;

  SubmissionStore(Database database, ObjectMapper mapper) {
    this.database = database;
    this.mapper = mapper;
  }

  /** What became of a submission, if it was processed. */
  public Optional<Submission> find(UUID id) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT submission_id, document_id, revision, state, reason, submitted_at,
                           processed_at, talks
                      FROM api.submission
                     WHERE submission_id = :id
                    """)
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
