package io.confnotes.standalone.prepare;

import io.confnotes.standalone.Refusal;
import io.confnotes.standalone.process.Console;
import io.confnotes.standalone.status.Readiness;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Runs the whole distribution once on data of its own, uses it a little, and stops it, upon which
 * each JVM writes its cache.
 */
final class TrainingRun {

  private static final Duration READY = Duration.ofMinutes(3);
  private static final Duration ANSWERED = Duration.ofSeconds(30);
  private static final Duration STOPPED = Duration.ofMinutes(5);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int TIMEOUT_MILLIS = 10_000;
  private static final List<String> PORTS =
      List.of(
          "--web-port",
          "--ingest-port",
          "--summary-port",
          "--kafka-port",
          "--kafka-controller-port",
          "--postgresql-port");
  private static final List<String> CACHES =
      List.of("launcher.aot", "ingest.aot", "summary.aot", "query.aot");
  private static final List<String> READS =
      List.of("/api/v1/talks", "/api/v1/talks?q=cache", "/api/v1/tags", "/");
  private static final String NOTES =
      """
      # Small caches, by Ada Quill

      - A cache is a promise to forget in time
      - Measure the misses before adding memory
      """;

  private final Path caches;
  private final Console console;
  private final List<Integer> ports;

  TrainingRun(Path caches, Console console) throws IOException {
    this.caches = caches;
    this.console = console;
    this.ports = freePorts(PORTS.size());
  }

  void run() throws IOException {
    console.step("making start-up caches: this takes about a minute, once");
    var data = Files.createTempDirectory("confnotes-training-");
    var log = caches.resolve("training.log");
    var process =
        new ProcessBuilder(command(data))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(log.toFile()))
            .start();
    try {
      await(READY, "is not ready, see " + log, () -> !process.isAlive() || areAllReady());
      requireAlive(process, log);
      console.step("everything runs");
      use();
      process.destroy();
      if (!process.waitFor(STOPPED.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("the run did not end, see " + log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly().onExit().join();
      delete(data);
    }
    requireCaches(log);
    console.step("start-up caches made");
  }

  /** As the script runs it, with the flags this JVM has from the script. */
  private List<String> command(Path data) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith("-XX:AOT") && !argument.startsWith("-Xlog"))
        .forEach(command::add);
    command.add("-XX:AOTCacheOutput=" + caches.resolve("launcher.aot"));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "io.confnotes.standalone.Confnotes"));
    command.addAll(List.of("--data", data.toString(), "--training", caches.toString()));
    for (int i = 0; i < ports.size(); i++) {
      command.addAll(List.of(PORTS.get(i), Integer.toString(ports.get(i))));
    }
    return command;
  }

  private boolean areAllReady() {
    return ports.subList(0, 3).stream()
        .allMatch(port -> Readiness.isReady("http://127.0.0.1:" + port));
  }

  /** One note through all of it, then the pages and lists that people open first. */
  private void use() throws IOException {
    var connection = connect(ports.get(1), "/api/v1/notes");
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Content-Type", "text/markdown");
    connection.setDoOutput(true);
    try (var body = connection.getOutputStream()) {
      body.write(NOTES.getBytes(StandardCharsets.UTF_8));
    }
    if (connection.getResponseCode() != HttpURLConnection.HTTP_ACCEPTED) {
      throw new IOException("ingest-service answered a note with " + connection.getResponseCode());
    }
    await(
        ANSWERED,
        "does not show the note it was given",
        () -> get("/api/v1/talks").contains("Small caches"));
    READS.forEach(this::get);
  }

  private String get(String path) {
    try (var body = connect(ports.getFirst(), path).getInputStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static HttpURLConnection connect(int port, String path) throws IOException {
    var connection =
        (HttpURLConnection) URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    return connection;
  }

  private static void await(Duration limit, String otherwise, BooleanSupplier condition)
      throws IOException {
    var deadline = Instant.now().plus(limit);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new IOException("Confnotes " + otherwise);
      }
      try {
        Thread.sleep(POLL);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }

  private static void requireAlive(Process process, Path log) throws IOException {
    if (!process.isAlive()) {
      var lines = Files.readAllLines(log);
      throw new Refusal(
          "Confnotes does not start: " + (lines.isEmpty() ? "no output" : lines.getLast()));
    }
  }

  private void requireCaches(Path log) throws IOException {
    for (var name : CACHES) {
      if (Files.notExists(caches.resolve(name))) {
        throw new IOException("no " + name + " was written, see " + log);
      }
    }
  }

  private static List<Integer> freePorts(int count) throws IOException {
    var sockets = new ArrayList<ServerSocket>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (var socket : sockets) {
        socket.close();
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
