package io.confnotes.summary.store;

import io.confnotes.summary.access.Sender;
import io.confnotes.summary.decode.Envelope;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Dead letters as rows. */
final class DeadLetterRows {
  private DeadLetterRows() {}

  /**
   * Writes down a dead letter. Where the log is read again from its beginning, one that was
   * replayed waits again, and one that was discarded stays so.
   */
  static void keep(Handle handle, String topicId, Change.Rejected rejected) {
    Envelope envelope = rejected.envelope();
    Change.Letter letter = rejected.letter();
    handle
        .createUpdate(
            """
            INSERT INTO recorded.dead_letter (reason, document_id, submission_id, topic_id, log_partition, log_offset,
                                              letter_partition, letter_offset, bytes, submitted_at)
            VALUES (:reason, :documentId, :submissionId, :topicId, :partition, :offset,
                    :letterPartition, :letterOffset, :bytes, :submittedAt)
            ON CONFLICT (topic_id, log_partition, log_offset) DO UPDATE
               SET reason = excluded.reason, letter_partition = excluded.letter_partition,
                   letter_offset = excluded.letter_offset,
                   state = CASE dead_letter.state WHEN 'discarded' THEN 'discarded' ELSE 'waiting' END
            """)
        .bind("reason", rejected.reason())
        .bind("documentId", letter.documentId())
        .bind("submissionId", envelope.submissionId())
        .bind("topicId", topicId)
        .bind("partition", envelope.partition())
        .bind("offset", envelope.offset())
        .bind("letterPartition", letter.partition())
        .bind("letterOffset", letter.offset())
        .bind("bytes", letter.bytes())
        .bind("submittedAt", envelope.submittedAtUtc())
        .execute();
  }

  /** Whether a record is a dead letter that was not replayed. */
  static boolean isNotApplied(Handle handle, String topicId, Envelope envelope) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (SELECT FROM recorded.dead_letter
                            WHERE topic_id = :topicId AND log_partition = :partition AND log_offset = :offset
                              AND state <> 'replayed')
            """)
        .bind("topicId", topicId)
        .bind("partition", envelope.partition())
        .bind("offset", envelope.offset())
        .mapTo(boolean.class)
        .one();
  }

  /**
   * The id of the topic that a waiting dead letter came from; it waits until the transaction ends.
   */
  static Optional<String> waiting(Handle handle, long id) {
    return handle
        .createQuery(
            """
            SELECT topic_id FROM recorded.dead_letter
             WHERE dead_letter_id = :id AND state = 'waiting' FOR UPDATE
            """)
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
  }

  /** Whether something newer of the document was applied; all is, if the topic was made anew. */
  static boolean isSuperseded(Handle handle, String topicId, Change change) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (SELECT FROM derived.document_head
                            WHERE document_id = :documentId
                              AND (log_offset > :offset
                                   OR NOT EXISTS (SELECT FROM derived.progress WHERE topic_id = :topicId)))
            """)
        .bind("documentId", documentId(change))
        .bind("offset", change.envelope().offset())
        .bind("topicId", topicId)
        .mapTo(boolean.class)
        .one();
  }

  private static UUID documentId(Change change) {
    return switch (change) {
      case Change.Revised revised -> revised.document().documentId();
      case Change.Withdrawn withdrawn -> withdrawn.documentId();
      case Change.Rejected _ -> throw new IllegalArgumentException("nothing to apply");
    };
  }

  static void decided(Handle handle, long id, String state, Sender sender) {
    handle
        .createUpdate(
            """
            UPDATE recorded.dead_letter
               SET state = :state, attempts = attempts + 1, decided_at = now(), subject = :subject, token_id = :tokenId
             WHERE dead_letter_id = :id
            """)
        .bind("state", state)
        .bind("subject", sender.subject())
        .bind("tokenId", sender.tokenId())
        .bind("id", id)
        .execute();
  }
}
