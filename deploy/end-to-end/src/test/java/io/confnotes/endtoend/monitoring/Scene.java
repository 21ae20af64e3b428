package io.confnotes.endtoend.monitoring;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.confnotes.endtoend.Standalone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A pipeline that is watched, and what can be done to it. */
record Scene(Standalone confnotes, Prometheus prometheus) {
  static final Undo NOTHING_TO_UNDO = () -> {};
  static final String NOTES =
      """
      # Tides at Home, by Mara Quill

      - A jar of water is enough to see the tide come in
      """;

  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Ends what was done. */
  interface Undo extends AutoCloseable {
    @Override
    void close();
  }

  static Undo all(List<Undo> undos) {
    return () -> undos.forEach(Undo::close);
  }

  /** A process that does nothing any more, and does not end. */
  Undo freeze(ProcessHandle process) {
    signal("STOP", process);
    return () -> signal("CONT", process);
  }

  private static void signal(String name, ProcessHandle process) {
    try {
      // A shell has it, where there may be no program of that name
      String kill = "kill -%s %d".formatted(name, process.pid());
      int status = new ProcessBuilder("sh", "-c", kill).start().waitFor();
      if (status != 0) {
        throw new IllegalStateException("kill ended with " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Kills a service, and waits until it was started again and Prometheus has seen it. */
  void killAndAwaitAgain(String service) {
    AtomicReference<Double> started = new AtomicReference<>(0.0);
    confnotes.await("seen", PATIENCE, () -> isLater(service, started));
    confnotes.service(service).destroyForcibly();
    confnotes.await("seen again", PATIENCE, () -> isLater(service, started));
  }

  /** Whether it was started later than is known, which is known afterwards. */
  private boolean isLater(String service, AtomicReference<Double> known) {
    return prometheus.query("process_start_time_seconds{job=\"" + service + "-service\"}").stream()
        .map(series -> Double.valueOf(series.at("/value/1").asText()))
        .anyMatch(started -> started > known.getAndAccumulate(started, Math::max));
  }

  /** Waits until Prometheus finds something. */
  void awaitSeries(String query) {
    confnotes.await("there: " + query, PATIENCE, () -> !prometheus.query(query).isEmpty());
  }

  /** Tells the database of that name something, as its superuser. */
  void sql(String database, String statement) {
    try (Connection connection = connect(database)) {
      execute(connection, statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Holds a table, so that nobody can read it. */
  Undo lock(String table) {
    try {
      Connection connection = connect("confnotes");
      connection.setAutoCommit(false);
      execute(connection, "LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
      return () -> close(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connect(String database) throws SQLException {
    Properties passwords = new Properties();
    try (var file = Files.newBufferedReader(confnotes.data().resolve("passwords.properties"))) {
      passwords.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + (confnotes.portBase() + 5) + "/" + database,
        "postgres",
        passwords.getProperty("superuser"));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** People without a token who ask the same again and again, whatever is answered. */
  Undo visitors(int number, String path) {
    return repeatedly(number, () -> HttpRequest.newBuilder(URI.create(confnotes.web() + path)));
  }

  /** Somebody who submits something new again and again, whatever is answered. */
  Undo sender() {
    AtomicInteger sent = new AtomicInteger();
    return repeatedly(
        1,
        () ->
            confnotes
                .request("/api/v1/notes?document=" + sent.getAndIncrement())
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(NOTES)));
  }

  private static Undo repeatedly(int number, Supplier<HttpRequest.Builder> request) {
    ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    for (int i = 0; i < number; i++) {
      executor.execute(
          () -> {
            while (!Thread.currentThread().isInterrupted()) {
              ask(client, request.get().timeout(PATIENCE).build());
            }
          });
    }
    return () -> {
      executor.shutdownNow();
      executor.close();
      client.shutdownNow();
    };
  }

  private static void ask(HttpClient client, HttpRequest request) {
    try {
      client.send(request, BodyHandlers.discarding());
    } catch (IOException away) {
      // Asked again
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Begins to send an archive to ingest-service, of which nothing comes. */
  Undo slowUpload() {
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), confnotes.portBase() + 1);
      HttpRequest request = confnotes.request("/api/v1/notes").build();
      String authorization = request.headers().firstValue("Authorization").orElseThrow();
      socket
          .getOutputStream()
          .write(
              """
              POST /api/v1/notes HTTP/1.1
              Host: localhost
              Authorization: %s
              Content-Type: application/zip
              Content-Length: 1000000

              """
                  .formatted(authorization)
                  .replace("\n", "\r\n")
                  .getBytes(US_ASCII));
      return () -> close(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A member of a group of consumers, which takes its part of the log and applies nothing. */
  Undo consumer(String group) {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                "127.0.0.1:" + (confnotes.portBase() + 3),
                ConsumerConfig.GROUP_ID_CONFIG,
                group,
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (consumer) {
                    consumer.subscribe(List.of("confnotes.documents.v1"));
                    while (true) {
                      consumer.poll(Duration.ofMillis(200));
                    }
                  } catch (WakeupException end) {
                    // Leaves the group
                  }
                });
    return () -> {
      consumer.wakeup();
      join(thread);
    };
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
