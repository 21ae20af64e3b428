package io.confnotes.summary.store.talk;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which talks changed, so that readers can follow: numbers grow in the order of commits. */
final class TalkChanges {
  private TalkChanges() {}

  /**
   * Records that talks changed. It comes last in a transaction, as others that change talks wait
   * for its end from here on.
   */
  static void record(Handle handle, UUID[] talkIds) {
    handle
        .createUpdate(
            """
            WITH clock AS (
              UPDATE recorded.change_clock SET last = last + 1 RETURNING last
            )
            INSERT INTO recorded.talk_change (talk_id, change_id)
            SELECT DISTINCT id, last FROM unnest(CAST(:ids AS uuid[])) AS id, clock
            ON CONFLICT (talk_id) DO UPDATE SET change_id = excluded.change_id
            """)
        .bind("ids", talkIds)
        .execute();
  }
}
