package io.confnotes.benchmarks.load;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

/** A service as a JVM of its own, which ends with this one. */
final class ServiceProcess implements AutoCloseable {

  private static final Duration MIGRATED = Duration.ofMinutes(30);
  private static final Duration READY = Duration.ofSeconds(60);
  private static final Duration STOPPED = Duration.ofSeconds(10);
  private static final long POLL_MILLIS = 100;
  private static final int SHOWN = 30;

  private final Process process;
  private final Thread hook;

  private ServiceProcess(Program program, String heap, Call call) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap);
    command.add("-jar");
    command.add(program.jar().toString());
    command.addAll(call.arguments());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(call.log().toFile()));
    builder.environment().putAll(call.environment());
    process = builder.start();
    hook = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * A service that was built.
   *
   * @param folder its {@code quarkus-app}
   */
  record Program(Path folder) {

    Program {
      if (Files.notExists(folder.resolve("quarkus-run.jar"))) {
        throw new IllegalStateException(
            "There is no "
                + folder.resolve("quarkus-run.jar")
                + ": build it with mvn package -DskipTests, and start this from the repository's"
                + " root or name the folder");
      }
    }

    Path jar() {
      return folder.resolve("quarkus-run.jar");
    }

    /** A setting that the service was built with. */
    String setting(String name) throws IOException {
      try (var jars = Files.newDirectoryStream(folder.resolve("app"), "*.jar")) {
        for (Path path : jars) {
          try (JarFile jar = new JarFile(path.toFile())) {
            Properties settings = new Properties();
            settings.load(jar.getInputStream(jar.getJarEntry("application.properties")));
            return settings.getProperty(name, "");
          }
        }
      }
      return "";
    }
  }

  private record Call(Map<String, String> environment, Path log, List<String> arguments) {}

  /** Runs summary-service's migration to its end. */
  static void migrate(Program summaryService, Map<String, String> environment, Path log)
      throws IOException, InterruptedException {
    Call call = new Call(environment, log, List.of("migrate"));
    try (ServiceProcess migration = new ServiceProcess(summaryService, "256m", call)) {
      if (!migration.process.waitFor(MIGRATED.toSeconds(), TimeUnit.SECONDS)
          || migration.process.exitValue() != 0) {
        throw new IllegalStateException("The tables could not be migrated:\n" + end(log));
      }
    }
  }

  /** Starts query-service and returns when it is ready. */
  static ServiceProcess query(
      Program queryService, int heapMegabytes, Map<String, String> environment, int port, Path log)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>(environment);
    all.put("CONFNOTES_HTTP_HOST", "127.0.0.1");
    all.put("CONFNOTES_HTTP_PORT", Integer.toString(port));
    ServiceProcess service =
        new ServiceProcess(queryService, heapMegabytes + "m", new Call(all, log, List.of()));
    try {
      service.awaitReady(URI.create("http://127.0.0.1:" + port + "/q/health/ready"), log);
      return service;
    } catch (IllegalStateException | InterruptedException e) {
      service.close();
      throw e;
    }
  }

  private void awaitReady(URI health, Path log) throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(READY);
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!isReady(client, health)) {
        if (!process.isAlive() || Instant.now().isAfter(deadline)) {
          throw new IllegalStateException("query-service is not ready:\n" + end(log));
        }
        Thread.sleep(POLL_MILLIS);
      }
    }
  }

  private static boolean isReady(HttpClient client, URI health) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(health).timeout(READY).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** The last lines of a log: its folder may be about to be deleted. */
  private static String end(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN), lines.size()));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Asks the process to end, and ends it by force when it takes too long. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOPPED.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This JVM is ending: the hook has run
    }
  }
}
