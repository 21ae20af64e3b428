package io.confnotes.image;

import static java.util.Objects.requireNonNull;

import io.confnotes.embedded.FreePort;
import io.confnotes.embedded.access.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * PostgreSQL and Kafka in containers, with the tables and topics, and the services that tests start
 * beside them. Started once for all tests, which keep apart by their events.
 */
final class Servers implements AutoCloseable {
  private static final String PASSWORD = "of-a-test";
  private static final Map<String, String> BROKERS =
      Map.of("CONFNOTES_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092");

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final Network network = Network.newNetwork();
  private final Path key = publicKey();
  private final int kafkaPort = FreePort.find();
  private final PostgreSQLContainer postgreSQL =
      new PostgreSQLContainer(
          DockerImageName.parse(
                  System.getProperty("confnotes.test.image.postgresql", "postgres:18"))
              .asCompatibleSubstituteFor("postgres"));

  private Servers() {
    started.push(network);
  }

  static Servers start() {
    var servers = new Servers();
    try {
      servers.startServers();
      return servers;
    } catch (SQLException | RuntimeException e) {
      servers.close();
      throw new IllegalStateException("servers in containers do not start", e);
    }
  }

  private void startServers() throws SQLException {
    postgreSQL.withNetwork(network).withNetworkAliases("postgres");
    start(postgreSQL);
    createDatabase();
    start(kafka());
    start(topics());
    start(
        new Service("summary-service", network)
            .once()
            .withEnv(database("confnotes_owner"))
            .withCommand("migrate"));
  }

  Service ingest() {
    return new Service("ingest-service", network).serving(key.toString()).withEnv(BROKERS);
  }

  Service summary() {
    return new Service("summary-service", network)
        .serving(key.toString())
        .withEnv(BROKERS)
        .withEnv(database("confnotes_owner"));
  }

  /**
   * @param ingestUrl where it reaches ingest-service
   */
  Service query(String ingestUrl) {
    return new Service("query-service", network)
        .serving(key.toString())
        .withEnv(database("confnotes_reader"))
        .withEnv("CONFNOTES_INGEST_URL", ingestUrl);
  }

  /** A connection of the owner of the tables. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        postgreSQL.getJdbcUrl().replaceFirst("/[^/]*$", "/confnotes"), "confnotes_owner", PASSWORD);
  }

  /** Where this machine reaches the brokers. */
  String bootstrapServers() {
    return "localhost:" + kafkaPort;
  }

  /** The address by which containers reach this machine. */
  InetAddress host() {
    var details =
        postgreSQL.getDockerClient().inspectNetworkCmd().withNetworkId(network.getId()).exec();
    try {
      return InetAddress.getByName(
          requireNonNull(details.getIpam().getConfig()).getFirst().getGateway());
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    for (var container : started) {
      try {
        container.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void start(GenericContainer<?> container) {
    started.push(container);
    container.start();
  }

  /** In a file that the user of a container may read. */
  private static Path publicKey() {
    try {
      return Files.setPosixFilePermissions(
          TestTokens.publicKey(), PosixFilePermissions.fromString("rw-r--r--"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With the roles that a deployer makes. */
  private void createDatabase() throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                postgreSQL.getJdbcUrl(), postgreSQL.getUsername(), postgreSQL.getPassword());
        var statement = connection.createStatement()) {
      for (var role : List.of("confnotes_owner", "confnotes_reader")) {
        statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(role, PASSWORD));
      }
      statement.execute("CREATE DATABASE confnotes OWNER confnotes_owner");
    }
  }

  private GenericContainer<?> kafka() {
    var image = System.getProperty("confnotes.test.image.kafka", "apache/kafka:4.1.1");
    var kafka = new GenericContainer<>(DockerImageName.parse(image));
    // The same here and there, because brokers tell their clients where they are
    kafka.setPortBindings(List.of("127.0.0.1:%d:%d".formatted(kafkaPort, kafkaPort)));
    return kafka
        .withCreateContainerCmdModifier(new Confinement("1000:1000", 1024)::confine)
        .withNetwork(network)
        .withNetworkAliases("kafka")
        .withEnv("KAFKA_NODE_ID", "1")
        .withEnv("KAFKA_PROCESS_ROLES", "broker,controller")
        .withEnv(
            "KAFKA_LISTENERS",
            "PLAINTEXT://:9092,HOST://:" + kafkaPort + ",CONTROLLER://localhost:9093")
        .withEnv(
            "KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://kafka:9092,HOST://localhost:" + kafkaPort)
        .withEnv(
            "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
            "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,HOST:PLAINTEXT")
        .withEnv("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER")
        .withEnv("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093")
        .withEnv("KAFKA_LOG_DIRS", "/var/lib/kafka/data/log")
        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
        .withEnv("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1")
        .withEnv("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1")
        .withEnv("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1")
        .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
        .withEnv("KAFKA_LOG_CLEANER_DEDUPE_BUFFER_SIZE", "4194304")
        .withEnv("KAFKA_HEAP_OPTS", "-Xms384m -Xmx384m")
        .withEnv("LOG_DIR", "/tmp/logs")
        .waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1))
        .withTmpFs(
            Map.of(
                "/tmp", "rw,exec,size=64m,mode=1777",
                "/var/lib/kafka/data", "rw,size=512m,uid=1000,gid=1000",
                "/opt/kafka/config", "rw,size=1m,uid=1000,gid=1000"));
  }

  private Service topics() {
    return new Service("ingest-service", network)
        .once()
        .withEnv(BROKERS)
        .withCreateContainerCmdModifier(
            command ->
                command.withEntrypoint(
                    "java",
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                    "-cp",
                    "/deployments/tools/*:/deployments/lib/boot/*:/deployments/lib/main/*",
                    "io.confnotes.image.Topics"));
  }

  private static Map<String, String> database(String role) {
    return Map.of(
        "CONFNOTES_DATABASE_URL", "jdbc:postgresql://postgres:5432/confnotes",
        "CONFNOTES_DATABASE_USERNAME", role,
        "CONFNOTES_DATABASE_PASSWORD", PASSWORD);
  }
}
