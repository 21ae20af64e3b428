package io.confnotes.summary.store.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confnotes.summary.analyse.Analysis;
import io.confnotes.summary.analyse.KeyPoint;
import io.confnotes.summary.analyse.Reason;
import io.confnotes.summary.analyse.Slug;
import io.confnotes.summary.analyse.Span;
import io.confnotes.summary.analyse.Tag;
import io.confnotes.summary.decode.ParsedDocument;
import io.confnotes.summary.decode.ParsedDocument.Kind;
import io.confnotes.summary.decode.ParsedDocument.ParsedBlock;
import io.confnotes.summary.decode.ParsedDocument.ParsedTalk;
import io.confnotes.summary.decode.ParsedDocument.Speaker;
import io.confnotes.summary.vocabulary.AnalysedDocument;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a revision's talk notes: their speakers, tags and key points, and what search looks
 * in.
 */
final class TalkNotesRows {
  /** What search looks in of a talk's notes: its first 100 kB, and of what stands out in them. */
  private static final int SEARCHED_BYTES = 100_000;

  private static final int SEARCHED_BYTES_OF_A_KIND = 20_000;

  private static final int SEARCHED_KEY_POINTS = 5;

  private static final ObjectMapper JSON = new ObjectMapper();

  private TalkNotesRows() {}

  private record Section(String title, int level, Span span) {}

  /**
   * Inserts the rows of a revision.
   *
   * @param talkIds the talk of each talk notes, in the order of the document
   */
  static void insert(Handle handle, AnalysedDocument analysed, List<UUID> talkIds) {
    insertNotes(handle, analysed, talkIds);
    insertSpeakers(handle, analysed.document());
    insertTags(handle, analysed);
    insertKeyPoints(handle, analysed);
  }

  private static void insertNotes(Handle handle, AnalysedDocument analysed, List<UUID> talkIds) {
    ParsedDocument document = analysed.document();
    CodePointText text = new CodePointText(document.readingText());
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO derived.talk_notes (talk_notes_id, talk_id, document_id, ordinal, title, line,
                                            span_start, span_end, body_start, confidence, language, analyser,
                                            sections, blocks, search, head, day, names)
            SELECT :notesId, :talkId, :documentId, :ordinal, :title, :line,
                   :start, :end, :bodyStart, :confidence, :language, :analyser,
                   CAST(:sections AS jsonb), :blocks, search, ts_filter(search, '{a,b}'),
                   coalesce(d.date_start, CAST(d.submitted_at AT TIME ZONE 'UTC' AS date)),
                   array(SELECT name FROM (SELECT unnest(CAST(:names AS text[])) UNION SELECT 'event:' || d.event_slug)
                                             AS own (name)
                          WHERE name IS NOT NULL ORDER BY name COLLATE "C")
              FROM derived.search_vector(:language, :title, :speakers, :keyPoints, :headings, :body) AS search
              JOIN derived.document d ON d.document_id = :documentId
            """);
    for (int i = 0; i < talkIds.size(); i++) {
      ParsedTalk talk = document.talks().get(i);
      Analysis analysis = analysed.analyses().get(i);
      List<Section> sections = sections(talk, text);
      batch
          .bind("notesId", talk.talkNotesId())
          .bind("talkId", talkIds.get(i))
          .bind("documentId", document.documentId())
          .bind("ordinal", talk.ordinal())
          .bind("title", talk.title())
          .bind("line", talk.line())
          .bind("start", talk.span().start())
          .bind("end", talk.span().end())
          .bind("bodyStart", DocumentRows.bodyStart(talk))
          .bind("confidence", talk.confidence())
          .bind("language", analysis.language())
          .bind("analyser", analysed.analyser())
          .bind("sections", json(sections))
          .bind("blocks", blocks(talk))
          .bind("names", names(talk, analysis))
          .bind("speakers", DocumentRows.names(talk))
          .bind("keyPoints", first(SEARCHED_BYTES_OF_A_KIND, lines(searched(analysis))))
          .bind(
              "headings",
              first(
                  SEARCHED_BYTES_OF_A_KIND, lines(sections.stream().map(Section::title).toList())))
          .bind("body", searched(talk, text))
          .add();
    }
    batch.execute();
  }

  /** What the talk is named after if no curator decided and nobody else has notes of it. */
  private static String[] names(ParsedTalk talk, Analysis analysis) {
    return Stream.concat(
            talk.speakers().stream().map(speaker -> "speaker:" + Slug.of(speaker.displayName())),
            analysis.tags().stream().map(tag -> "tag:" + tag.slug()))
        .toArray(String[]::new);
  }

  /** Kind, level, start and end of each block, as re-analysis needs them. */
  private static Integer[] blocks(ParsedTalk talk) {
    return talk.blocks().stream()
        .flatMap(
            block ->
                Stream.of(
                    block.kind().code(), block.level(), block.span().start(), block.span().end()))
        .toArray(Integer[]::new);
  }

  private static void insertSpeakers(Handle handle, ParsedDocument document) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO derived.talk_notes_speaker (talk_notes_id, ordinal, slug, name, handle, affiliation)
            VALUES (:notesId, :ordinal, :slug, :name, :handle, :affiliation)
            """);
    for (ParsedTalk talk : document.talks()) {
      int ordinal = 0;
      for (Speaker speaker : talk.speakers()) {
        batch
            .bind("notesId", talk.talkNotesId())
            .bind("ordinal", ordinal++)
            .bind("slug", Slug.of(speaker.displayName()))
            .bind("name", speaker.displayName())
            .bind("handle", speaker.handle())
            .bind("affiliation", speaker.affiliation())
            .add();
      }
    }
    execute(batch);
  }

  private static void insertTags(Handle handle, AnalysedDocument analysed) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO derived.talk_notes_tag (talk_notes_id, slug, name, score)
            VALUES (:notesId, :slug, :name, :score)
            """);
    for (int i = 0; i < analysed.analyses().size(); i++) {
      UUID notesId = analysed.document().talks().get(i).talkNotesId();
      for (Tag tag : analysed.analyses().get(i).tags()) {
        batch
            .bind("notesId", notesId)
            .bind("slug", tag.slug())
            .bind("name", tag.name())
            .bind("score", tag.score())
            .add();
      }
    }
    execute(batch);
  }

  /** The best key points: all of them together would be most of the notes. */
  private static List<String> searched(Analysis analysis) {
    return analysis.keyPoints().stream().limit(SEARCHED_KEY_POINTS).map(KeyPoint::text).toList();
  }

  private static void insertKeyPoints(Handle handle, AnalysedDocument analysed) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO derived.key_point (talk_notes_id, rank, text, span_start, span_end,
                                           lead_in_start, lead_in_end, score, reasons)
            VALUES (:notesId, :rank, :text, :start, :end, :leadInStart, :leadInEnd, :score,
                    CAST(:reasons AS jsonb))
            """);
    for (int i = 0; i < analysed.analyses().size(); i++) {
      UUID notesId = analysed.document().talks().get(i).talkNotesId();
      int rank = 1;
      for (KeyPoint point : analysed.analyses().get(i).keyPoints()) {
        Span leadIn = point.leadIn();
        batch
            .bind("notesId", notesId)
            .bind("rank", rank++)
            .bind("text", point.text())
            .bind("start", point.span().start())
            .bind("end", point.span().end())
            .bind("leadInStart", start(leadIn))
            .bind("leadInEnd", leadIn == null ? null : leadIn.end())
            .bind("score", point.score())
            .bind("reasons", json(point.reasons().stream().map(StoredReason::of).toList()))
            .add();
      }
    }
    execute(batch);
  }

  private record StoredReason(String kind, double value) {
    static StoredReason of(Reason reason) {
      return new StoredReason(reason.kind().name().toLowerCase(Locale.ROOT), reason.value());
    }
  }

  private static @Nullable Integer start(@Nullable Span span) {
    return span == null ? null : span.start();
  }

  private static void execute(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static List<Section> sections(ParsedTalk talk, CodePointText text) {
    return talk.blocks().stream()
        .filter(block -> block.kind() == Kind.HEADING)
        .map(block -> section(block, text))
        .toList();
  }

  private static Section section(ParsedBlock block, CodePointText text) {
    int start = block.span().start();
    int end = block.span().end();
    return new Section(text.slice(start, end), block.level(), new Span(start, end));
  }

  private static String searched(ParsedTalk talk, CodePointText text) {
    int start = talk.span().start();
    return first(
        SEARCHED_BYTES, text.slice(start, Math.min(talk.span().end(), start + SEARCHED_BYTES)));
  }

  /** As much of a text as fits into so many bytes of UTF-8. */
  private static String first(int bytes, String text) {
    if (text.length() <= bytes / 3) {
      return text;
    }
    ByteBuffer fitting = ByteBuffer.allocate(bytes);
    CharBuffer characters = CharBuffer.wrap(text);
    StandardCharsets.UTF_8.newEncoder().encode(characters, fitting, true);
    return text.substring(0, characters.position());
  }

  private static String lines(List<String> texts) {
    return texts.stream().collect(Collectors.joining("\n"));
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of strings and numbers can be written", e);
    }
  }
}
