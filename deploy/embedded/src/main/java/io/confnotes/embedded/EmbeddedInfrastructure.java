package io.confnotes.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Both servers on this machine, with data in a temporary folder. */
final class EmbeddedInfrastructure implements TestInfrastructure {

  private final AtomicInteger numbers = new AtomicInteger();

  /** Held, because loggers are forgotten with their level otherwise. */
  private static final List<Logger> QUIET =
      Stream.of("kafka", "org.apache.kafka", "state.change.logger").map(Logger::getLogger).toList();

  private final Path folder;
  private final int port = FreePort.find();
  private final EmbeddedKafka kafka;
  private EmbeddedPostgreSQL postgreSQL;

  EmbeddedInfrastructure() {
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    try {
      folder = Files.createTempDirectory("confnotes-test-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var starting = CompletableFuture.supplyAsync(this::postgreSQL);
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), FreePort.find(), FreePort.find());
    postgreSQL = starting.join();
  }

  @Override
  public String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  @Override
  public String address() {
    return postgreSQL.url("");
  }

  @Override
  public int nextNumber() {
    return numbers.incrementAndGet();
  }

  @Override
  public Connection connect() throws SQLException {
    return postgreSQL.connect();
  }

  @Override
  public void stopPostgreSQL() {
    postgreSQL.close();
  }

  @Override
  public void startPostgreSQL() {
    postgreSQL = postgreSQL();
  }

  @Override
  public void close() {
    postgreSQL.close();
    kafka.close();
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EmbeddedPostgreSQL postgreSQL() {
    var cache = Path.of(System.getProperty("user.home"), ".cache", "confnotes");
    return EmbeddedPostgreSQL.start(
        folder.resolve("postgresql"),
        port,
        new EmbeddedPostgreSQL.Settings(
            cache, folder.resolve("postgresql.log"), "superuser", false, quickLogin()));
  }

  /**
   * Everyone is asked for a password still, but tells it as it is. To hash it thousands of times
   * with each connection, as clients do otherwise, was most of what many tests did.
   */
  private Map<String, String> quickLogin() {
    var rules = folder.resolve("pg_hba.conf");
    try {
      Files.writeString(rules, "host all all 127.0.0.1/32 password\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of("hba_file", rules.toString(), "scram_iterations", "1");
  }
}
