package io.confnotes.ingest.http;

import io.confnotes.ingest.document.Document;
import io.confnotes.ingest.read.text.Span;
import io.confnotes.ingest.segment.Evidence;
import io.confnotes.ingest.segment.TalkNotes;
import io.confnotes.ingest.segment.people.Speaker;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The talks that were understood, as answers show them. */
final class Outline {
  private Outline() {}

  /**
   * One talk.
   *
   * @param line the line of the source where the talk begins, from 1
   * @param span half open, in Unicode code points of the reading text
   * @param confidence that it is a talk, 0 to 1
   * @param reason what it was recognised by
   * @param fields how sure each field is, and what made it so
   * @param date its day where a heading names one, else the document's date
   * @param language primary language subtag of BCP 47, "und" where unsure
   */
  @Schema(name = "OutlineTalk")
  record Talk(
      UUID talkNotesId,
      String title,
      List<Speaker> speakers,
      int line,
      Span span,
      double confidence,
      String reason,
      Fields fields,
      @Nullable String event,
      @Nullable String date,
      String language) {}

  /** What the fields of a talk rest on. */
  @Schema(name = "OutlineFields")
  record Fields(Evidence title, Evidence speakers) {}

  /** The first talks, as many as a document that is published may have. */
  static List<Talk> of(Document document) {
    return IntStream.range(0, Math.min(document.talks().size(), Document.MAX_TALKS))
        .mapToObj(ordinal -> talk(document, ordinal))
        .toList();
  }

  private static Talk talk(Document document, int ordinal) {
    TalkNotes talk = document.talks().get(ordinal);
    return new Talk(
        document.talkNotesId(ordinal),
        talk.title(),
        talk.speakers(),
        talk.line(),
        talk.span(),
        talk.confidence(),
        talk.reason(),
        new Fields(talk.titleEvidence(), talk.speakersEvidence()),
        document.event(),
        document.dateOf(talk),
        document.languages().get(ordinal));
  }
}
