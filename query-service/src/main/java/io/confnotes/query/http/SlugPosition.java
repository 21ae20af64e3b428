package io.confnotes.query.http;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A place in a list that is sorted by the number of talks, the most first, then by slug. */
public record SlugPosition(long talks, String slug) {

  /** Before everything. */
  public static final SlugPosition FIRST = new SlugPosition(Long.MAX_VALUE, "");

  /** Reads the fields of a cursor: talks and slug. */
  public static SlugPosition of(List<@Nullable String> key) {
    if (key.size() != 2) {
      throw new IllegalArgumentException("not a position");
    }
    return new SlugPosition(
        Long.parseLong(Objects.requireNonNull(key.get(0))), Objects.requireNonNull(key.get(1)));
  }
}
