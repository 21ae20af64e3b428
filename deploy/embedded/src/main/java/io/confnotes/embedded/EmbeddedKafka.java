package io.confnotes.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker, which is its own controller, in this JVM. It listens on 127.0.0.1 only and
 * keeps its log in a folder, from which a later start goes on, also on other ports.
 */
public final class EmbeddedKafka implements AutoCloseable {

  /**
   * The largest record, in bytes: of topics, replication, and so of producers and consumers too.
   */
  public static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

  private static final String HOST = "127.0.0.1";
  private static final String NODE_ID = "1";
  private static final String CONTROLLER = "CONTROLLER";

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedKafka(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker and returns when it takes requests.
   *
   * @param dataDirectory where the log is, or will be, kept; must not be in use by another broker
   * @param port for clients
   * @param controllerPort for the broker itself; needed although both run here
   * @throws IllegalStateException if the broker does not start: a port in use, a folder it can't
   *     write to
   */
  public static EmbeddedKafka start(Path dataDirectory, int port, int controllerPort) {
    try {
      Files.createDirectories(dataDirectory);
      format(dataDirectory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var server =
        new KafkaRaftServer(
            new KafkaConfig(settings(dataDirectory, port, controllerPort), false), Time.SYSTEM);
    try {
      server.startup();
    } catch (RuntimeException e) {
      server.shutdown();
      throw new IllegalStateException(
          "Kafka did not start on port "
              + port
              + " with data in "
              + dataDirectory
              + ": "
              + e.getMessage(),
          e);
    }
    return new EmbeddedKafka(server, port);
  }

  /** Where clients connect to: {@code 127.0.0.1:port}. */
  public String bootstrapServers() {
    return HOST + ":" + port;
  }

  /** Stops the broker cleanly: what it acknowledged is on disk when this returns. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  /**
   * Gives a new folder its identity; one that has it, meta.properties being written last, is left
   * alone.
   */
  private static void format(Path dataDirectory) throws IOException {
    if (Files.exists(dataDirectory.resolve("meta.properties"))) {
      return;
    }
    try {
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setNodeId(Integer.parseInt(NODE_ID))
          .setClusterId(Uuid.randomUuid().toString())
          .addDirectory(dataDirectory.toString())
          .setMetadataLogDirectory(dataDirectory.toString())
          .setControllerListenerName(CONTROLLER)
          .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .setUnstableFeatureVersionsEnabled(false)
          .setIgnoreFormatted(true)
          .run();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("Can't prepare " + dataDirectory + " for Kafka", e);
    }
  }

  private static Map<String, String> settings(Path dataDirectory, int port, int controllerPort) {
    var settings = new HashMap<String, String>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", NODE_ID);
    settings.put("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + controllerPort);
    settings.put("controller.listener.names", CONTROLLER);
    settings.put(
        "listeners",
        "PLAINTEXT://"
            + HOST
            + ":"
            + port
            + ","
            + CONTROLLER
            + "://"
            + HOST
            + ":"
            + controllerPort);
    settings.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port);
    settings.put(
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    settings.put("log.dirs", dataDirectory.toString());
    settings.put("auto.create.topics.enable", "false");
    settings.put("message.max.bytes", Integer.toString(MAX_MESSAGE_BYTES));
    settings.put("replica.fetch.max.bytes", Integer.toString(MAX_MESSAGE_BYTES));
    settings.putAll(oneBroker());
    settings.putAll(quickComeback());
    settings.putAll(smallFootprint());
    return settings;
  }

  /** The internal topics would otherwise wait for three brokers. */
  private static Map<String, String> oneBroker() {
    return Map.of(
        "offsets.topic.replication.factor", "1",
        "offsets.topic.num.partitions", "4",
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "transaction.state.log.num.partitions", "4",
        "share.coordinator.state.topic.replication.factor", "1",
        "share.coordinator.state.topic.min.isr", "1",
        "share.coordinator.state.topic.num.partitions", "4",
        "group.initial.rebalance.delay.ms", "0");
  }

  /** After a crash, a broker's old registration has to run out before it can register again. */
  private static Map<String, String> quickComeback() {
    return Map.of("broker.session.timeout.ms", "2000", "broker.heartbeat.interval.ms", "400");
  }

  private static Map<String, String> smallFootprint() {
    return Map.of(
        "log.cleaner.dedupe.buffer.size", Integer.toString(2 * 1024 * 1024),
        "log.cleaner.threads", "1",
        "num.network.threads", "2",
        "num.io.threads", "4",
        "background.threads", "2");
  }
}
