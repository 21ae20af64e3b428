package io.confnotes.summary.deadletter;

import io.confnotes.summary.access.Sender;
import io.confnotes.summary.http.Problem;
import io.confnotes.summary.http.ProblemException;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads dead letters, and writes down what is decided about them. */
@Singleton
public final class DeadLetterStore {
  private static final String COLUMNS =
      """
      dead_letter_id, state, reason, document_id, submission_id, log_partition, log_offset, bytes,
      submitted_at, dead_lettered_at, attempts, decided_at, subject
      """;

  /** Where a dead letter came from, and where it is kept. */
  record Place(int logPartition, long logOffset, int letterPartition, long letterOffset) {}

  private final Jdbi jdbi;

  DeadLetterStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Lists them, the newest first.
   *
   * @param state null for all
   * @param reason null for all
   * @param before an id; those with lower ones are listed
   */
  List<DeadLetter> list(
      DeadLetter.@Nullable State state, @Nullable String reason, long before, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT %s FROM recorded.dead_letter
                     WHERE dead_letter_id < :before AND (CAST(:state AS text) IS NULL OR state = :state)
                       AND (CAST(:reason AS text) IS NULL OR reason = :reason)
                     ORDER BY dead_letter_id DESC LIMIT :most
                    """
                        .formatted(COLUMNS))
                .bind("state", state == null ? null : state.name().toLowerCase(Locale.ROOT))
                .bind("reason", reason)
                .bind("before", before)
                .bind("most", most)
                .map((row, context) -> deadLetter(row))
                .list());
  }

  /** The ids of those that wait, after one, in the order of the log. */
  List<Long> waiting(@Nullable String reason, long after, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT dead_letter_id FROM recorded.dead_letter
                     WHERE state = 'waiting' AND dead_letter_id > :after
                       AND (CAST(:reason AS text) IS NULL OR reason = :reason)
                     ORDER BY dead_letter_id LIMIT :most
                    """)
                .bind("reason", reason)
                .bind("after", after)
                .bind("most", most)
                .mapTo(Long.class)
                .list());
  }

  /**
   * One of them.
   *
   * @throws ProblemException if there is none of this id
   */
  DeadLetter get(long id) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT %s FROM recorded.dead_letter WHERE dead_letter_id = :id"
                            .formatted(COLUMNS))
                    .bind("id", id)
                    .map((row, context) -> deadLetter(row))
                    .findOne())
        .orElseThrow(() -> unknown(id));
  }

  /**
   * Where one is.
   *
   * @throws ProblemException if there is none of this id
   */
  Place place(long id) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT log_partition, log_offset, letter_partition, letter_offset
                          FROM recorded.dead_letter WHERE dead_letter_id = :id
                        """)
                    .bind("id", id)
                    .map(
                        (row, context) ->
                            new Place(
                                row.getInt("log_partition"),
                                row.getLong("log_offset"),
                                row.getInt("letter_partition"),
                                row.getLong("letter_offset")))
                    .findOne())
        .orElseThrow(() -> unknown(id));
  }

  /** Writes down that one was tried again and goes on waiting. */
  void refused(long id, String reason) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE recorded.dead_letter SET attempts = attempts + 1, reason = :reason
                     WHERE dead_letter_id = :id AND state = 'waiting'
                    """)
                .bind("id", id)
                .bind("reason", reason)
                .execute());
  }

  /**
   * Gives one up. Its bytes stay in the dead-letter topic.
   *
   * @return empty where it waits no more
   */
  Optional<DeadLetter> discard(long id, Sender sender) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    UPDATE recorded.dead_letter
                       SET state = 'discarded', decided_at = now(), subject = :subject, token_id = :tokenId
                     WHERE dead_letter_id = :id AND state = 'waiting'
                    RETURNING %s
                    """
                        .formatted(COLUMNS))
                .bind("id", id)
                .bind("subject", sender.subject())
                .bind("tokenId", sender.tokenId())
                .map((row, context) -> deadLetter(row))
                .findOne());
  }

  private static ProblemException unknown(long id) {
    return new ProblemException(
        Problem.of(
            "not-found",
            "Not found",
            404,
            "There is no dead letter %d. GET %s lists them."
                .formatted(id, DeadLetterResource.PATH)));
  }

  private static DeadLetter deadLetter(ResultSet row) throws SQLException {
    return new DeadLetter(
        row.getLong("dead_letter_id"),
        DeadLetter.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("reason"),
        row.getObject("document_id", UUID.class),
        row.getObject("submission_id", UUID.class),
        row.getInt("log_partition"),
        row.getLong("log_offset"),
        row.getInt("bytes"),
        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
        row.getObject("dead_lettered_at", OffsetDateTime.class).toInstant(),
        row.getInt("attempts"),
        instant(row.getObject("decided_at", OffsetDateTime.class)),
        row.getString("subject"));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
