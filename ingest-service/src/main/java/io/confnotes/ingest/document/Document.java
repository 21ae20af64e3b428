package io.confnotes.ingest.document;

import io.confnotes.ingest.read.Readers;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.read.text.Reading;
import io.confnotes.ingest.segment.Segmenter;
import io.confnotes.ingest.segment.TalkNotes;
import java.util.List;
import java.util.UUID;

/**
 * One revision of a document: its source, what a reader made of it, and the talks found in it.
 *
 * @param documentId the same for all revisions
 * @param revision identifies this one; equal sources with equal metadata have equal revisions
 * @param talks in the order of the document, at most {@value #MAX_TALKS} in a document that is
 *     published
 */
public record Document(
    UUID documentId,
    String revision,
    Metadata metadata,
    String source,
    Reading reading,
    List<TalkNotes> talks) {

  public static final int MAX_TALKS = 500;

  public Document {
    talks = List.copyOf(talks);
  }

  /** Reads and segments a decoded source. */
  public static Document of(String source, Format format, Metadata metadata) {
    Reading reading = Readers.read(source, format);
    return new Document(
        Identity.documentId(metadata, source),
        Identity.revision(source, format.mediaType(), metadata),
        metadata,
        source,
        reading,
        Segmenter.segment(reading));
  }

  /** The id of the talk notes at this place of {@link #talks()}. */
  public UUID talkNotesId(int ordinal) {
    return Identity.talkNotesId(documentId, revision, ordinal);
  }
}
