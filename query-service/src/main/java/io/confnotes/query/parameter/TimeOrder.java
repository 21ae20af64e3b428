package io.confnotes.query.parameter;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * A way to sort by a time, and by id where that is the same.
 *
 * @param label as in requests, with a leading minus for the latest first
 * @param time the column of the time
 * @param id the column of the id
 */
public record TimeOrder(String label, String time, String id) implements Choice {

  /** Where an item is in a list. */
  public record Position(Instant time, UUID id) {

    /** Reads the fields of a cursor: time and id. */
    public static Position of(List<@Nullable String> key) {
      if (key.size() != 2) {
        throw new IllegalArgumentException("not a position");
      }
      return new Position(
          Instant.parse(Objects.requireNonNull(key.get(0))),
          UUID.fromString(Objects.requireNonNull(key.get(1))));
    }
  }

  private boolean isLatestFirst() {
    return label.startsWith("-");
  }

  /** The columns to sort by. */
  public String columns() {
    return (isLatestFirst() ? "%s DESC, %s DESC" : "%s, %s").formatted(time, id);
  }

  /** The condition of coming after a place, led by AND; empty where that is none. */
  public String after(@Nullable Position position) {
    return position == null
        ? ""
        : " AND (%s, %s) %s (:afterTime, :afterId)"
            .formatted(time, id, isLatestFirst() ? "<" : ">");
  }

  /** Binds the parameters of {@link #after}. */
  public Query bind(Query query, @Nullable Position position) {
    return position == null
        ? query
        : query
            .bind("afterTime", position.time().atOffset(ZoneOffset.UTC))
            .bind("afterId", position.id());
  }
}
