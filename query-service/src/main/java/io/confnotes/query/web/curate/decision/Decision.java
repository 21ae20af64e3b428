package io.confnotes.query.web.curate.decision;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.confnotes.query.web.PageText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A decision that was made.
 *
 * @param talks how many talks it changes
 * @param talksPending how many of them do not show it yet
 * @param undoneBy the decision that took it back, if one did
 * @param changes null in lists
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Decision(
    long id,
    Instant curatedAt,
    String curator,
    Action action,
    long talks,
    long talksPending,
    @Nullable Long undoneBy,
    @Nullable List<RowChange> changes) {

  /** A row that a decision changes. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record RowChange(
      String table, JsonNode key, @Nullable JsonNode before, @Nullable JsonNode after) {

    /** The values of the row's key. */
    public String row() {
      return String.join(" ", values(key));
    }

    private static List<String> values(JsonNode node) {
      return node.properties().stream().map(member -> member.getValue().asText()).toList();
    }

    /** What else is in the row, as it was; empty where there was none. */
    public String was() {
      return rest(before);
    }

    /** The same, as it is. */
    public String is() {
      return rest(after);
    }

    private String rest(@Nullable JsonNode row) {
      return row == null || row.isNull()
          ? ""
          : String.join(
              ", ",
              row.properties().stream()
                  .filter(member -> !key.has(member.getKey()) && !isEmpty(member.getValue()))
                  .map(member -> member.getKey() + " " + text(member.getValue()))
                  .toList());
    }

    private static boolean isEmpty(JsonNode value) {
      return value.isNull()
          || (value.isArray() && value.isEmpty())
          || (value.isNumber() && value.asLong() == 0);
    }

    private static String text(JsonNode value) {
      return value.isValueNode() ? value.asText() : value.toString();
    }
  }

  /** Where to look at what became of it. */
  String result() {
    String kind = "" + action.kind();
    return switch (action.type()) {
      case "rename" -> named(kind, after("canonical", "slug").orElse("" + action.slug()));
      case "merge" -> named(kind, "" + action.into());
      case "split" -> named(kind, "" + action.slug());
      case "hide" -> "/curate/tags/" + encoded("" + action.tag());
      case "unhide" -> named("tag", "" + action.tag());
      case "merge-talks" -> "/talks/" + action.into();
      case "split-talk" ->
          "/talks/" + after("talk_assignment", "talk_id").orElse("" + action.talk());
      case "split-speaker" -> named("speaker", after("canonical", "slug").orElse(""));
      case "split-event" -> named("event", after("canonical", "slug").orElse(""));
      case "undo" -> "/curate/decisions/" + action.curation();
      default -> "/curate/decisions/" + id;
    };
  }

  /** What no talk has does not have a page of its own. */
  private String named(String kind, String slug) {
    return (talks == 0 ? "/curate/" : "/") + kind + "s/" + encoded(slug);
  }

  private static String encoded(String slug) {
    return PageText.encoded(slug);
  }

  private Optional<String> after(String table, String column) {
    return rows()
        .filter(change -> change.table().equals(table))
        .map(RowChange::after)
        .flatMap(row -> row == null || row.isNull() ? Stream.empty() : Stream.of(row))
        .filter(row -> action.name() == null || !row.has("name") || isNamed(row))
        .map(row -> row.path(column).asText())
        .findFirst();
  }

  private boolean isNamed(JsonNode row) {
    return row.path("name").asText().equals(action.name());
  }

  private Stream<RowChange> rows() {
    return changes == null ? Stream.empty() : changes.stream();
  }

  /** The talks that its words name. */
  List<UUID> namedTalks() {
    return action.namedTalks();
  }
}
