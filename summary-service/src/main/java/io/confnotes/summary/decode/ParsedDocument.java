package io.confnotes.summary.decode;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.confnotes.summary.analyse.Block;
import io.confnotes.summary.analyse.Span;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of a record of type {@code io.confnotes.document.parsed.v1}: one revision of a document
 * and the talks found in it. It cannot be made with values that the schema of version 1 excludes,
 * nor with spans that leave the reading text.
 *
 * @param event what the submitter said, else what ingest-service found
 * @param date what the submitter said, else what ingest-service found
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ParsedDocument(
    @JsonProperty(required = true) UUID documentId,
    @JsonProperty(required = true) String revision,
    @JsonProperty(required = true) Metadata metadata,
    @Nullable String event,
    @Nullable String date,
    @JsonProperty(required = true) String mediaType,
    @JsonProperty(required = true) String readingText,
    @JsonProperty(required = true) List<ParsedTalk> talks) {

  private static final Pattern REVISION = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern DATE =
      Pattern.compile("[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?");
  private static final List<String> MEDIA_TYPES =
      List.of(
          "text/plain", "text/markdown", "text/html", "text/x-rst", "text/org", "text/asciidoc");
  private static final int MAX_TEXT = 1 << 20;
  private static final int MAX_TALKS = 500;
  private static final int MAX_SPEAKERS = 50;
  private static final int MAX_TITLE = 500;
  private static final int MAX_NAME = 200;

  public ParsedDocument {
    require(REVISION.matcher(revision).matches(), "revision");
    event = event == null ? metadata.event() : event;
    date = date == null ? metadata.date() : date;
    requireName(event, "event", MAX_NAME);
    require(date == null || DATE.matcher(date).matches(), "date");
    require(MEDIA_TYPES.contains(mediaType), "mediaType");
    int length = length(readingText);
    require(length >= 1 && length <= MAX_TEXT, "readingText");
    require(!talks.isEmpty() && talks.size() <= MAX_TALKS, "talks");
    for (ParsedTalk talk : talks) {
      talk.requireWithin(length);
    }
    talks = List.copyOf(talks);
  }

  /** What the submitter said about the document. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Metadata(
      @Nullable String event,
      @Nullable String date,
      @Nullable String author,
      @Nullable String sourceUrl,
      @Nullable String document) {

    public Metadata {
      requireName(event, "metadata.event", MAX_NAME);
      require(date == null || DATE.matcher(date).matches(), "metadata.date");
      requireName(author, "metadata.author", MAX_NAME);
      requireName(sourceUrl, "metadata.sourceUrl", 2048);
      requireName(document, "metadata.document", 500);
    }
  }

  /** Somebody who gave a talk; at least the name or the handle is known. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Speaker(
      @Nullable String name, @Nullable String handle, @Nullable String affiliation) {

    public Speaker {
      require(name != null || handle != null, "speaker");
      requireName(name, "speaker.name", MAX_NAME);
      requireName(handle, "speaker.handle", MAX_NAME);
      requireName(affiliation, "speaker.affiliation", MAX_NAME);
    }

    /** The name, or else the handle. */
    public String displayName() {
      return name != null ? name : String.valueOf(handle);
    }
  }

  /** The part of the document that covers one talk. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record ParsedTalk(
      @JsonProperty(required = true) UUID talkNotesId,
      @JsonProperty(required = true) int ordinal,
      @JsonProperty(required = true) String title,
      @JsonProperty(required = true) List<Speaker> speakers,
      @JsonProperty(required = true) int line,
      @JsonProperty(required = true) ParsedSpan span,
      @JsonProperty(required = true) double confidence,
      @JsonProperty(required = true) List<ParsedBlock> blocks) {

    public ParsedTalk {
      require(ordinal >= 0 && ordinal < MAX_TALKS, "talk.ordinal");
      requireName(title, "talk.title", MAX_TITLE);
      require(!title.isBlank(), "talk.title");
      require(speakers.size() <= MAX_SPEAKERS, "talk.speakers");
      require(line >= 1, "talk.line");
      require(confidence >= 0 && confidence <= 1, "talk.confidence");
      speakers = List.copyOf(speakers);
      blocks = List.copyOf(blocks);
    }

    private void requireWithin(int length) {
      require(span.end <= length, "talk.span");
      int end = span.start;
      for (ParsedBlock block : blocks) {
        require(block.span.start >= end && block.span.end <= span.end, "talk.blocks");
        end = block.span.end;
      }
    }

    /** The blocks as the analyser takes them. */
    public List<Block> analysedBlocks() {
      return blocks.stream()
          .map(b -> new Block(b.kind.kind, b.level, new Span(b.span.start, b.span.end)))
          .toList();
    }
  }

  /** Half open, in Unicode code points of the reading text. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record ParsedSpan(
      @JsonProperty(required = true) int start, @JsonProperty(required = true) int end) {

    public ParsedSpan {
      require(0 <= start && start <= end && end <= MAX_TEXT, "span");
    }
  }

  /** A heading, paragraph, list item, quote or code block. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record ParsedBlock(
      @JsonProperty(required = true) Kind kind,
      @JsonProperty(required = true) int level,
      @JsonProperty(required = true) ParsedSpan span) {

    public ParsedBlock {
      require(level >= 0 && level <= 100, "block.level");
    }
  }

  /** What a block is, as it is spelled in records. */
  public enum Kind {
    HEADING(0, Block.Kind.HEADING),
    PARAGRAPH(1, Block.Kind.PARAGRAPH),
    LIST_ITEM(2, Block.Kind.LIST_ITEM),
    QUOTE(3, Block.Kind.QUOTE),
    CODE(4, Block.Kind.CODE);

    private final int code;
    private final Block.Kind kind;

    Kind(int code, Block.Kind kind) {
      this.code = code;
      this.kind = kind;
    }

    /** A number that stands for it in tables. */
    public int code() {
      return code;
    }

    /**
     * The kind that a number stands for.
     *
     * @throws InvalidRecord if there is none
     */
    public static Kind ofCode(int code) {
      for (Kind kind : values()) {
        if (kind.code == code) {
          return kind;
        }
      }
      throw new InvalidRecord("block.kind");
    }

    @JsonCreator
    static Kind of(String name) {
      for (Kind kind : values()) {
        if (kind.spelling().equals(name)) {
          return kind;
        }
      }
      throw new InvalidRecord("block.kind");
    }

    @JsonValue
    String spelling() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static void requireName(@Nullable String value, String member, int most) {
    require(value == null || (!value.isEmpty() && length(value) <= most), member);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static void require(boolean condition, String member) {
    if (!condition) {
      throw new InvalidRecord(member);
    }
  }
}
