package io.confnotes.query.name;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The place of a tag, speaker or event in a list.
 *
 * @param key what the list is sorted by, as PostgreSQL writes it
 * @param slug orders those with the same key
 */
public record NamePosition(String key, String slug) {

  /** Reads the fields of a cursor: key and slug. */
  static NamePosition of(NameOrder order, List<@Nullable String> fields) {
    String key = Objects.requireNonNull(fields.getFirst());
    if (fields.size() != 2 || !order.isKey(key)) {
      throw new IllegalArgumentException("not a position");
    }
    return new NamePosition(key, Objects.requireNonNull(fields.get(1)));
  }
}
