package io.confnotes.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Capability;
import io.confnotes.embedded.access.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.BindMode;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The images of the services, confined as the manifests say: no root, no capabilities, no further
 * privileges, a read-only file system. Runs where {@code confnotes.test.image.services} is their
 * tag.
 */
@Tag("containers")
class ContainersIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String KEY = "/etc/confnotes/access/key.pem";
  private static final String PASSWORD = "of-a-test";
  private static final @Nullable String TAG = System.getProperty("confnotes.test.image.services");
  private static final Map<String, String> BROKERS =
      Map.of("CONFNOTES_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092");

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Path key;
  private final Network network = Network.newNetwork();

  ContainersIT(@TempDir Path folder) throws IOException {
    Assumptions.assumeTrue(
        TAG != null, "Images are not tested: confnotes.test.image.services has no tag of theirs");
    // Written anew, so that the user of a container may read it
    this.key =
        Files.writeString(folder.resolve("key.pem"), Files.readString(TestTokens.publicKey()));
  }

  @BeforeEach
  void startServers() throws SQLException {
    started.push(network);
    startPostgreSQL();
    start(kafka());
    start(once(topics()));
    start(once(service("summary-service", database("confnotes_owner")).withCommand("migrate")));
  }

  @AfterEach
  void stop() throws Exception {
    for (var container : started) {
      container.close();
    }
  }

  @Test
  void shouldTakeTheFirstDocument() throws Exception {
    // Given
    start(listening(service("ingest-service", BROKERS), 8081));
    start(
        listening(service("summary-service", database("confnotes_owner")).withEnv(BROKERS), 8082));
    var query =
        start(
            listening(service("query-service", database("confnotes_reader")), 8080)
                .withEnv("CONFNOTES_INGEST_URL", "http://ingest-service:8081")
                .withEnv("CONFNOTES_SUMMARY_URL", "http://summary-service:8082"));
    String address = "http://%s:%d".formatted(query.getHost(), query.getMappedPort(8080));

    // When
    var answer =
        send(
            request(address + "/api/v1/notes?event=Harbour+Days+2024")
                .header("Authorization", "Bearer " + TestTokens.of("submit"))
                .header("Content-Type", "text/plain")
                .POST(
                    BodyPublishers.ofString(
                        "Tides at Home\nMara Quill\nA jar of water is enough to see the tide come in.\n")));

    // Then
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(send(request(address + "/api/v1/talks?q=tide").GET()).body())
                    .contains("Tides at Home"));
    var healthy =
        query.execInContainer(
            "java", "-cp", "/deployments/tools/confnotes-image.jar", "io.confnotes.image.Healthy");
    assertThat(healthy.getExitCode()).as(healthy.getStderr()).isZero();
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(30));
  }

  private GenericContainer<?> start(GenericContainer<?> container) {
    started.push(container);
    container.start();
    return container;
  }

  /** With the roles that a deployer makes. */
  private void startPostgreSQL() throws SQLException {
    var server =
        new PostgreSQLContainer(
            DockerImageName.parse(
                    System.getProperty("confnotes.test.image.postgresql", "postgres:18"))
                .asCompatibleSubstituteFor("postgres"));
    server.withNetwork(network).withNetworkAliases("postgres");
    start(server);
    try (var connection =
            DriverManager.getConnection(
                server.getJdbcUrl(), server.getUsername(), server.getPassword());
        var statement = connection.createStatement()) {
      for (var role : List.of("confnotes_owner", "confnotes_reader")) {
        statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(role, PASSWORD));
      }
      statement.execute("CREATE DATABASE confnotes OWNER confnotes_owner");
    }
  }

  private GenericContainer<?> kafka() {
    var image = System.getProperty("confnotes.test.image.kafka", "apache/kafka:4.1.1");
    return confined(new GenericContainer<>(DockerImageName.parse(image)), "1000:1000", 1024)
        .withNetwork(network)
        .withNetworkAliases("kafka")
        .withEnv("KAFKA_NODE_ID", "1")
        .withEnv("KAFKA_PROCESS_ROLES", "broker,controller")
        .withEnv("KAFKA_LISTENERS", "PLAINTEXT://:9092,CONTROLLER://localhost:9093")
        .withEnv("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://kafka:9092")
        .withEnv("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT")
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

  private GenericContainer<?> topics() {
    return service("ingest-service", BROKERS)
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

  private GenericContainer<?> service(String name, Map<String, String> environment) {
    var image = DockerImageName.parse("confnotes/" + name + ":" + TAG);
    return confined(new GenericContainer<>(image), "10001:10001", 640)
        .withNetwork(network)
        .withNetworkAliases(name)
        .withTmpFs(Map.of("/tmp", "rw,exec,size=64m,mode=1777"))
        .withFileSystemBind(key.toString(), KEY, BindMode.READ_ONLY)
        .withEnv(environment)
        .withLogConsumer(frame -> System.out.print(name + " | " + frame.getUtf8String()));
  }

  /** Runs to its end. */
  private static GenericContainer<?> once(GenericContainer<?> container) {
    return container.withStartupCheckStrategy(
        new OneShotStartupCheckStrategy().withTimeout(PATIENCE));
  }

  private static GenericContainer<?> listening(GenericContainer<?> container, int port) {
    return container
        .withEnv("CONFNOTES_HTTP_HOST", "0.0.0.0")
        .withEnv("CONFNOTES_HTTP_PORT", Integer.toString(port))
        .withEnv("CONFNOTES_ACCESS_KEYS", KEY)
        .withExposedPorts(port)
        .waitingFor(Wait.forHttp("/q/health/ready").forPort(port).withStartupTimeout(PATIENCE));
  }

  private static GenericContainer<?> confined(
      GenericContainer<?> container, String user, int mebibytes) {
    return container.withCreateContainerCmdModifier(
        command -> {
          command.withUser(user);
          var host = command.getHostConfig();
          if (host == null) {
            throw new IllegalStateException("no settings of the host to confine it with");
          }
          host.withReadonlyRootfs(true)
              .withCapDrop(Capability.ALL)
              .withSecurityOpts(List.of("no-new-privileges"))
              .withMemory((long) mebibytes << 20);
        });
  }
}
