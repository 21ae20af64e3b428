package io.confnotes.query.talk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The part of one document that covers one talk. All spans point into the document's reading text.
 */
public record TalkNotes(
    @Schema(required = true) UUID talkNotesId,
    @Schema(required = true) UUID documentId,
    @Schema(required = true, nullable = true) @Nullable String author,
    @Schema(required = true, nullable = true) @Nullable String sourceUrl,
    @Schema(required = true, description = "The title as these notes have it") String title,
    @Schema(required = true, description = "The line of the reading text they begin on, from 1")
        int line,
    @Schema(required = true) Span span,
    @Schema(required = true, description = "0 to 1: how sure it is that a talk begins here")
        double confidence,
    @Schema(required = true, description = "ISO 639-1, or `und`", examples = "en") String language,
    @Schema(required = true) List<Section> sections,
    @Schema(required = true, description = "In the order of their rank") List<KeyPoint> keyPoints,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "With `expand=text`: the part of the reading text that `span` is")
        @Nullable String text,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description =
                "With `expand=text`: what the text is made of, in its order; empty for notes that were"
                    + " stored before this was kept")
        @Nullable List<Block> blocks) {

  /** A heading, paragraph, list item, quote or code block. */
  @Schema(name = "NotesBlock")
  public record Block(
      @Schema(
              required = true,
              enumeration = {"heading", "paragraph", "list-item", "quote", "code"})
          String kind,
      @Schema(
              required = true,
              description = "1 to 6 for headings, the depth from 1 for list items, else 0")
          int level,
      @Schema(required = true) Span span) {}

  /** A heading of the notes and its level, from 1. */
  public record Section(
      @Schema(required = true) String title,
      @Schema(required = true) int level,
      @Schema(required = true) Span span) {}

  /** A verbatim span of the reading text that carries what the talk said. */
  public record KeyPoint(
      @Schema(required = true) String text,
      @Schema(required = true) Span span,
      @Schema(
              required = true,
              nullable = true,
              description = "The span of the words that lead in to it, such as a question")
          @Nullable Span leadIn,
      @Schema(required = true, description = "1 is the first") int rank,
      @Schema(required = true, description = "0 to 1; comparable within one talk") double score,
      @Schema(required = true, description = "What made the score: it is their sum")
          List<Reason> reasons) {}

  /** What one kind of evidence adds to the score of a key point. */
  public record Reason(
      @Schema(
              required = true,
              description =
                  "`centrality`, `title`, `position`, `cue`, `emphasis`, `form`, `depth` or `repetition`")
          String kind,
      @Schema(required = true, description = "Negative where it speaks against the key point")
          double value) {}
}
