package io.confnotes.query.name;

import io.confnotes.query.parameter.Choice;
import java.util.List;

/**
 * How lists of tags, speakers and events are sorted; by slug where that is the same.
 *
 * @param label as in requests, with a leading minus for the greatest first
 * @param key what to sort a name {@code n} by, never null
 * @param type of the key, one of PostgreSQL
 */
public record NameOrder(String label, String key, String type) implements Choice {

  public static final NameOrder MOST_TALKS = new NameOrder("-talks", "n.talks", "bigint");

  private static final NameOrder NAME =
      new NameOrder("name", "api.plain(n.name) COLLATE \"C\"", "text");

  private static final NameOrder LAST_TALK =
      new NameOrder("-lastTalk", "coalesce(n.last_talk, '-infinity')", "date");

  /** Those of tags and speakers, the usual one first. */
  public static final List<NameOrder> OF_TOPICS = List.of(MOST_TALKS, NAME, LAST_TALK);

  /** Those of events, the usual one first. */
  public static final List<NameOrder> OF_EVENTS =
      List.of(
          MOST_TALKS,
          NAME,
          new NameOrder("-dateStart", "coalesce(n.date_start, '-infinity')", "date"),
          new NameOrder("dateStart", "coalesce(n.date_start, 'infinity')", "date"));

  /** Whether it needs their talks; the others need only what is kept of each name. */
  boolean isOfTalks() {
    return equals(LAST_TALK);
  }

  private boolean isGreatestFirst() {
    return label.startsWith("-");
  }

  /** The columns to sort by. */
  String columns() {
    return "%s %s, n.slug COLLATE \"C\"".formatted(key, isGreatestFirst() ? "DESC" : "ASC");
  }

  /** The condition of coming after {@code :afterKey} and {@code :afterSlug}. */
  String after() {
    return "(%1$s %2$s CAST(:afterKey AS %3$s) OR (%1$s = CAST(:afterKey AS %3$s) AND n.slug COLLATE \"C\" > :afterSlug))"
        .formatted(key, isGreatestFirst() ? "<" : ">", type);
  }

  /** Whether a text, of a cursor that anybody can forge, looks like a key of this order. */
  boolean isKey(String text) {
    return switch (type) {
      case "bigint" -> text.matches("\\d{1,18}");
      case "date" -> text.matches("-?infinity|\\d{4}-\\d{2}-\\d{2}");
      default -> true;
    };
  }
}
