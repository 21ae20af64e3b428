package io.confnotes.summary.store;

import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Tells whether the database can be worked with. */
@Singleton
public final class Database {
  /** The newest migration of this version. */
  static final int SCHEMA_VERSION = 2;

  private final Jdbi jdbi;

  Database(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** What a check found. */
  public sealed interface Check {}

  /** The database answers and has the tables of this version. */
  public record Well(long schemaVersion, long deadLetters) implements Check {}

  /** It does not; {@code todo} says what an operator can do. */
  public record Unwell(String problem, String todo) implements Check {}

  /** Asks the database, bounded by the timeouts of a connection. */
  public Check check() {
    try {
      return jdbi.withHandle(
          handle -> {
            boolean migrated =
                handle
                    .createQuery("SELECT to_regclass('recorded.schema_history') IS NOT NULL")
                    .mapTo(boolean.class)
                    .one();
            if (!migrated) {
              return new Unwell("the database has no tables yet", "run summary-service migrate");
            }
            return schema(
                handle
                    .createQuery(
                        """
                        SELECT (SELECT coalesce(max(version::integer), 0) FROM recorded.schema_history
                                 WHERE success AND version IS NOT NULL),
                               (SELECT count(*) FROM recorded.submission WHERE state = 'dead-lettered')
                        """)
                    .map((rows, context) -> new Well(rows.getLong(1), rows.getLong(2)))
                    .one());
          });
    } catch (JdbiException e) {
      return new Unwell(
          "the database does not answer", "start PostgreSQL, or check CONFNOTES_DATABASE_URL");
    }
  }

  private static Check schema(Well found) {
    return found.schemaVersion() < SCHEMA_VERSION
        ? new Unwell(
            "the schema is at version %d, this service needs %d"
                .formatted(found.schemaVersion(), SCHEMA_VERSION),
            "run summary-service migrate")
        : found;
  }
}
