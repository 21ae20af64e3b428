package io.confnotes.benchmarks.load.database;

import io.confnotes.benchmarks.load.talk.TalkGenerator;
import io.confnotes.embedded.EmbeddedPostgreSQL;
import io.confnotes.embedded.FreePort;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of its own with a database of invented talks, in a folder that can be kept. */
public final class TalkDatabase implements AutoCloseable {

  private static final String NAME = "confnotes";
  private static final String OWNER = "confnotes_owner";
  private static final String READER = "confnotes_reader";
  private static final String PASSWORD = "benchmark";
  private static final int CONNECTIONS = 2;
  private static final int PROGRESS_TALKS = 50_000;

  /** Stands for what the generator makes; to be changed with it. */
  private static final int GENERATION = 1;

  private final EmbeddedPostgreSQL server;
  private final Path folder;

  private TalkDatabase(EmbeddedPostgreSQL server, Path folder) {
    this.server = server;
    this.folder = folder;
  }

  /** Makes the tables, or brings them up to date. */
  public interface Migration {
    void run(Map<String, String> environment) throws IOException, InterruptedException;
  }

  /**
   * Starts the server.
   *
   * @param parameters of its configuration
   */
  public static TalkDatabase start(Path folder, Map<String, String> parameters) {
    Map<String, String> all = new TreeMap<>(parameters);
    // In JSON, so that statements can be read from it
    all.put("logging_collector", "on");
    all.put("log_destination", "jsonlog");
    all.put("log_filename", "server");
    all.put("log_rotation_age", "0");
    all.put("log_rotation_size", "0");
    Path cache = Path.of(System.getProperty("user.home"), ".cache", "confnotes");
    EmbeddedPostgreSQL server =
        EmbeddedPostgreSQL.start(
            folder.resolve("postgresql"),
            FreePort.find(),
            new EmbeddedPostgreSQL.Settings(
                cache, folder.resolve("postgresql.log"), PASSWORD, false, all));
    return new TalkDatabase(server, folder);
  }

  /**
   * Makes sure that the tables are those of the newest migration and have the talks of a generator.
   *
   * @param migration makes or changes the tables, told by its environment where they are
   * @param progress told what is done
   * @throws IllegalStateException if there are other talks already
   */
  public void fill(
      TalkGenerator generator, long seed, Migration migration, Consumer<String> progress)
      throws SQLException, IOException, InterruptedException {
    String wanted =
        "%d talks of seed %d, generation %d".formatted(generator.talks(), seed, GENERATION);
    String found = contents();
    if (found != null && !found.equals(wanted)) {
      throw new IllegalStateException(
          "%s has %s, not %s: name another folder, or delete it".formatted(folder, found, wanted));
    }
    if (found == null) {
      createDatabase();
    }
    progress.accept("migrating");
    String before = found == null ? "" : schemaVersion();
    migration.run(environment(OWNER));
    if (found == null) {
      seed(generator, progress);
      execute("postgres", "COMMENT ON DATABASE " + NAME + " IS '" + wanted + "'");
    } else if (!before.equals(schemaVersion())) {
      execute(NAME, "VACUUM ANALYZE");
    }
    progress.accept(wanted + ", schema " + schemaVersion() + ", " + size());
  }

  private void seed(TalkGenerator generator, Consumer<String> progress)
      throws SQLException, IOException, InterruptedException {
    Completion completion;
    try (Connection connection = connect()) {
      completion = Completion.dropIndexes(connection);
    }
    AtomicInteger talks = new AtomicInteger();
    try (ExecutorService executor = Executors.newFixedThreadPool(CONNECTIONS)) {
      List<Future<?>> parts = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        int first = i;
        Callable<Void> part =
            () -> {
              try (Connection connection = connect()) {
                IntStream numbers =
                    IntStream.iterate(first, n -> n < generator.documents(), n -> n + CONNECTIONS);
                new TalkRows(connection)
                    .insert(generator, numbers, more -> count(talks, more, progress));
              }
              return null;
            };
        parts.add(executor.submit(part));
      }
      for (Future<?> part : parts) {
        part.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("Talks could not be stored", e.getCause());
    }
    try (Connection connection = connect()) {
      completion.run(connection, what -> progress.accept("making " + what));
    }
  }

  private static void count(AtomicInteger talks, int more, Consumer<String> progress) {
    int before = talks.getAndAdd(more);
    if (before / PROGRESS_TALKS < (before + more) / PROGRESS_TALKS) {
      progress.accept(before + more + " talks");
    }
  }

  private void createDatabase() throws SQLException {
    execute("postgres", "DROP DATABASE IF EXISTS " + NAME);
    for (String role : List.of(OWNER, READER)) {
      execute("postgres", "DROP ROLE IF EXISTS " + role);
      execute("postgres", "CREATE ROLE " + role + " LOGIN PASSWORD '" + PASSWORD + "'");
    }
    execute("postgres", "CREATE DATABASE " + NAME + " OWNER " + OWNER);
  }

  /** What the database was filled with; null where it was not, or not to the end. */
  private @Nullable String contents() throws SQLException {
    return value(
        "postgres",
        "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = '"
            + NAME
            + "'");
  }

  private String schemaVersion() throws SQLException {
    return Objects.requireNonNull(value(NAME, "SELECT version::text FROM api.schema_version"));
  }

  private String size() throws SQLException {
    return Objects.requireNonNull(
        value(NAME, "SELECT pg_size_pretty(pg_database_size('" + NAME + "'))"));
  }

  /** Whether what the reader's new sessions run is written to the log. */
  public void logStatements(boolean on) throws SQLException {
    execute(
        "postgres",
        "ALTER ROLE " + READER + (on ? " SET log_statement = 'all'" : " RESET log_statement"));
  }

  /** The statements of the reader, from the server's log. */
  public StatementLog statements() throws SQLException {
    Path log = folder.resolve("postgresql").resolve("log").resolve("server.json");
    return new StatementLog(log, connect(), READER);
  }

  private Connection connect() throws SQLException {
    return server.connect(NAME);
  }

  /** What tells query-service where the database is. */
  public Map<String, String> readerEnvironment() {
    return environment(READER);
  }

  /** What tells PostgreSQL's own programs how to connect as the reader. */
  public Map<String, String> clientEnvironment() {
    String address = server.url(NAME);
    String port = address.replaceFirst(".*:(\\d+)/.*", "$1");
    return Map.of(
        "PGHOST",
        "127.0.0.1",
        "PGPORT",
        port,
        "PGDATABASE",
        NAME,
        "PGUSER",
        READER,
        "PGPASSWORD",
        PASSWORD);
  }

  private Map<String, String> environment(String role) {
    return Map.of(
        "CONFNOTES_DATABASE_URL",
        server.url(NAME),
        "CONFNOTES_DATABASE_USERNAME",
        role,
        "CONFNOTES_DATABASE_PASSWORD",
        PASSWORD);
  }

  private void execute(String database, String sql) throws SQLException {
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private @Nullable String value(String database, String sql) throws SQLException {
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
