package io.confnotes.summary.term;

import io.confnotes.summary.store.database.LongTransaction;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * {@code derived.term}, which is made anew from the other tables, beside the consumer and while it
 * is read. Counting in the transactions that store talks would let all of them wait for the row of
 * a common tag.
 */
public final class Terms {
  /** Keeps this advisory lock apart from those of others. */
  private static final int LOCK_CLASS = 0x7A1E;

  /** A million talks take about a minute. */
  private static final Duration BOUND = Duration.ofMinutes(10);

  private final Jdbi jdbi;

  public Terms(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Makes them anew if anything was stored or decided since; false if not, or if another process is
   * at it.
   */
  public boolean refresh() {
    return LongTransaction.run(jdbi, BOUND, Terms::refresh);
  }

  private static boolean refresh(Handle handle) {
    boolean stale =
        handle
            .createQuery(
                """
                SELECT pg_try_advisory_xact_lock(:class, 0)
                   AND NOT EXISTS (SELECT FROM derived.term WHERE kind = 'state' AND slug = derived.term_state())
                """)
            .bind("class", LOCK_CLASS)
            .mapTo(boolean.class)
            .one();
    if (stale) {
      handle.execute("REFRESH MATERIALIZED VIEW CONCURRENTLY derived.term");
    }
    return stale;
  }
}
