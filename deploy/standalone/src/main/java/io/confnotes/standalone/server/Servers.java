package io.confnotes.standalone.server;

import io.confnotes.embedded.EmbeddedKafka;
import io.confnotes.embedded.EmbeddedPostgreSQL;
import io.confnotes.standalone.Refusal;
import io.confnotes.standalone.data.DataFolder;
import io.confnotes.standalone.data.Passwords;
import io.confnotes.standalone.port.Ports;
import io.confnotes.standalone.process.BoundedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;

/** Kafka and PostgreSQL, with their data in one folder. Safe for use by several threads. */
public final class Servers implements AutoCloseable {

  private final DataFolder folder;
  private final Ports ports;
  private final EmbeddedPostgreSQL.Settings settings;
  private @Nullable EmbeddedKafka kafka;
  private @Nullable EmbeddedPostgreSQL postgreSQL;

  /**
   * Servers that don't run yet.
   *
   * @param programs where PostgreSQL's programs are, or are unpacked to
   */
  public Servers(DataFolder folder, Ports ports, Passwords passwords, Path programs) {
    this.folder = folder;
    this.ports = ports;
    this.settings =
        new EmbeddedPostgreSQL.Settings(
            programs, folder.log("postgresql"), passwords.superuser(), true);
  }

  /**
   * Starts Kafka, with the topics.
   *
   * @param onFailure called when the broker gives up later, as it does on a full disk
   */
  public void startKafka(Consumer<Refusal> onFailure) {
    Exit.Procedure giveUp =
        (status, message) ->
            onFailure.accept(
                new Refusal(
                    "Kafka stopped"
                        + (message == null ? "" : " (" + message + ")")
                        + ": see "
                        + folder.log("kafka")));
    Exit.setExitProcedure(giveUp);
    Exit.setHaltProcedure(giveUp);
    try {
      var started = EmbeddedKafka.start(folder.kafka(), ports.kafka(), ports.kafkaController());
      synchronized (this) {
        kafka = started;
      }
    } catch (RuntimeException e) {
      throw new Refusal(e.getMessage() + ": see " + folder.log("kafka"), e);
    }
    Topics.create(ports.bootstrapServers());
  }

  /** Starts PostgreSQL. */
  public EmbeddedPostgreSQL startPostgreSQL() {
    try {
      var started = EmbeddedPostgreSQL.start(folder.postgresql(), ports.postgresql(), settings);
      synchronized (this) {
        postgreSQL = started;
      }
      return started;
    } catch (RuntimeException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  /** Starts PostgreSQL again if it died, and keeps its log within bounds. */
  public boolean revivePostgreSQL() throws IOException {
    if (Files.exists(settings.log())) {
      BoundedLog.bound(settings.log());
    }
    var current = postgreSQL();
    if (current == null || current.isRunning()) {
      return false;
    }
    current.close();
    startPostgreSQL();
    return true;
  }

  /** Stops both, at the same time. */
  @Override
  public void close() {
    var stopping = CompletableFuture.runAsync(this::stopPostgreSQL);
    var broker = kafka();
    if (broker != null) {
      broker.close();
    }
    stopping.join();
  }

  private void stopPostgreSQL() {
    var server = postgreSQL();
    if (server != null) {
      server.close();
    }
  }

  private synchronized @Nullable EmbeddedKafka kafka() {
    return kafka;
  }

  private synchronized @Nullable EmbeddedPostgreSQL postgreSQL() {
    return postgreSQL;
  }
}
