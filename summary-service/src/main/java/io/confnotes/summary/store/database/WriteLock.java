package io.confnotes.summary.store.database;

import org.jdbi.v3.core.Handle;

/**
 * Who may write. Consumers share; a curator's action and a batch of re-analysis are alone. It is
 * the first lock of every transaction that writes rows of talks, so that no two can wait for each
 * other. It ends with the transaction.
 */
public final class WriteLock {
  /** Keeps these advisory locks apart from those of others. */
  private static final int LOCK_CLASS = 0x7A1D;

  private WriteLock() {}

  /** Others share it; who wants to be alone waits for the end of the transaction. */
  public static void shared(Handle handle) {
    take(handle, "SELECT count(pg_advisory_xact_lock_shared(:class, 0))");
  }

  /** Waits until every consumer has ended its transaction; the next ones wait meanwhile. */
  public static void alone(Handle handle) {
    take(handle, "SELECT count(pg_advisory_xact_lock(:class, 0))");
  }

  private static void take(Handle handle, String sql) {
    handle.createQuery(sql).bind("class", LOCK_CLASS).mapTo(long.class).one();
  }
}
