package io.confnotes.standalone.server;

import io.confnotes.embedded.EmbeddedPostgreSQL;
import io.confnotes.standalone.Refusal;
import io.confnotes.standalone.data.Passwords;
import java.sql.Connection;
import java.sql.SQLException;

/** The database of the pipeline and its two roles. */
public final class ConfnotesDatabase {

  public static final String NAME = "confnotes";
  public static final String OWNER = "confnotes_owner";
  public static final String READER = "confnotes_reader";

  private final EmbeddedPostgreSQL server;

  public ConfnotesDatabase(EmbeddedPostgreSQL server) {
    this.server = server;
  }

  public String url() {
    return server.url(NAME);
  }

  /** Creates the roles and the database where they are missing. */
  public void create(Passwords passwords) {
    try (var connection = server.connect()) {
      if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = '" + OWNER + "'")) {
        execute(connection, "CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + passwords.owner() + "'");
      }
      if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = '" + READER + "'")) {
        execute(
            connection, "CREATE ROLE " + READER + " LOGIN PASSWORD '" + passwords.reader() + "'");
      }
      execute(connection, "ALTER ROLE " + READER + " SET statement_timeout = '5s'");
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
        execute(connection, "CREATE DATABASE " + NAME + " OWNER " + OWNER);
      }
    } catch (SQLException e) {
      throw new Refusal("PostgreSQL refused to create the database: " + e.getMessage(), e);
    }
  }

  /**
   * Whether the tables were migrated by the build of that checksum; kept as the database's comment,
   * which can't outlive it.
   */
  public boolean isMigratedBy(String checksum) {
    try (var connection = server.connect()) {
      return exists(
          connection,
          "SELECT 1 FROM pg_database WHERE datname = '"
              + NAME
              + "' AND shobj_description(oid, 'pg_database') = '"
              + stamp(checksum)
              + "'");
    } catch (SQLException e) {
      throw new Refusal("PostgreSQL does not answer: " + e.getMessage(), e);
    }
  }

  public void markMigratedBy(String checksum) {
    try (var connection = server.connect()) {
      execute(connection, "COMMENT ON DATABASE " + NAME + " IS '" + stamp(checksum) + "'");
    } catch (SQLException e) {
      throw new Refusal("PostgreSQL does not answer: " + e.getMessage(), e);
    }
  }

  private static String stamp(String checksum) {
    return "migrated by " + checksum;
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      return result.next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
