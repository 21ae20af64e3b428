package io.confnotes.summary.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Why a batch was not applied. Nothing of it was. */
public abstract sealed class StoreException extends Exception {
  private static final long serialVersionUID = 1;

  private StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** A value of the batch does not fit the tables: SQLSTATE class 22, 23 or 54. */
  public static final class DataRefused extends StoreException {
    private static final long serialVersionUID = 1;

    private final String sqlState;

    DataRefused(String sqlState, Throwable cause) {
      super("the database refused a value: SQLSTATE " + sqlState, cause);
      this.sqlState = sqlState;
    }

    public String sqlState() {
      return sqlState;
    }
  }

  /** The database did not do its work; the same batch can succeed later. */
  public static final class Unavailable extends StoreException {
    private static final long serialVersionUID = 1;

    Unavailable(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Another owner of a partition has taken over since this one read its progress. */
  public static final class Overtaken extends StoreException {
    private static final long serialVersionUID = 1;

    Overtaken(int partition, long expected) {
      super("progress of partition %d is no longer at %d".formatted(partition, expected), null);
    }
  }

  /** The analyser is another by now: what the batch derived must be derived again. */
  public static final class Outdated extends StoreException {
    private static final long serialVersionUID = 1;

    Outdated(String analyser, String current) {
      super("analysed by %s, which is %s by now".formatted(analyser, current), null);
    }
  }

  /** What a failure of the database means for what was to be stored. */
  public static StoreException of(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        String state = sql.getSQLState();
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
          case "22", "23", "54" -> new DataRefused(state, failure);
          default -> new Unavailable("SQLSTATE " + state + ": " + firstLine(sql), failure);
        };
      }
    }
    return new Unavailable(firstLine(failure), failure);
  }

  /** The first line of a database's message says what is wrong; the others can quote values. */
  private static String firstLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
