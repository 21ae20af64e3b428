package io.confnotes.ingest.http;

import io.confnotes.ingest.document.Document;
import io.confnotes.ingest.read.text.Span;
import io.confnotes.ingest.segment.people.Speaker;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The talks that were understood, as answers show them. */
final class Outline {
  private Outline() {}

  /**
   * One talk.
   *
   * @param line the line of the source where the talk begins, from 1
   * @param span half open, in Unicode code points of the reading text
   * @param confidence 0 to 1
   */
  @Schema(name = "OutlineTalk")
  record Talk(
      UUID talkNotesId,
      String title,
      List<Speaker> speakers,
      int line,
      Span span,
      double confidence) {}

  static List<Talk> of(Document document) {
    return IntStream.range(0, document.talks().size())
        .mapToObj(
            ordinal -> {
              var talk = document.talks().get(ordinal);
              return new Talk(
                  document.talkNotesId(ordinal),
                  talk.title(),
                  talk.speakers(),
                  talk.line(),
                  talk.span(),
                  talk.confidence());
            })
        .toList();
  }
}
