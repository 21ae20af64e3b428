package io.confnotes.query;

import io.confnotes.embedded.Database;
import io.confnotes.embedded.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** A migrated database with {@link TestTalks}, and other services that only echo. */
public final class QueryDatabase implements QuarkusTestResourceLifecycleManager {

  private final EchoService ingest = new EchoService();
  private final EchoService summary = new EchoService();

  @Override
  public Map<String, String> start() {
    Database database = migrated();
    TestTalks.writeTo(database);
    return Map.of(
        "confnotes.database.url", database.url(),
        "confnotes.database.username", database.reader(),
        "confnotes.database.password", database.readerPassword(),
        "confnotes.ingest.url", ingest.start(),
        "confnotes.summary.url", summary.start(),
        // For tests that write
        "test.owner", database.owner(),
        "test.owner-password", database.ownerPassword());
  }

  /** A new database with the tables and views of this version. */
  public static Database migrated() {
    Database database = TestServers.get().newDatabase();
    Flyway.configure()
        .dataSource(database.url(), database.owner(), database.ownerPassword())
        .locations("classpath:db/migration")
        .schemas("recorded")
        .defaultSchema("recorded")
        .table("schema_history")
        .createSchemas(true)
        .load()
        .migrate();
    return database;
  }

  @Override
  public void stop() {
    ingest.stop();
    summary.stop();
  }
}
