package io.confnotes.summary.store.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A transaction whose statements may take longer than those that readers or the log wait for. */
public final class LongTransaction {
  private LongTransaction() {}

  /** What is done in it. */
  public interface Work<T> {
    T run(Handle handle);
  }

  /** Runs it; the bound is of each statement and of the whole. */
  public static <T> T run(Jdbi jdbi, Duration bound, Work<T> work) {
    return jdbi.withHandle(
        handle -> {
          Connection connection = handle.getConnection();
          try {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, (int) bound.toMillis());
            try {
              return handle.inTransaction(
                  transaction -> {
                    transaction.execute(
                        "SET LOCAL statement_timeout = '%dms'".formatted(bound.toMillis()));
                    transaction.execute(
                        "SET LOCAL transaction_timeout = '%dms'".formatted(bound.toMillis()));
                    return work.run(transaction);
                  });
            } finally {
              connection.setNetworkTimeout(Runnable::run, before);
            }
          } catch (SQLException e) {
            throw new ConnectionException(e);
          }
        });
  }
}
