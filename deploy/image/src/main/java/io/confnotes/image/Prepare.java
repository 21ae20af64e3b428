package io.confnotes.image;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Makes a service's start command, and the cache of loaded and linked classes it starts faster
 * with; while an image is built, on the JVM that the image has.
 */
public final class Prepare {
  private static final int PORT = 8099;
  private static final long PATIENCE_SECONDS = 180;

  /** Of what a request touches, first of all without the servers that are missing here. */
  private static final List<String> PATHS =
      List.of(
          "/q/health/started",
          "/q/health/live",
          "/q/health/ready",
          "/q/metrics",
          "/api/v1/talks",
          "/");

  /** A service is run with these in training and afterwards: a cache fits only the same ones. */
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:MaxRAMPercentage=60",
          // With the few MiB of the default, a start is dozens of collections that keep what they
          // should not
          "-Xms56m",
          "-XX:NewSize=24m",
          // Gives back what the start took, every ten seconds
          "-XX:TrimNativeHeapInterval=10000",
          "-Xss512k",
          "-XX:+ExitOnOutOfMemoryError",
          "-Dfile.encoding=UTF-8",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.nio=ALL-UNNAMED",
          "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private Prepare() {}

  /**
   * Writes {@code java.args} and {@code service.aot} into a service's folder.
   *
   * @param arguments the folder: {@code app}, {@code lib} and {@code quarkus} of a build
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    var home = Path.of(arguments[0]).toAbsolutePath();
    var cache = home.resolve("service.aot");
    var start = List.of("-cp", classPath(home), mainClass(home));
    train(home, cache, start);
    Files.write(home.resolve("java.args"), argumentFile(cache, start));
    System.out.printf("%s: %d MiB%n", cache, Files.size(cache) >> 20);
  }

  private static List<String> argumentFile(Path cache, List<String> start) {
    var lines = new ArrayList<>(FLAGS);
    // A cache that does not fit is passed over: the service then starts slower
    lines.addAll(List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=auto"));
    lines.addAll(List.of("-Xlog:aot*=off", "-Xlog:cds*=off"));
    lines.addAll(start);
    return lines;
  }

  /**
   * All of a service's jars, those the build changed first. Its own runner would load them with a
   * class loader whose classes a cache can't have.
   */
  static String classPath(Path home) throws IOException {
    var jars = new ArrayList<Path>();
    for (var part : List.of("quarkus", "app", "lib/boot", "lib/main")) {
      try (var files = Files.list(home.resolve(part))) {
        files
            .filter(file -> file.toString().endsWith(".jar"))
            .sorted(Comparator.reverseOrder())
            .forEach(jars::add);
      }
    }
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** The class a service starts with, which the build notes in a file, after two numbers. */
  static String mainClass(Path home) throws IOException {
    var file = home.resolve("quarkus").resolve("quarkus-application.dat");
    try (var input = new DataInputStream(Files.newInputStream(file))) {
      input.skipNBytes(2L * Integer.BYTES);
      return input.readUTF();
    }
  }

  /** Starts the service, without Kafka and PostgreSQL, asks it a little, and stops it again. */
  private static void train(Path home, Path cache, List<String> start)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.add("-XX:AOTCacheOutput=" + cache);
    command.add("-Xlog:aot*=error");
    command.addAll(start);
    var builder = new ProcessBuilder(command).directory(home.toFile()).inheritIO();
    builder.environment().put("CONFNOTES_HTTP_PORT", Integer.toString(PORT));
    // Nobody listens there
    builder.environment().put("CONFNOTES_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9");
    builder.environment().put("CONFNOTES_DATABASE_URL", "jdbc:postgresql://127.0.0.1:9/confnotes");
    var service = builder.start();
    try {
      awaitStart(service);
      PATHS.forEach(Prepare::status);
      service.destroy();
      if (!service.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || !Files.exists(cache)) {
        throw new IllegalStateException(
            "No cache was made: this JVM has to be of Java 25 or later");
      }
    } finally {
      service.destroyForcibly();
    }
  }

  private static void awaitStart(Process service) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (status(PATHS.getFirst()) != HttpURLConnection.HTTP_OK) {
      if (!service.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("The service does not start: see its log above");
      }
      Thread.sleep(100);
    }
  }

  /** The status of an answer, 0 without one. */
  private static int status(String path) {
    try {
      var url = URI.create("http://127.0.0.1:" + PORT + path).toURL();
      var connection = (HttpURLConnection) url.openConnection();
      connection.setReadTimeout(15_000);
      return connection.getResponseCode();
    } catch (IOException e) {
      return 0;
    }
  }
}
