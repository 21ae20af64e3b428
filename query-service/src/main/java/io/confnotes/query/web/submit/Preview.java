package io.confnotes.query.web.submit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.confnotes.query.talk.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What ingest-service understood of notes: of its answer, what a page shows. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Preview(
    String mediaType,
    String readingText,
    @Nullable Found event,
    @Nullable Found date,
    List<Talk> talks,
    int moreTalks,
    List<Block> blocks,
    int moreBlocks,
    List<LeftOut> leftOut) {

  Preview {
    talks = talks == null ? List.of() : List.copyOf(talks);
    blocks = blocks == null ? List.of() : List.copyOf(blocks);
    leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
  }

  /** What the notes themselves say about event or date. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Found(String value, double confidence, String reason) {}

  /**
   * A talk.
   *
   * @param line of the source, from 1, where it begins
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Talk(
      String title,
      List<Speaker> speakers,
      int line,
      double confidence,
      String reason,
      @Nullable Fields fields) {}

  /** How sure title and speakers are. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Fields(@Nullable Evidence title, @Nullable Evidence speakers) {}

  /** How sure something is, from 0 to 1, and what speaks for it. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Evidence(double confidence, String reason) {}

  /** A block of the reading text, and the lines of the source that it comes from. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Block(String kind, int level, Span span, int firstLine, int lastLine) {}

  /** What belongs to no talk. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record LeftOut(Span span) {}
}
