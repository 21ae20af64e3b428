package io.confnotes.summary.store;

import io.confnotes.summary.decode.Envelope;
import io.confnotes.summary.decode.ParsedDocument;
import io.confnotes.summary.store.document.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What became of each submission, and which revisions a document has had. */
final class Submissions {
  private Submissions() {}

  /** What is recorded of the submission of a record. */
  sealed interface Earlier {
    /** Nothing of another record: the record is new, or the log is read again. */
    record None() implements Earlier {}

    /** That it became a dead letter, be it as this record or another. */
    record Rejected() implements Earlier {}

    /** The same as another record, so that this one is a retry. */
    record Same(@Nullable UUID documentId, long offset, Instant submittedAt) implements Earlier {}

    /** Something else. */
    record Other() implements Earlier {}
  }

  /**
   * Whether this record's submission was applied before, as another record: then it is a retry. The
   * same record again, as when the log is replayed, is none; nor is one whose first try became a
   * dead letter.
   */
  static Earlier earlier(Handle handle, Change change) {
    if (change.envelope().submissionId() == null) {
      return new Earlier.None();
    }
    return handle
        .createQuery(
            """
            SELECT document_id, revision, state, submitted_at, log_partition, log_offset
              FROM recorded.submission WHERE submission_id = :id
            """)
        .bind("id", change.envelope().submissionId())
        .map((row, context) -> earlier(row, change))
        .findFirst()
        .orElse(new Earlier.None());
  }

  private static Earlier earlier(ResultSet row, Change change) throws SQLException {
    Envelope envelope = change.envelope();
    if (row.getString("state").equals("dead-lettered")) {
      return new Earlier.Rejected();
    }
    if (row.getInt("log_partition") == envelope.partition()
        && row.getLong("log_offset") == envelope.offset()) {
      return new Earlier.None();
    }
    UUID documentId = row.getObject("document_id", UUID.class);
    if (Objects.equals(documentId, documentId(change))
        && Objects.equals(row.getString("revision"), revision(change))) {
      OffsetDateTime time = row.getObject("submitted_at", OffsetDateTime.class);
      return new Earlier.Same(
          documentId,
          row.getLong("log_offset"),
          time == null ? envelope.submittedAt() : time.toInstant());
    }
    return new Earlier.Other();
  }

  /** Records that an idempotency key was used for something else. */
  static void conflict(Handle handle, Change change) {
    handle
        .createUpdate(
            """
            UPDATE recorded.submission SET state = 'conflict', reason = 'idempotency-key-reused'
             WHERE submission_id = :id
            """)
        .bind("id", change.envelope().submissionId())
        .execute();
  }

  /**
   * Of records in a row that carry the same revision the first one counts. The log need not have it
   * any more, but what is recorded does.
   */
  static Origin origin(Handle handle, Change.Revised revised) {
    Envelope envelope = revised.envelope();
    return handle
        .createQuery(
            """
            SELECT submission_id, submitted_at
              FROM (SELECT revision, submission_id, submitted_at FROM recorded.revision
                     WHERE document_id = :documentId AND log_offset <= :offset
                     ORDER BY log_offset DESC LIMIT 1) AS last
             WHERE revision = :revision
            """)
        .bind("documentId", revised.document().documentId())
        .bind("offset", envelope.offset())
        .bind("revision", revised.document().revision())
        .map(
            (row, context) ->
                new Origin(
                    row.getObject(1, UUID.class),
                    row.getObject(2, OffsetDateTime.class).toInstant()))
        .findFirst()
        .orElse(new Origin(envelope.submissionId(), envelope.submittedAt()));
  }

  static void stored(Handle handle, Change.Revised revised, List<UUID> talkIds) {
    ParsedDocument document = revised.document();
    revision(handle, document.documentId(), document.revision(), revised.envelope());
    handle
        .createUpdate(
            """
            UPDATE recorded.submission SET state = 'superseded'
             WHERE document_id = :documentId AND state IN ('stored', 'unchanged')
            """)
        .bind("documentId", document.documentId())
        .execute();
    upsert(handle, revised, "stored", null, talks(document, talkIds));
  }

  static void unchanged(Handle handle, Change.Revised revised) {
    upsert(
        handle, revised, "unchanged", null, currentTalks(handle, revised.document().documentId()));
  }

  static void retracted(Handle handle, Change.Withdrawn withdrawn) {
    revision(handle, withdrawn.documentId(), null, withdrawn.envelope());
    handle
        .createUpdate(
            """
            UPDATE recorded.submission SET state = 'retracted'
             WHERE document_id = :documentId AND state IN ('stored', 'unchanged', 'superseded')
            """)
        .bind("documentId", withdrawn.documentId())
        .execute();
    upsert(handle, withdrawn, "retracted", null, "[]");
  }

  /**
   * What a dead letter carried, when something newer of its document is there. A retry of the
   * submission may have been applied meanwhile, which stands.
   */
  static void superseded(Handle handle, Change change) {
    UUID submissionId = change.envelope().submissionId();
    if (submissionId == null || !isApplied(handle, submissionId)) {
      upsert(handle, change, "superseded", null, "[]");
    }
  }

  private static boolean isApplied(Handle handle, UUID submissionId) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (SELECT FROM recorded.submission
                            WHERE submission_id = :id AND state <> 'dead-lettered')
            """)
        .bind("id", submissionId)
        .mapTo(boolean.class)
        .one();
  }

  static void rejected(Handle handle, Change.Rejected rejected) {
    upsert(handle, rejected, "dead-lettered", rejected.reason(), "[]");
  }

  private static void revision(
      Handle handle, UUID documentId, @Nullable String revision, Envelope envelope) {
    handle
        .createUpdate(
            """
            INSERT INTO recorded.revision (document_id, log_offset, revision, submission_id, submitted_at)
            VALUES (:documentId, :offset, :revision, :submissionId, :submittedAt)
            ON CONFLICT DO NOTHING
            """)
        .bind("documentId", documentId)
        .bind("offset", envelope.offset())
        .bind("revision", revision)
        .bind("submissionId", envelope.submissionId())
        .bind("submittedAt", envelope.submittedAtUtc())
        .execute();
  }

  /** A record without a submission id has nobody who asks for it. */
  private static void upsert(
      Handle handle, Change change, String state, @Nullable String reason, String talks) {
    Envelope envelope = change.envelope();
    if (envelope.submissionId() == null) {
      return;
    }
    handle
        .createUpdate(
            """
            INSERT INTO recorded.submission (submission_id, document_id, revision, state, reason, submitted_at,
                                             subject, token_id, log_partition, log_offset, talks)
            VALUES (:id, :documentId, :revision, :state, :reason, :submittedAt,
                    :subject, :tokenId, :partition, :offset, CAST(:talks AS jsonb))
            ON CONFLICT (submission_id) DO UPDATE
               SET document_id = excluded.document_id, revision = excluded.revision, state = excluded.state,
                   reason = excluded.reason, submitted_at = excluded.submitted_at,
                   subject = excluded.subject, token_id = excluded.token_id,
                   log_partition = excluded.log_partition, log_offset = excluded.log_offset,
                   talks = excluded.talks, processed_at = now()
            """)
        .bind("id", envelope.submissionId())
        .bind("documentId", documentId(change))
        .bind("revision", revision(change))
        .bind("state", state)
        .bind("reason", reason)
        .bind("submittedAt", envelope.submittedAtUtc())
        .bind("subject", envelope.subject())
        .bind("tokenId", envelope.tokenId())
        .bind("partition", envelope.partition())
        .bind("offset", envelope.offset())
        .bind("talks", talks)
        .execute();
  }

  private static @Nullable UUID documentId(Change change) {
    return switch (change) {
      case Change.Revised revised -> revised.document().documentId();
      case Change.Withdrawn withdrawn -> withdrawn.documentId();
      case Change.Rejected rejected -> null;
    };
  }

  private static @Nullable String revision(Change change) {
    return change instanceof Change.Revised revised ? revised.document().revision() : null;
  }

  private static String talks(ParsedDocument document, List<UUID> talkIds) {
    return IntStream.range(0, talkIds.size())
        .mapToObj(
            i ->
                "{\"talkNotesId\":\"%s\",\"talkId\":\"%s\"}"
                    .formatted(document.talks().get(i).talkNotesId(), talkIds.get(i)))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String currentTalks(Handle handle, UUID documentId) {
    return handle
        .createQuery(
            """
            SELECT coalesce(jsonb_agg(jsonb_build_object('talkNotesId', talk_notes_id, 'talkId', talk_id)
                                      ORDER BY ordinal), '[]')::text
              FROM derived.talk_notes WHERE document_id = :documentId
            """)
        .bind("documentId", documentId)
        .mapTo(String.class)
        .one();
  }
}
