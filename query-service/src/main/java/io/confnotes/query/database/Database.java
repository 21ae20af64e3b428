package io.confnotes.query.database;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * The database, for reading. Thread-safe; connects when first used.
 *
 * <p>The pool opens every connection read-only, with isolation "repeatable read" and a statement
 * timeout.
 */
@Singleton
public final class Database {

  private final Jdbi jdbi;

  Database(AgroalDataSource dataSource) {
    jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
    // The default engine takes "<name>" in SQL for its own
    jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
  }

  /**
   * Runs statements that all see the same snapshot, so that an answer never mixes two revisions of
   * a document.
   *
   * @throws org.jdbi.v3.core.JdbiException if the database is away, or refuses or stops a statement
   */
  public <T, X extends Exception> T read(HandleCallback<T, X> callback) throws X {
    return jdbi.inTransaction((Handle handle) -> callback.withHandle(handle));
  }
}
