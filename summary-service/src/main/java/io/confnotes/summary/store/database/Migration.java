package io.confnotes.summary.store.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings a database up to date with the migrations of this version. */
public final class Migration {
  private Migration() {}

  /** The migrations, as they are applied to a database. */
  public static Flyway flyway(String url, String username, String password) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(url);
    database.setUser(username);
    database.setPassword(password);
    database.setConnectTimeout(10);
    database.setSocketTimeout(600);
    return Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration")
        .javaMigrations(new VocabularySeed())
        .defaultSchema("recorded")
        .table("schema_history")
        .createSchemas(true)
        .connectRetries(10)
        .connectRetriesInterval(2)
        .failOnMissingLocations(true)
        .validateMigrationNaming(true)
        .load();
  }

  /** Migrates and says so in one line; returns an exit status. */
  public static int run(String url, String username, String password) {
    try {
      MigrateResult result = flyway(url, username, password).migrate();
      String version =
          result.targetSchemaVersion == null
              ? result.initialSchemaVersion
              : result.targetSchemaVersion;
      System.out.printf(
          "schema is at version %s, %d migrations applied%n", version, result.migrationsExecuted);
      return 0;
    } catch (FlywayException e) {
      System.err.println("migrate: " + e.getMessage());
      System.err.println(
          "Check CONFNOTES_DATABASE_URL, and that the roles confnotes_owner and confnotes_reader"
              + " exist.");
      return 1;
    }
  }
}
