package io.confnotes.summary.curate.decision;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** What a curator decides. Slugs and names are bounded as those of documents are. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Action.Rename.class, name = "rename"),
  @JsonSubTypes.Type(value = Action.Merge.class, name = "merge"),
  @JsonSubTypes.Type(value = Action.Split.class, name = "split"),
  @JsonSubTypes.Type(value = Action.Hide.class, name = "hide"),
  @JsonSubTypes.Type(value = Action.Unhide.class, name = "unhide"),
  @JsonSubTypes.Type(value = Action.MergeTalks.class, name = "merge-talks"),
  @JsonSubTypes.Type(value = Action.SplitTalk.class, name = "split-talk"),
  @JsonSubTypes.Type(value = Action.SplitSpeaker.class, name = "split-speaker"),
  @JsonSubTypes.Type(value = Action.SplitEvent.class, name = "split-event"),
  @JsonSubTypes.Type(value = Action.Undo.class, name = "undo")
})
@Schema(
    oneOf = {
      Action.Rename.class,
      Action.Merge.class,
      Action.Split.class,
      Action.Hide.class,
      Action.Unhide.class,
      Action.MergeTalks.class,
      Action.SplitTalk.class,
      Action.SplitSpeaker.class,
      Action.SplitEvent.class,
      Action.Undo.class
    },
    discriminatorProperty = "type",
    discriminatorMapping = {
      @DiscriminatorMapping(value = "rename", schema = Action.Rename.class),
      @DiscriminatorMapping(value = "merge", schema = Action.Merge.class),
      @DiscriminatorMapping(value = "split", schema = Action.Split.class),
      @DiscriminatorMapping(value = "hide", schema = Action.Hide.class),
      @DiscriminatorMapping(value = "unhide", schema = Action.Unhide.class),
      @DiscriminatorMapping(value = "merge-talks", schema = Action.MergeTalks.class),
      @DiscriminatorMapping(value = "split-talk", schema = Action.SplitTalk.class),
      @DiscriminatorMapping(value = "split-speaker", schema = Action.SplitSpeaker.class),
      @DiscriminatorMapping(value = "split-event", schema = Action.SplitEvent.class),
      @DiscriminatorMapping(value = "undo", schema = Action.Undo.class)
    })
public sealed interface Action {
  int MAX_SLUG = 400;
  int MAX_NAME = 200;
  int MAX_IDS = 500;

  /** Gives a tag, speaker or event another name. The old one leads to it. */
  @Schema(
      requiredProperties = "type",
      properties = @SchemaProperty(name = "type", constValue = "rename"))
  record Rename(
      @JsonProperty(required = true) Kind kind,
      @JsonProperty(required = true) String slug,
      @JsonProperty(required = true) String name)
      implements Action {
    public Rename {
      requireSlug("slug", slug);
      name = requireName(name);
    }
  }

  /**
   * Says that two tags, speakers or events are one. The first becomes another name of the second.
   */
  @Schema(
      requiredProperties = "type",
      properties = @SchemaProperty(name = "type", constValue = "merge"))
  record Merge(
      @JsonProperty(required = true) Kind kind,
      @JsonProperty(required = true) String slug,
      @JsonProperty(required = true) String into)
      implements Action {
    public Merge {
      requireSlug("slug", slug);
      requireSlug("into", into);
    }
  }

  /** Says that another name of a tag, speaker or event is one of its own. */
  @Schema(
      requiredProperties = "type",
      properties = @SchemaProperty(name = "type", constValue = "split"))
  record Split(@JsonProperty(required = true) Kind kind, @JsonProperty(required = true) String slug)
      implements Action {
    public Split {
      requireSlug("slug", slug);
    }
  }

  /** Shows a tag no longer. */
  @Schema(
      requiredProperties = "type",
      properties = @SchemaProperty(name = "type", constValue = "hide"))
  record Hide(@JsonProperty(required = true) String tag) implements Action {
    public Hide {
      requireSlug("tag", tag);
    }
  }

  /** Shows a hidden tag again. */
  @Schema(
      requiredProperties = "type",
      properties = @SchemaProperty(name = "type", constValue = "unhide"))
  record Unhide(@JsonProperty(required = true) String tag) implements Action {
    public Unhide {
      requireSlug("tag", tag);
    }
  }

  /** Says that two talks are one. The first one's address leads to the second. */
  @Schema(
      requiredProperties = "type",
      properties = @SchemaProperty(name = "type", constValue = "merge-talks"))
  record MergeTalks(
      @JsonProperty(required = true) UUID talk, @JsonProperty(required = true) UUID into)
      implements Action {}

  /** Says that some of a talk's notes are of another talk, which gets an address of its own. */
  @Schema(
      requiredProperties = "type",
      properties = @SchemaProperty(name = "type", constValue = "split-talk"))
  record SplitTalk(
      @JsonProperty(required = true) UUID talk,
      @JsonProperty(required = true) List<UUID> talkNotesIds)
      implements Action {
    public SplitTalk {
      talkNotesIds = requireIds("talkNotesIds", talkNotesIds);
    }
  }

  /** Says that in some talks the speaker is somebody else of the same name. */
  @Schema(
      requiredProperties = "type",
      properties = @SchemaProperty(name = "type", constValue = "split-speaker"))
  record SplitSpeaker(
      @JsonProperty(required = true) String speaker,
      @JsonProperty(required = true) List<UUID> talks,
      @JsonProperty(required = true) String name)
      implements Action {
    public SplitSpeaker {
      requireSlug("speaker", speaker);
      talks = requireIds("talks", talks);
      name = requireName(name);
    }
  }

  /** Says that some documents are of another event of the same name. */
  @Schema(
      requiredProperties = "type",
      properties = @SchemaProperty(name = "type", constValue = "split-event"))
  record SplitEvent(
      @JsonProperty(required = true) String event,
      @JsonProperty(required = true) List<UUID> documents,
      @JsonProperty(required = true) String name)
      implements Action {
    public SplitEvent {
      requireSlug("event", event);
      documents = requireIds("documents", documents);
      name = requireName(name);
    }
  }

  /** Takes a decision back. An undo can be undone as well. */
  @Schema(
      requiredProperties = "type",
      properties = @SchemaProperty(name = "type", constValue = "undo"))
  record Undo(@JsonProperty(required = true) long curation) implements Action {}

  private static void requireSlug(String member, String slug) {
    require(!slug.isBlank() && slug.length() <= MAX_SLUG, member, "a slug of at most", MAX_SLUG);
  }

  private static String requireName(String name) {
    String stripped = name.strip();
    int length = stripped.codePointCount(0, stripped.length());
    require(length >= 1 && length <= MAX_NAME, "name", "a name of at most", MAX_NAME);
    return stripped;
  }

  private static List<UUID> requireIds(String member, List<UUID> ids) {
    List<UUID> distinct = ids.stream().distinct().toList();
    require(!distinct.isEmpty() && distinct.size() <= MAX_IDS, member, "a list of 1 to", MAX_IDS);
    return distinct;
  }

  private static void require(boolean condition, String member, String what, int most) {
    if (!condition) {
      throw new IllegalArgumentException("'%s' is not %s %d".formatted(member, what, most));
    }
  }
}
