package io.confnotes.query.web.curate.decision;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What decisions are in words. */
final class Wording {

  private Wording() {}

  /** The verb of a decision that is to be made: what a button says. */
  static String verb(Action action) {
    return switch (action.type()) {
      case "rename" -> "Rename";
      case "merge", "merge-talks" -> "Merge";
      case "split" -> "Split off";
      case "hide" -> "Hide";
      case "unhide" -> "Show again";
      case "split-talk", "split-speaker", "split-event" -> "Take apart";
      case "undo" -> "Undo";
      default -> "Decide";
    };
  }

  /**
   * A decision as it stands in the history.
   *
   * @param titles of talks, as far as they are known
   */
  static String past(Action action, Map<UUID, String> titles) {
    return switch (action.type()) {
      case "rename" -> "Renamed the %s “%s” to “%s”".formatted(parts(action, action.name()));
      case "merge" -> "Merged the %s “%s” into “%s”".formatted(parts(action, action.into()));
      case "split" -> "Made “%2$s” a %1$s of its own".formatted(parts(action, null));
      case "hide" -> "Hid the tag “%s”".formatted(action.tag());
      case "unhide" -> "Showed the tag “%s” again".formatted(action.tag());
      case "merge-talks" ->
          "Merged %s into %s".formatted(talk(action.talk(), titles), into(action, titles));
      case "split-talk" ->
          "Took %s of %s apart"
              .formatted(
                  count(action, "author’s notes", "authors’ notes"), talk(action.talk(), titles));
      case "split-speaker" ->
          "Told “%s” from the speaker “%s” in %s"
              .formatted(action.name(), action.speaker(), count(action, "talk", "talks"));
      case "split-event" ->
          "Moved %s of the event “%s” to “%s”"
              .formatted(count(action, "document", "documents"), action.event(), action.name());
      case "undo" -> "Undid decision %d".formatted(action.curation());
      default -> "A decision of another version: " + action.type();
    };
  }

  /** The same of one that is to be made. */
  static String question(Action action, Map<UUID, String> titles) {
    return past(action, titles)
            .replaceFirst("^Renamed ", "Rename ")
            .replaceFirst("^Merged ", "Merge ")
            .replaceFirst("^Made ", "Make ")
            .replaceFirst("^Hid ", "Hide ")
            .replaceFirst("^Showed ", "Show ")
            .replaceFirst("^Took ", "Take ")
            .replaceFirst("^Told ", "Tell ")
            .replaceFirst("^Moved ", "Move ")
            .replaceFirst("^Undid ", "Undo ")
        + "?";
  }

  /** What follows from it. */
  static String consequence(Action action) {
    return switch (action.type()) {
      case "rename" ->
          "Talks show the new name, and so do those that come. The old one stays another name of it,"
              + " and its address leads to the new one.";
      case "merge" ->
          "Talks with the first have the second instead, and so have those that come. The address of"
              + " the first leads to the second."
              + ("event".equals(action.kind())
                  ? " Talks of one title that both events have become one."
                  : "");
      case "split" ->
          "Talks whose notes say it have it as their own again, and so have those that come.";
      case "hide" -> "No talk shows it, and none that comes. It is kept, and can be shown again.";
      case "unhide" -> "Talks that have it show it again.";
      case "merge-talks" ->
          "The notes of both are beside each other on one page. The address of the first talk leads to"
              + " it, and new revisions of the notes stay there.";
      case "split-talk" ->
          "These notes become a talk of its own, with an address of its own. New revisions of them"
              + " stay there.";
      case "split-speaker" ->
          "In these talks it is somebody else, with a page of their own. The other talks stay as they"
              + " are.";
      case "split-event" ->
          "All talks of these documents are of the new event, and so are those of their new"
              + " revisions.";
      case "undo" -> "All is as it was before that decision, as long as no later one builds on it.";
      default -> "";
    };
  }

  private static Object[] parts(Action action, @Nullable String other) {
    return new @Nullable Object[] {action.kind(), action.slug(), other};
  }

  private static String count(Action action, String one, String several) {
    return action.size() + " " + (action.size() == 1 ? one : several);
  }

  private static String into(Action action, Map<UUID, String> titles) {
    return action.into() == null ? "another" : talk(UUID.fromString(action.into()), titles);
  }

  private static String talk(@Nullable UUID id, Map<UUID, String> titles) {
    String title = id == null ? null : titles.get(id);
    return title == null ? "a talk" : "“" + title + "”";
  }
}
