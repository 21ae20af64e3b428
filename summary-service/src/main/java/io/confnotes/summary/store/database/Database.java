package io.confnotes.summary.store.database;

import io.confnotes.summary.vocabulary.DocumentAnalyser;
import io.confnotes.summary.vocabulary.Vocabularies;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Tells whether the database can be worked with. */
@Singleton
public final class Database {
  /** The newest migration of this version. */
  static final int SCHEMA_VERSION = 16;

  private final Jdbi jdbi;

  public Database(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** What a check found. */
  public sealed interface Check {}

  /**
   * The database answers and has the tables of this version.
   *
   * @param analysedByOthers whether something stored was analysed by another version
   */
  public record Well(long schemaVersion, long deadLetters, boolean analysedByOthers)
      implements Check {}

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
            int version = schemaVersion(handle);
            return version < SCHEMA_VERSION ? behind(version) : well(handle, version);
          });
    } catch (JdbiException e) {
      return new Unwell(
          "the database does not answer", "start PostgreSQL, or check CONFNOTES_DATABASE_URL");
    }
  }

  private static int schemaVersion(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT coalesce(max(version::integer), 0) FROM recorded.schema_history
             WHERE success AND version IS NOT NULL
            """)
        .mapTo(int.class)
        .one();
  }

  private static Check behind(int version) {
    return new Unwell(
        "the schema is at version %d, this service needs %d".formatted(version, SCHEMA_VERSION),
        "run summary-service migrate");
  }

  private static Check well(Handle handle, int version) {
    String analyser = DocumentAnalyser.version(Vocabularies.revisionInUse(handle));
    return handle
        .createQuery(
            """
            SELECT (SELECT count(*) FROM recorded.dead_letter WHERE state = 'waiting'),
                   EXISTS (SELECT FROM derived.talk_notes WHERE analyser < :analyser OR analyser > :analyser)
            """)
        .bind("analyser", analyser)
        .map((rows, context) -> new Well(version, rows.getLong(1), rows.getBoolean(2)))
        .one();
  }
}
