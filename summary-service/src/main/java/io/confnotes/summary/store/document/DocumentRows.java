package io.confnotes.summary.store.document;

import io.confnotes.summary.analyse.Slug;
import io.confnotes.summary.decode.Envelope;
import io.confnotes.summary.decode.ParsedDocument;
import io.confnotes.summary.decode.ParsedDocument.Metadata;
import io.confnotes.summary.decode.ParsedDocument.ParsedTalk;
import io.confnotes.summary.vocabulary.AnalysedDocument;
import java.time.LocalDate;
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
public final class DocumentRows {
  private DocumentRows() {}

  /** The revision that is current; null for a document that is unknown or withdrawn. */
  public static @Nullable String currentRevision(Handle handle, UUID documentId) {
    return handle
        .createQuery("SELECT revision FROM derived.document_head WHERE document_id = :id")
        .bind("id", documentId)
        .mapTo(String.class)
        .findFirst()
        .orElse(null);
  }

  /** Whether a record of the document was applied, be it a retraction. */
  public static boolean isKnown(Handle handle, @Nullable UUID documentId) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT FROM derived.document_head WHERE document_id = CAST(:id AS uuid))")
        .bind("id", documentId)
        .mapTo(boolean.class)
        .one();
  }

  /** The log need not have the first record any more, but what is recorded does. */
  public static void advanceHead(
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
        .bind("submittedAt", envelope.submittedAtUtc())
        .execute();
  }

  /** Where the notes begin, after the lines of title and speakers. */
  static int bodyStart(ParsedTalk talk) {
    return talk.blocks().isEmpty() ? talk.span().end() : talk.blocks().getFirst().span().start();
  }

  /** Removes a document with all that is derived from it, but for its head. */
  public static void delete(Handle handle, UUID documentId) {
    handle
        .createUpdate("DELETE FROM derived.document WHERE document_id = :id")
        .bind("id", documentId)
        .execute();
  }

  /** Puts a revision in the place of the one before. */
  public static void replace(
      Handle handle, AnalysedDocument analysed, Origin origin, List<UUID> talkIds) {
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

  private static void insert(Handle handle, ParsedDocument document, Origin origin) {
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

  static String names(ParsedTalk talk) {
    return talk.speakers().stream()
        .map(
            speaker ->
                speaker.displayName() + (speaker.handle() == null ? "" : " " + speaker.handle()))
        .collect(Collectors.joining(", "));
  }
}
