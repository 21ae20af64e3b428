package io.confnotes.endtoend.compose;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The compose files in a folder of their own, as a deployer has them, and Docker Compose for them.
 * Containers, networks and volumes are this folder's, and go with it.
 */
final class Compose implements AutoCloseable {
  private static final Path DEPLOY = Path.of("..").toAbsolutePath().normalize();
  private static final String STAND_INS = "stand-ins.yaml";
  private static final long PATIENCE_SECONDS = 240;
  private static final Map<String, String> IMAGES =
      Map.of(
          "TEST_TAG",
          System.getProperty("confnotes.test.image.services", ""),
          "TEST_POSTGRESQL",
          System.getProperty("confnotes.test.image.postgresql", "postgres:18"),
          "TEST_KAFKA",
          System.getProperty("confnotes.test.image.kafka", "apache/kafka:4.1.1"));

  private final Path folder;
  private final String project = "confnotes-test-" + ProcessHandle.current().pid();

  private Compose(Path folder) {
    this.folder = folder;
  }

  /**
   * Copies the files, and makes the secrets. Skips the test where Docker Compose is not installed,
   * unless {@code CONFNOTES_TEST_REQUIRE_COMPOSE} is set.
   *
   * @param deploy an empty folder
   */
  static Compose prepare(Path deploy) {
    var compose = new Compose(deploy.resolve("compose"));
    compose.copy(deploy);
    Assumptions.assumeTrue(
        System.getenv("CONFNOTES_TEST_REQUIRE_COMPOSE") != null
            || compose.run(List.of("docker", "compose", "version")).status() == 0,
        "No Docker Compose on this machine: its tests are skipped");
    compose.demand(List.of("./prepare"));
    return compose;
  }

  private void copy(Path deploy) {
    var original = DEPLOY.resolve("compose");
    try (Stream<Path> files = Files.walk(original)) {
      for (var file : (Iterable<Path>) files::iterator) {
        var name = original.relativize(file);
        if (!name.startsWith(".env") && !name.startsWith("secrets")) {
          Files.copy(file, folder.resolve(name));
        }
      }
      for (var needed : List.of("standalone", "monitoring")) {
        Files.createSymbolicLink(deploy.resolve(needed), DEPLOY.resolve(needed));
      }
      try (var standIns = Compose.class.getResourceAsStream("/compose/" + STAND_INS)) {
        Files.copy(requireNonNull(standIns), folder.resolve(STAND_INS));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the tool makes of files; an error where it does not understand them. */
  String understood(String... files) {
    return demand(command(List.of(files), "config"));
  }

  /** Starts services, or all, and returns when they are healthy. */
  void up(String... services) {
    var command = compose("up", "--detach", "--wait");
    command.addAll(List.of(services));
    var run = run(command);
    if (run.status() != 0) {
      throw new AssertionError(
          run.output() + run(compose("logs", "--no-color", "--tail", "100")).output());
    }
  }

  /** Removes the containers, and leaves the volumes. */
  void down() {
    demand(compose("down"));
  }

  /** Host and port on this machine of what a service listens to. */
  String address(String service, int port) {
    return demand(compose("port", service, Integer.toString(port))).strip();
  }

  /** A password that was made. */
  String password(String name) {
    var made = new Properties();
    try (var file = Files.newBufferedReader(folder.resolve(".env"))) {
      made.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return made.getProperty("CONFNOTES_" + name + "_PASSWORD");
  }

  /** The key that signs tokens. */
  Path key() {
    return folder.resolve("secrets/private-key.json");
  }

  /** The SQL of the script that makes the roles. */
  String roles() {
    try {
      var script = Files.readString(folder.resolve("postgres/roles.sh"));
      var sql = script.split("<<'SQL'\n")[1].split("\nSQL")[0];
      return sql.replace(":'owner'", "'" + password("OWNER") + "'")
          .replace(":'reader'", "'" + password("READER") + "'");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    run(compose("down", "--volumes", "--timeout", "5"));
  }

  private List<String> compose(String... arguments) {
    return command(List.of("compose.yaml", STAND_INS), arguments);
  }

  private List<String> command(List<String> files, String... arguments) {
    var command = new ArrayList<>(List.of("docker", "compose", "--project-name", project));
    for (var file : files) {
      command.addAll(List.of("--file", file));
    }
    command.addAll(List.of(arguments));
    return command;
  }

  private String demand(List<String> command) {
    var run = run(command);
    if (run.status() != 0) {
      throw new AssertionError(command + ": " + run.output());
    }
    return run.output();
  }

  private record Run(int status, String output) {}

  private Run run(List<String> command) {
    try {
      var output = Files.createTempFile("compose-", ".out");
      var builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().putAll(IMAGES);
      var process = builder.start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " does not end: " + Files.readString(output));
      }
      return new Run(process.exitValue(), Files.readString(output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
