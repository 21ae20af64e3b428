package io.confnotes.query.change;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The last change of a talk. */
@Schema(name = "TalkChange")
public record Change(
    @JsonIgnore @Schema(hidden = true) Position position,
    @Schema(required = true) UUID talkId,
    @Schema(
            required = true,
            description = "`removed` also where it was merged into another",
            enumeration = {"stored", "removed"})
        String state) {

  /** Where a change is in the order of commits; the talks of one commit are sorted by their ids. */
  public record Position(long change, UUID talkId) {

    private static final Pattern TEXT =
        Pattern.compile("(\\d{1,18})(?:-(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}))?");

    /** Before the talks of a commit. */
    private static final UUID FIRST = new UUID(0, 0);

    /**
     * Reads an event's id. A number alone is before all of a commit; 0 is before everything.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Position of(String id) {
      Matcher parts = TEXT.matcher(id);
      if (!parts.matches()) {
        throw new IllegalArgumentException("not an event's id");
      }
      return new Position(
          Long.parseLong(parts.group(1)),
          parts.group(2) == null ? FIRST : UUID.fromString(parts.group(2)));
    }

    /** An event's id. */
    public String id() {
      return change + "-" + talkId;
    }
  }
}
