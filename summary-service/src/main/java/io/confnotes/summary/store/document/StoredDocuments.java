package io.confnotes.summary.store.document;

import io.confnotes.summary.decode.ParsedDocument;
import io.confnotes.summary.decode.ParsedDocument.Kind;
import io.confnotes.summary.decode.ParsedDocument.Metadata;
import io.confnotes.summary.decode.ParsedDocument.ParsedBlock;
import io.confnotes.summary.decode.ParsedDocument.ParsedSpan;
import io.confnotes.summary.decode.ParsedDocument.ParsedTalk;
import io.confnotes.summary.decode.ParsedDocument.Speaker;
import io.confnotes.summary.vocabulary.AnalysedDocument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Documents as they are in the tables: what the analyser needs of them, and their analyses. */
public final class StoredDocuments {
  private StoredDocuments() {}

  /**
   * A document.
   *
   * @param talkIds the talk of each of its talk notes, in order
   */
  public record Stored(ParsedDocument document, List<UUID> talkIds) {

    /** Copies the list. */
    public Stored {
      talkIds = List.copyOf(talkIds);
    }
  }

  private record Notes(UUID talkId, ParsedTalk talk) {}

  /** A document as the log had it; empty where it was stored without its blocks. */
  public static Optional<Stored> read(Handle handle, UUID documentId) {
    Map<UUID, List<Speaker>> speakers = speakers(handle, documentId);
    List<Notes> notes =
        handle
            .createQuery(
                """
                SELECT talk_notes_id, talk_id, ordinal, title, line, span_start, span_end, confidence, blocks
                  FROM derived.talk_notes WHERE document_id = :id AND blocks IS NOT NULL ORDER BY ordinal
                """)
            .bind("id", documentId)
            .map((row, context) -> notes(row, speakers))
            .list();
    return handle
        .createQuery(
            """
            SELECT revision, media_type, event, date, author, source_url, document_key, reading_text
              FROM derived.document d
             WHERE document_id = :id
               AND EXISTS (SELECT FROM derived.talk_notes WHERE document_id = :id)
               AND NOT EXISTS (SELECT FROM derived.talk_notes WHERE document_id = :id AND blocks IS NULL)
            """)
        .bind("id", documentId)
        .map(
            (row, context) ->
                new Stored(
                    document(row, documentId, notes.stream().map(Notes::talk).toList()),
                    notes.stream().map(Notes::talkId).toList()))
        .findFirst();
  }

  /** Puts another analysis of the same revision in the place of the one that is stored. */
  public static void replace(Handle handle, AnalysedDocument analysed, List<UUID> talkIds) {
    handle
        .createUpdate("DELETE FROM derived.talk_notes WHERE document_id = :id")
        .bind("id", analysed.document().documentId())
        .execute();
    TalkNotesRows.insert(handle, analysed, talkIds);
  }

  private static ParsedDocument document(ResultSet row, UUID documentId, List<ParsedTalk> talks)
      throws SQLException {
    String event = row.getString("event");
    String date = row.getString("date");
    return new ParsedDocument(
        documentId,
        row.getString("revision"),
        new Metadata(
            event,
            date,
            row.getString("author"),
            row.getString("source_url"),
            row.getString("document_key")),
        event,
        date,
        row.getString("media_type"),
        row.getString("reading_text"),
        talks);
  }

  private static Notes notes(ResultSet row, Map<UUID, List<Speaker>> speakers) throws SQLException {
    UUID id = row.getObject("talk_notes_id", UUID.class);
    ParsedTalk talk =
        new ParsedTalk(
            id,
            row.getInt("ordinal"),
            row.getString("title"),
            speakers.getOrDefault(id, List.of()),
            row.getInt("line"),
            new ParsedSpan(row.getInt("span_start"), row.getInt("span_end")),
            row.getDouble("confidence"),
            blocks((Integer[]) row.getArray("blocks").getArray()));
    return new Notes(row.getObject("talk_id", UUID.class), talk);
  }

  private record SpeakerOf(UUID talkNotesId, Speaker speaker) {}

  /** The speakers of all talk notes of a document, by the id of the talk notes. */
  private static Map<UUID, List<Speaker>> speakers(Handle handle, UUID documentId) {
    return handle
        .createQuery(
            """
            SELECT s.talk_notes_id, s.name, s.handle, s.affiliation
              FROM derived.talk_notes_speaker s
              JOIN derived.talk_notes n USING (talk_notes_id)
             WHERE n.document_id = :id
             ORDER BY s.talk_notes_id, s.ordinal
            """)
        .bind("id", documentId)
        .map(
            (row, context) ->
                new SpeakerOf(
                    row.getObject(1, UUID.class),
                    new Speaker(row.getString(2), row.getString(3), row.getString(4))))
        .stream()
        .collect(
            Collectors.groupingBy(
                SpeakerOf::talkNotesId,
                Collectors.mapping(SpeakerOf::speaker, Collectors.toList())));
  }

  private static List<ParsedBlock> blocks(Integer[] numbers) {
    List<ParsedBlock> blocks = new ArrayList<>();
    for (int i = 0; i < numbers.length; i += 4) {
      blocks.add(
          new ParsedBlock(
              Kind.ofCode(numbers[i]),
              numbers[i + 1],
              new ParsedSpan(numbers[i + 2], numbers[i + 3])));
    }
    return blocks;
  }
}
