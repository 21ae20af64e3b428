package io.confnotes.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The distribution, started with its script as a user would, on free ports. */
public final class Standalone implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final Path SCRIPT =
      Path.of("..", "standalone", "confnotes").toAbsolutePath().normalize();
  private static final Duration START = Duration.ofSeconds(90);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final Path data;
  private final int portBase;
  private final Map<String, String> environment;
  private Process process;
  private Path output;
  private @Nullable String token;

  /** Starts it and returns when it is ready. */
  public Standalone(Path data) {
    this(data, Map.of());
  }

  /**
   * Starts it and returns when it is ready.
   *
   * @param environment variables beside those of this process, which the services get too
   */
  public Standalone(Path data, Map<String, String> environment) {
    this.data = data;
    this.portBase = freePortBase();
    this.environment = environment;
    this.output = output();
    this.process = launch();
    awaitReady();
  }

  /** Runs the script to its end. */
  public record Run(int status, String output) {}

  public static Run run(String... arguments) throws IOException, InterruptedException {
    Path output = Files.createTempFile("confnotes-", ".out");
    Process process = process(output, Map.of(), arguments);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("did not end: " + Files.readString(output));
    }
    return new Run(process.exitValue(), Files.readString(output));
  }

  private Process launch() {
    return process(
        output, environment, "--data", data.toString(), "--port-base", Integer.toString(portBase));
  }

  private static Process process(
      Path output, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
    command.addAll(List.of(arguments));
    try {
      var builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path output() {
    try {
      return Files.createTempFile("confnotes-", ".out");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first of six ports in a row of which none is taken. */
  static int freePortBase() {
    for (int base = 20_000 + (int) (ProcessHandle.current().pid() % 1000) * 10;
        base < 60_000;
        base += 10) {
      if (Stream.iterate(base, port -> port + 1).limit(6).allMatch(Standalone::isFree)) {
        return base;
      }
    }
    throw new IllegalStateException("no free ports");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  void awaitReady() {
    await("ready", START, () -> Stream.of(0, 1, 2).allMatch(this::ready));
  }

  private boolean ready(int service) {
    try {
      return get("http://localhost:" + (portBase + service) + "/q/health/ready").statusCode()
          == 200;
    } catch (UncheckedIOException notYet) {
      if (!process.isAlive()) {
        throw new IllegalStateException("it ended: " + printed());
      }
      return false;
    }
  }

  /** Asks a condition again until it holds; fails with what was printed when the time is over. */
  public void await(String what, Duration atMost, Condition condition) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "not " + what + " within " + atMost.toSeconds() + " s: " + printed());
      }
      java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /** Something that becomes true. */
  public interface Condition {
    boolean holds();
  }

  String printed() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path data() {
    return data;
  }

  public String web() {
    return "http://localhost:" + portBase;
  }

  public int portBase() {
    return portBase;
  }

  public ProcessHandle launcher() {
    return process.toHandle();
  }

  /** The process of a service, by its name: ingest, summary or query. */
  public ProcessHandle service(String name) {
    return findService(name).orElseThrow(() -> new IllegalStateException("no process of " + name));
  }

  /** The same, while it may just be started again. */
  Optional<ProcessHandle> findService(String name) {
    return launcher()
        .descendants()
        .filter(ProcessHandle::isAlive)
        .filter(child -> child.info().commandLine().orElse("").contains("services/" + name + "/"))
        .findFirst();
  }

  /** The database's first process. */
  ProcessHandle postgresql() {
    try {
      long pid =
          Long.parseLong(
              Files.readAllLines(data.resolve("postgresql/postmaster.pid")).getFirst().strip());
      return ProcessHandle.of(pid)
          .orElseThrow(() -> new IllegalStateException("PostgreSQL does not run"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a token with every request from now on, signed with that private key. */
  public void signIn(Path key) throws IOException, InterruptedException {
    token = token(key);
  }

  /** A token for everything, signed with that private key. */
  public static String token(Path key) throws IOException, InterruptedException {
    return run(
            "token",
            "--key",
            key.toString(),
            "--subject",
            "test",
            "--expires",
            "1d",
            "--scope",
            "read submit curate operate")
        .output()
        .lines()
        .filter(line -> line.startsWith("eyJ"))
        .findFirst()
        .orElseThrow();
  }

  /** A request to query-service. */
  public HttpRequest.Builder request(String path) {
    return asked(web() + path);
  }

  private HttpRequest.Builder asked(String address) {
    var request = HttpRequest.newBuilder(URI.create(address));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  public HttpResponse<String> get(String address) {
    return send(asked(address).timeout(Duration.ofSeconds(10)).build());
  }

  public JsonNode json(String path) {
    HttpResponse<String> answer = get(path.startsWith("http") ? path : web() + path);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          path + " answered " + answer.statusCode() + " " + answer.body());
    }
    return parse(answer.body());
  }

  public HttpResponse<String> post(String path, String text) {
    return send(
        request(path)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "text/plain; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(text, StandardCharsets.UTF_8))
            .build());
  }

  HttpResponse<String> delete(String path) {
    return send(request(path).timeout(Duration.ofSeconds(20)).DELETE().build());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(json, e);
    }
  }

  /** Submits a document and returns what was accepted. */
  public JsonNode submit(String parameters, String text) {
    HttpResponse<String> answer = post("/api/v1/notes?" + parameters, text);
    if (answer.statusCode() != 202) {
      throw new IllegalStateException("not accepted: " + answer.statusCode() + " " + answer.body());
    }
    return parse(answer.body());
  }

  /** Waits until a submission has come to its end, and returns its state. */
  public String awaitState(JsonNode accepted) {
    String[] state = {""};
    await(
        "processed",
        Duration.ofSeconds(60),
        () -> {
          HttpResponse<String> answer = get(accepted.get("status").asText());
          state[0] = answer.statusCode() == 200 ? parse(answer.body()).get("state").asText() : "";
          return !state[0].isEmpty();
        });
    return state[0];
  }

  /** Ends it as Ctrl-C or a service manager does, and returns when it has ended. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("did not stop: " + printed());
    }
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void startAgain() {
    output = output();
    process = launch();
    awaitReady();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
