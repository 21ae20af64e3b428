package io.confnotes.summary.store.talk;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * How many talks there are of each tag in each year and month, and of each name, so that nobody has
 * to count them. What talks add is read before their rows change and after, and the differences go
 * into the counts: these are then those of the rows, whatever was stored in which order.
 */
final class TalkCounts {
  private final UUID[] talkIds;
  private final Map<Ledger, Map<Key, Integer>> before;

  /** A table of counts, whose rows have two names. */
  private enum Ledger {
    /** Tags by time; a tag that is empty stands for all talks, a period for all times. */
    TIMES(
        """
        SELECT tag AS first, period AS second, count(*) AS talks FROM derived.counted_talk
         WHERE talk_id = ANY(:ids) GROUP BY tag, period
        """,
        """
        INSERT INTO derived.talk_count AS c (tag, period, talks)
        SELECT first, second, talks FROM %s ORDER BY place
        ON CONFLICT (tag, period) DO UPDATE SET talks = c.talks + excluded.talks
        """,
        """
        DELETE FROM derived.talk_count c
         USING %s WHERE c.tag = first AND c.period = second AND c.talks = 0
        """),
    /** Tags, speakers and events, each called what the talk of the lowest id calls it. */
    NAMES(
        """
        SELECT kind AS first, slug AS second, count(*) AS talks FROM derived.counted_name
         WHERE talk_id = ANY(:ids) GROUP BY kind, slug
        """,
        """
        INSERT INTO derived.name_count AS c (kind, slug, name, handle, day, talks)
        SELECT first, second,
               coalesce(CASE first
                 WHEN 'tag' THEN (SELECT g.name FROM derived.talk_tag g
                                   WHERE g.slug = second ORDER BY g.talk_id LIMIT 1)
                 WHEN 'speaker' THEN (SELECT s.name FROM derived.talk_speaker s
                                       WHERE s.slug = second ORDER BY s.talk_id, s.ordinal LIMIT 1)
                 ELSE (SELECT t.event FROM derived.talk t
                        WHERE t.event_slug = second ORDER BY t.talk_id LIMIT 1)
               END, ''),
               CASE first WHEN 'speaker' THEN (SELECT min(s.handle COLLATE "C") FROM derived.talk_speaker s
                                                WHERE s.slug = second) END,
               CASE first WHEN 'event' THEN (SELECT min(t.date_start) FROM derived.talk t
                                              WHERE t.event_slug = second) END,
               talks
          FROM %s ORDER BY place
        ON CONFLICT (kind, slug) DO UPDATE
           SET name = excluded.name, handle = excluded.handle, day = excluded.day,
               talks = c.talks + excluded.talks
        """,
        """
        DELETE FROM derived.name_count c
         USING %s WHERE c.kind = first AND c.slug = second AND c.talks = 0
        """);

    private static final String CHANGED =
        """
        unnest(CAST(:first AS text[]), CAST(:second AS text[]), CAST(:talks AS integer[]))
          WITH ORDINALITY AS changed (first, second, talks, place)
        """;

    private final String counted;
    private final String add;
    private final String clear;

    Ledger(String counted, String add, String clear) {
      this.counted = counted;
      this.add = add.formatted(CHANGED);
      this.clear = clear.formatted(CHANGED);
    }
  }

  /** The two names of a row. */
  private record Key(String first, String second) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byFirst = first.compareTo(other.first);
      return byFirst != 0 ? byFirst : second.compareTo(other.second);
    }
  }

  private TalkCounts(UUID[] talkIds, Map<Ledger, Map<Key, Integer>> before) {
    this.talkIds = talkIds;
    this.before = before;
  }

  /** To be asked for before rows of these talks change, and updated when they have. */
  static TalkCounts of(Handle handle, UUID[] talkIds) {
    Map<Ledger, Map<Key, Integer>> counts = new EnumMap<>(Ledger.class);
    for (Ledger ledger : Ledger.values()) {
      counts.put(ledger, read(handle, ledger, talkIds));
    }
    return new TalkCounts(talkIds, counts);
  }

  /** Rows are taken in one order, so that two transactions cannot wait for each other. */
  void update(Handle handle) {
    before.forEach(
        (ledger, earlier) -> {
          Map<Key, Integer> changes = read(handle, ledger, talkIds);
          earlier.forEach((key, talks) -> changes.merge(key, -talks, Integer::sum));
          if (ledger == Ledger.TIMES) {
            changes.values().removeIf(talks -> talks == 0);
          }
          if (!changes.isEmpty()) {
            add(handle, ledger, changes);
          }
        });
  }

  private static Map<Key, Integer> read(Handle handle, Ledger ledger, UUID[] talkIds) {
    Map<Key, Integer> counts = new TreeMap<>();
    handle
        .createQuery(ledger.counted)
        .bind("ids", talkIds)
        .map(
            (row, context) ->
                Map.entry(
                    new Key(row.getString("first"), row.getString("second")), row.getInt("talks")))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  private static void add(Handle handle, Ledger ledger, Map<Key, Integer> changes) {
    String[] first = changes.keySet().stream().map(Key::first).toArray(String[]::new);
    String[] second = changes.keySet().stream().map(Key::second).toArray(String[]::new);
    Integer[] talks = changes.values().toArray(Integer[]::new);
    for (String sql : List.of(ledger.add, ledger.clear)) {
      handle
          .createUpdate(sql)
          .bind("first", first)
          .bind("second", second)
          .bind("talks", talks)
          .execute();
    }
  }
}
