package io.confnotes.summary.store;

import io.confnotes.summary.analyse.Slug;
import io.confnotes.summary.decode.Envelope;
import io.confnotes.summary.decode.ParsedDocument;
import io.confnotes.summary.decode.ParsedDocument.Metadata;
import io.confnotes.summary.decode.ParsedDocument.ParsedTalk;
import io.confnotes.summary.vocabulary.AnalysedDocument;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one document: the document itself, and through {@link TalkNotesRows} its talk notes.
 */
final class DocumentRows {
  /** How much of a talk's notes is compared with those of another revision. */
  private static final int COMPARED_CODE_POINTS = 50_000;

  private DocumentRows() {}

  /**
   * Talk notes of the current revision.
   *
   * @param assignedTo the talk they were given to, which may be merged into {@code talkId} by now
   */
  record Known(UUID talkId, UUID assignedTo, TalkMatcher.Candidate candidate) {}

  /** The revision that is current; null for a document that is unknown or withdrawn. */
  static @Nullable String currentRevision(Handle handle, UUID documentId) {
    return handle
        .createQuery("SELECT revision FROM derived.document_head WHERE document_id = :id")
        .bind("id", documentId)
        .mapTo(String.class)
        .findFirst()
        .orElse(null);
  }

  /** Whether a record of the document was applied, be it a retraction. */
  static boolean isKnown(Handle handle, @Nullable UUID documentId) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT FROM derived.document_head WHERE document_id = CAST(:id AS uuid))")
        .bind("id", documentId)
        .mapTo(boolean.class)
        .one();
  }

  /** The log need not have the first record any more, but what is recorded does. */
  static void advanceHead(
      Handle handle, UUID documentId, @Nullable String revision, Envelope envelope) {
    handle
        .createUpdate(
            """
            INSERT INTO derived.document_head (document_id, revision, log_offset, first_submitted_at)
            VALUES (:id, :revision, :offset,
                    coalesce((SELECT submitted_at FROM recorded.revision
                               WHERE document_id = :id ORDER BY log_offset LIMIT 1), :submittedAt))
            ON CONFLICT (document_id) DO UPDATE SET revision = :revision, log_offset = :offset
            """)
        .bind("id", documentId)
        .bind("revision", revision)
        .bind("offset", envelope.offset())
        .bind("submittedAt", utc(envelope))
        .execute();
  }

  static List<Known> known(Handle handle, UUID documentId) {
    return handle
        .createQuery(
            """
            SELECT n.talk_id, coalesce(a.talk_id, n.talk_id) AS assigned_to, n.title,
                   ARRAY(SELECT s.name FROM derived.talk_notes_speaker s
                          WHERE s.talk_notes_id = n.talk_notes_id ORDER BY s.ordinal) AS speakers,
                   left(substr(d.reading_text, n.body_start + 1, n.span_end - n.body_start), :compared) AS body
              FROM derived.talk_notes n
              JOIN derived.document d USING (document_id)
              LEFT JOIN recorded.talk_assignment a USING (talk_notes_id)
             WHERE n.document_id = :id
             ORDER BY n.ordinal
            """)
        .bind("id", documentId)
        .bind("compared", COMPARED_CODE_POINTS)
        .map(
            (rows, context) ->
                new Known(
                    rows.getObject("talk_id", UUID.class),
                    rows.getObject("assigned_to", UUID.class),
                    new TalkMatcher.Candidate(
                        rows.getString("title"),
                        List.of((String[]) rows.getArray("speakers").getArray()),
                        rows.getString("body"))))
        .list();
  }

  /** The notes without the lines of title and speakers, as far as they are compared. */
  static String body(ParsedTalk talk, CodePointText text) {
    int start = bodyStart(talk);
    return text.slice(start, Math.min(talk.span().end(), start + COMPARED_CODE_POINTS));
  }

  static int bodyStart(ParsedTalk talk) {
    return talk.blocks().isEmpty() ? talk.span().end() : talk.blocks().getFirst().span().start();
  }

  static void delete(Handle handle, UUID documentId) {
    handle
        .createUpdate("DELETE FROM derived.document WHERE document_id = :id")
        .bind("id", documentId)
        .execute();
  }

  /** Puts a revision in the place of the one before. */
  static void replace(
      Handle handle, AnalysedDocument analysed, Submissions.Origin origin, List<UUID> talkIds) {
    delete(handle, analysed.document().documentId());
    insert(handle, analysed.document(), origin);
    TalkNotesRows.insert(handle, analysed, talkIds);
  }

  /**
   * The event of a document as curators call it, null where it has none. Reading {@code recorded}
   * alone, as the document may not be in the tables yet.
   */
  static @Nullable String eventSlug(Handle handle, ParsedDocument document) {
    return handle
        .createQuery(
            """
            SELECT coalesce(a.canonical, given.slug)
              FROM (SELECT coalesce((SELECT event FROM recorded.event_assignment WHERE document_id = :id),
                                    CAST(:slug AS text)) AS slug) AS given
              LEFT JOIN recorded.alias a ON a.kind = 'event' AND a.slug = given.slug
            """)
        .bind("id", document.documentId())
        .bind("slug", document.event() == null ? null : Slug.of(document.event()))
        .mapTo(String.class)
        .findFirst()
        .orElse(null);
  }

  private static void insert(Handle handle, ParsedDocument document, Submissions.Origin origin) {
    Metadata metadata = document.metadata();
    handle
        .createUpdate(
            """
            INSERT INTO derived.document (document_id, revision, submission_id, submitted_at, media_type,
                                          event, event_slug, date, date_start, date_end,
                                          author, source_url, document_key, reading_text)
            VALUES (:id, :revision, :submissionId, :submittedAt, :mediaType,
                    :event, :eventSlug, :date, :dateStart, :dateEnd,
                    :author, :sourceUrl, :documentKey, :readingText)
            """)
        .bind("id", document.documentId())
        .bind("revision", document.revision())
        .bind("submissionId", origin.submissionId())
        .bind("submittedAt", origin.submittedAt().atOffset(ZoneOffset.UTC))
        .bind("mediaType", document.mediaType())
        .bind("event", document.event())
        .bind("eventSlug", document.event() == null ? null : Slug.of(document.event()))
        .bind("date", document.date())
        .bind("dateStart", document.date() == null ? null : firstDay(document.date()))
        .bind("dateEnd", document.date() == null ? null : lastDay(document.date()))
        .bind("author", metadata.author())
        .bind("sourceUrl", metadata.sourceUrl())
        .bind("documentKey", metadata.document())
        .bind("readingText", document.readingText())
        .execute();
  }

  private static LocalDate firstDay(String date) {
    return switch (date.length()) {
      case 4 -> LocalDate.parse(date + "-01-01");
      case 7 -> LocalDate.parse(date + "-01");
      default -> day(date);
    };
  }

  private static LocalDate lastDay(String date) {
    return switch (date.length()) {
      case 4 -> LocalDate.parse(date + "-12-31");
      case 7 -> YearMonth.parse(date).atEndOfMonth();
      default -> day(date);
    };
  }

  /** The contract's pattern lets 30 February through; it counts as the last day of its month. */
  private static LocalDate day(String date) {
    YearMonth month = YearMonth.parse(date.substring(0, 7));
    return month.atDay(Math.min(Integer.parseInt(date.substring(8)), month.lengthOfMonth()));
  }

  static OffsetDateTime utc(Envelope envelope) {
    return envelope.submittedAt().atOffset(ZoneOffset.UTC);
  }

  static String names(ParsedTalk talk) {
    return talk.speakers().stream()
        .map(
            speaker ->
                speaker.displayName() + (speaker.handle() == null ? "" : " " + speaker.handle()))
        .collect(Collectors.joining(", "));
  }
}
