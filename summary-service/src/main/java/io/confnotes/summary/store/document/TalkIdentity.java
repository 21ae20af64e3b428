package io.confnotes.summary.store.document;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import io.confnotes.summary.analyse.Slug;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The id that a talk is born with. It is a name-based UUID (RFC 9562, version 5) of the event and
 * the normalised title, so that the notes of several authors meet in one talk whatever order they
 * come in; without an event, of the talk notes it is born with.
 */
public final class TalkIdentity {
  private static final NameBasedGenerator NAMES =
      Generators.nameBasedGenerator(UUID.fromString("0d3f6f7a-8f3b-5c63-b1f4-8c2f5a0b7f10"));

  /** Titles that many talks of one event have: only their speakers tell them apart. */
  private static final Set<String> GENERIC =
      Set.of(
          "keynote",
          "opening-keynote",
          "closing-keynote",
          "keynote-address",
          "opening",
          "closing",
          "welcome",
          "introduction",
          "closing-remarks",
          "opening-remarks",
          "lightning-talks",
          "lightning-talk",
          "panel",
          "panel-discussion",
          "q-a",
          "questions",
          "workshop",
          "tutorial",
          "untitled",
          "birds-of-a-feather",
          "bof");

  private TalkIdentity() {}

  static UUID born(
      @Nullable String eventSlug, String title, List<String> speakers, UUID talkNotesId) {
    String titleSlug = Slug.of(title);
    if (eventSlug == null || titleSlug.isEmpty()) {
      return alone(talkNotesId);
    }
    if (isTelling(titleSlug)) {
      return named(eventSlug + "\n" + titleSlug);
    }
    return speakers.isEmpty()
        ? alone(talkNotesId)
        : named(
            eventSlug
                + "\n"
                + titleSlug
                + "\n"
                + speakers.stream().map(Slug::of).sorted().collect(Collectors.joining("\n")));
  }

  /** Whether talks of one event that both have this title are one. */
  public static boolean isTelling(String titleSlug) {
    return !titleSlug.isEmpty() && !GENERIC.contains(titleSlug);
  }

  /** The id of a talk that is not joined with any other by itself. */
  static UUID alone(UUID talkNotesId) {
    return named(talkNotesId.toString());
  }

  private static UUID named(String name) {
    return NAMES.generate(("talk\n" + name).getBytes(StandardCharsets.UTF_8));
  }
}
