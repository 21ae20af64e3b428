package io.confnotes.ingest.document;

import io.confnotes.ingest.context.Context;
import io.confnotes.ingest.context.Found;
import io.confnotes.ingest.context.LanguageFinder;
import io.confnotes.ingest.read.Readers;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.read.text.Reading;
import io.confnotes.ingest.segment.Correction;
import io.confnotes.ingest.segment.Segmenter;
import io.confnotes.ingest.segment.TalkNotes;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a document: its source, what a reader made of it, and the talks found in it.
 *
 * @param documentId the same for all revisions
 * @param revision identifies this one; equal sources with equal metadata, path and corrections have
 *     equal revisions
 * @param path the file's name and folders, evidence for event and date; null where it came without
 * @param corrections what the submitter says about the talks, by line; at most {@value #MAX_TALKS}
 * @param context what the document says about its event and date
 * @param languages of each of the talks, in their order
 * @param talks in the order of the document, at most {@value #MAX_TALKS} in a document that is
 *     published
 */
public record Document(
    UUID documentId,
    String revision,
    Metadata metadata,
    @Nullable String path,
    String source,
    List<Correction> corrections,
    Reading reading,
    Context context,
    List<String> languages,
    List<TalkNotes> talks) {

  public static final int MAX_TALKS = 500;

  public Document {
    corrections = List.copyOf(corrections);
    languages = List.copyOf(languages);
    talks = List.copyOf(talks);
  }

  /** Reads and segments a decoded source. */
  public static Document of(
      String source,
      Format format,
      Metadata metadata,
      @Nullable String path,
      List<Correction> corrections) {
    Reading reading = Readers.read(source, format);
    List<TalkNotes> talks = Segmenter.segment(reading, corrections);
    return new Document(
        Identity.documentId(metadata, source),
        Identity.revision(source, format.mediaType(), metadata, path, corrections),
        metadata,
        path,
        source,
        corrections,
        reading,
        Context.of(reading, path),
        LanguageFinder.of(reading, talks),
        talks);
  }

  /** The event that the submitter named, else the one that was found. */
  public @Nullable String event() {
    Found found = context.event();
    return metadata.event() != null || found == null ? metadata.event() : found.value();
  }

  /** The date that the submitter named, else the one that was found. */
  public @Nullable String date() {
    Found found = context.date();
    return metadata.date() != null || found == null ? metadata.date() : found.value();
  }

  /** The day of a talk, where a heading names it; else the document's date. */
  public @Nullable String dateOf(TalkNotes talk) {
    String day = context.dayOf(talk.span());
    return day == null ? date() : day;
  }

  /** The id of the talk notes at this place of {@link #talks()}. */
  public UUID talkNotesId(int ordinal) {
    return Identity.talkNotesId(documentId, revision, ordinal);
  }
}
