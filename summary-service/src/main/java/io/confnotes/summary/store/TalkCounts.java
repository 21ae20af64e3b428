package io.confnotes.summary.store;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * How many talks there are of each tag in each year and month, so that trends need not count. What
 * talks add is read before their rows change and after, and the differences go into the counts:
 * these are then those of the rows, whatever was stored in which order.
 */
final class TalkCounts {
  private final UUID[] talkIds;
  private final Map<Key, Integer> before;

  /**
   * What is counted.
   *
   * @param tag empty for all talks
   * @param period a year or a month; empty for all times
   */
  private record Key(String tag, String period) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byTag = tag.compareTo(other.tag);
      return byTag != 0 ? byTag : period.compareTo(other.period);
    }
  }

  private TalkCounts(UUID[] talkIds, Map<Key, Integer> before) {
    this.talkIds = talkIds;
    this.before = before;
  }

  /** To be asked for before rows of these talks change, and updated when they have. */
  static TalkCounts of(Handle handle, UUID[] talkIds) {
    return new TalkCounts(talkIds, read(handle, talkIds));
  }

  /** Rows are taken in one order, so that two transactions cannot wait for each other. */
  void update(Handle handle) {
    Map<Key, Integer> changes = read(handle, talkIds);
    before.forEach((key, talks) -> changes.merge(key, -talks, Integer::sum));
    changes.values().removeIf(talks -> talks == 0);
    if (!changes.isEmpty()) {
      add(handle, changes);
    }
  }

  private static Map<Key, Integer> read(Handle handle, UUID[] talkIds) {
    Map<Key, Integer> counts = new TreeMap<>();
    handle
        .createQuery(
            """
            SELECT tag, period, count(*) AS talks FROM derived.counted_talk
             WHERE talk_id = ANY(:ids) GROUP BY tag, period
            """)
        .bind("ids", talkIds)
        .map(
            (row, context) ->
                Map.entry(
                    new Key(row.getString("tag"), row.getString("period")), row.getInt("talks")))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  private static void add(Handle handle, Map<Key, Integer> changes) {
    String[] tags = changes.keySet().stream().map(Key::tag).toArray(String[]::new);
    String[] periods = changes.keySet().stream().map(Key::period).toArray(String[]::new);
    handle
        .createUpdate(
            """
            INSERT INTO derived.talk_count AS c (tag, period, talks)
            SELECT tag, period, talks
              FROM unnest(CAST(:tags AS text[]), CAST(:periods AS text[]), CAST(:talks AS integer[]))
                   WITH ORDINALITY AS changed (tag, period, talks, place)
             ORDER BY place
            ON CONFLICT (tag, period) DO UPDATE SET talks = c.talks + excluded.talks
            """)
        .bind("tags", tags)
        .bind("periods", periods)
        .bind("talks", changes.values().toArray(Integer[]::new))
        .execute();
    handle
        .createUpdate(
            """
            DELETE FROM derived.talk_count c
             USING unnest(CAST(:tags AS text[]), CAST(:periods AS text[])) AS changed (tag, period)
             WHERE c.tag = changed.tag AND c.period = changed.period AND c.talks = 0
            """)
        .bind("tags", tags)
        .bind("periods", periods)
        .execute();
  }
}
