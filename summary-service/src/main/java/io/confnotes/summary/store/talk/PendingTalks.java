package io.confnotes.summary.store.talk;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Talks that a decision is about and whose rows do not follow it yet: of very many, some follow at
 * a time, each with all that was decided by then. They are kept in the tables, so that whoever runs
 * goes on.
 */
public final class PendingTalks {
  /** So few that whoever waits for a transaction with them does not wait long. */
  private static final int AT_A_TIME = 100;

  /** No statement may take long. */
  private static final int ADDED_AT_A_TIME = 10_000;

  private PendingTalks() {}

  /** Has talks follow a decision later, in its transaction. */
  public static void add(Handle handle, long curationId, Collection<UUID> talkIds) {
    for (UUID[] some : Pieces.of(talkIds.toArray(UUID[]::new), ADDED_AT_A_TIME)) {
      handle
          .createUpdate(
              """
              INSERT INTO derived.pending_talk (talk_id, curation_id)
              SELECT id, :curation FROM unnest(CAST(:ids AS uuid[])) AS id
              ON CONFLICT (talk_id) DO UPDATE SET curation_id = excluded.curation_id
              """)
          .bind("curation", curationId)
          .bind("ids", some)
          .execute();
    }
  }

  /** Takes some of them, whose rows the caller makes anew in the same transaction. */
  public static List<UUID> take(Handle handle) {
    return handle
        .createQuery(
            """
            DELETE FROM derived.pending_talk
             WHERE talk_id IN (SELECT talk_id FROM derived.pending_talk
                                ORDER BY talk_id LIMIT :most FOR UPDATE SKIP LOCKED)
            RETURNING talk_id
            """)
        .bind("most", AT_A_TIME)
        .mapTo(UUID.class)
        .list();
  }

  /** How many there are. */
  public static long count(Handle handle) {
    return handle.createQuery("SELECT count(*) FROM derived.pending_talk").mapTo(long.class).one();
  }
}
