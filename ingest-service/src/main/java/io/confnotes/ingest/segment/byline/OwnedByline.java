package io.confnotes.ingest.segment.byline;

import io.confnotes.ingest.segment.people.Speaker;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells by a speaker's handle on which side of a line the name stands. */
public final class OwnedByline {

  private static final int SHORTEST_PART = 3;

  private OwnedByline() {}

  /** The reading whose speaker has that handle; null where there is none. */
  public static @Nullable Byline of(String text, String handle) {
    String account = handle.toLowerCase(Locale.ROOT);
    return Bylines.of(text).stream()
        .filter(byline -> byline.people().speakers().size() == 1)
        .filter(byline -> isAccountOf(byline.people().speakers().getFirst(), account))
        .findFirst()
        .orElse(null);
  }

  /** "janedoe", "jane", "jdoe": accounts mostly have a part of the name. */
  private static boolean isAccountOf(Speaker speaker, String account) {
    String name = speaker.name() == null ? "" : speaker.name().toLowerCase(Locale.ROOT);
    return Arrays.stream(name.split(" ", -1))
        .anyMatch(word -> word.length() >= SHORTEST_PART && account.contains(word));
  }
}
