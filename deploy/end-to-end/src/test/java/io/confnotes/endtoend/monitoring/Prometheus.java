package io.confnotes.endtoend.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import io.confnotes.endtoend.Standalone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Prometheus with the configuration of the project, but for ports and a shorter interval. */
final class Prometheus implements AutoCloseable {
  private final Standalone confnotes;
  private final Path folder;
  private final Process process;
  private final String address;

  Prometheus(Path program, Path folder, Standalone confnotes) throws IOException {
    this(program, folder, confnotes, "2s", rules -> rules);
  }

  /**
   * Starts it.
   *
   * @param interval between two readings, and two evaluations of the rules
   * @param rules what becomes of the rules
   */
  Prometheus(Path program, Path folder, Standalone confnotes, String interval, Change rules)
      throws IOException {
    this.confnotes = confnotes;
    this.folder = folder;
    int port = freePort();
    this.address = "http://127.0.0.1:" + port;
    copy("prometheus.yml", folder, text -> text.replace("15s", interval).replace("10s", interval));
    copy("rules.yml", folder, rules);
    watch(targets -> targets);
    this.process =
        new ProcessBuilder(
                program.toString(),
                "--config.file=" + folder.resolve("prometheus.yml"),
                "--web.listen-address=127.0.0.1:" + port,
                "--storage.tsdb.path=" + folder.resolve("data"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
  }

  /** What is made of a file. */
  interface Change {
    String of(String text);
  }

  /** Reads the metrics of other targets from now on. */
  void watch(Change targets) {
    try {
      copy("targets.yml", folder, text -> targets.of(ports(text)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(String file, Path folder, Change change) throws IOException {
    String text = Files.readString(Monitoring.PROMETHEUS.resolve(file));
    Files.writeString(folder.resolve(file), change.of(text));
  }

  private String ports(String targets) {
    return targets
        .replace(":8080", ":" + confnotes.portBase())
        .replace(":8081", ":" + (confnotes.portBase() + 1))
        .replace(":8082", ":" + (confnotes.portBase() + 2));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  boolean isReady() {
    try {
      return confnotes.get(address + "/-/ready").statusCode() == 200;
    } catch (UncheckedIOException notYet) {
      if (!process.isAlive()) {
        throw new IllegalStateException("Prometheus ended", notYet);
      }
      return false;
    }
  }

  /** The series that a query finds now. */
  List<JsonNode> query(String expression) {
    JsonNode answer =
        confnotes.json(
            address
                + "/api/v1/query?query="
                + URLEncoder.encode(expression, StandardCharsets.UTF_8));
    return Monitoring.elements(answer.at("/data/result")).toList();
  }

  /** The rules as they were evaluated. */
  List<JsonNode> rules() {
    return Monitoring.elements(confnotes.json(address + "/api/v1/rules").at("/data/groups"))
        .flatMap(group -> Monitoring.elements(group.get("rules")))
        .toList();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
