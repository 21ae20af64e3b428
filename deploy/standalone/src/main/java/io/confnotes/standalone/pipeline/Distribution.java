package io.confnotes.standalone.pipeline;

import io.confnotes.standalone.Refusal;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the build put together: {@code lib/}, {@code services/}, caches.
 *
 * @param home its folder
 * @param training where the JVMs write caches to, instead of using those there are; for the build
 *     only
 */
public record Distribution(Path home, @Nullable Path training) {

  private static final List<String> SERVICE_FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xss512k",
          "-XX:+ExitOnOutOfMemoryError",
          "-Dfile.encoding=UTF-8",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.nio=ALL-UNNAMED",
          "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /** The one this JVM was started from, which its script names. */
  public static Distribution current(@Nullable Path training) {
    var home = System.getProperty("confnotes.home");
    if (home == null) {
      throw new Refusal("Start this with the script deploy/standalone/confnotes");
    }
    return new Distribution(Path.of(home), training);
  }

  /** The command that runs a service on the JVM that runs this. */
  List<String> command(Service service, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SERVICE_FLAGS);
    command.add("-Xmx" + service.heapMegabytes() + "m");
    command.addAll(cacheFlags(service.label()));
    command.add("-cp");
    command.add(classPath(service));
    command.add("io.confnotes.standalone.service.ServiceMain");
    command.add(mainClass(service));
    command.addAll(List.of(arguments));
    return command;
  }

  /**
   * The class a service starts with, which the build notes at the beginning of a file, after two
   * numbers.
   */
  private String mainClass(Service service) {
    var file = folder(service).resolve("quarkus").resolve("quarkus-application.dat");
    try (var input = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      input.skipNBytes(2L * Integer.BYTES);
      return input.readUTF();
    } catch (IOException e) {
      throw incomplete(e);
    }
  }

  /**
   * All of a service's jars, those the build changed first. Its own runner would load them with a
   * class loader whose classes a cache can't have.
   */
  private String classPath(Service service) {
    var folder = folder(service);
    var jars = new ArrayList<Path>();
    jars.add(home.resolve("lib").resolve("service").resolve("confnotes-service.jar"));
    try {
      for (var part : List.of("quarkus", "app", "lib/boot", "lib/main")) {
        try (var files = Files.list(folder.resolve(part))) {
          files
              .filter(file -> file.toString().endsWith(".jar"))
              .sorted(Comparator.reverseOrder())
              .forEach(jars::add);
        }
      }
    } catch (IOException e) {
      throw incomplete(e);
    }
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * A cache that does not fit, after a move or under another JDK, is passed over without a word.
   */
  private List<String> cacheFlags(String name) {
    if (training != null) {
      return List.of("-XX:AOTCacheOutput=" + training.resolve(name + ".aot"));
    }
    var cache = home.resolve("aot").resolve(name + ".aot");
    return Files.exists(cache)
        ? List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=auto", "-Xlog:aot*=off", "-Xlog:cds*=off")
        : List.of();
  }

  /**
   * Changes whenever the tables may want another shape: with the schema, and with the code that
   * migrates.
   */
  String schemaChecksum() {
    try (var libraries = Files.list(folder(Service.SUMMARY).resolve("lib").resolve("main"));
        var application = Files.list(folder(Service.SUMMARY).resolve("app"))) {
      var files =
          Stream.concat(
              libraries.filter(file -> file.getFileName().toString().contains("confnotes-schema")),
              application);
      return checksum(files.sorted().toList());
    } catch (IOException e) {
      throw incomplete(e);
    }
  }

  /**
   * Where PostgreSQL's programs are, or are unpacked to: here if the build did so, else with the
   * data.
   */
  Path programs(Path data) {
    var unpacked = home.resolve("programs");
    return Files.isDirectory(unpacked) ? unpacked : data.resolve("programs");
  }

  private Path folder(Service service) {
    return home.resolve("services").resolve(service.label());
  }

  private static Refusal incomplete(IOException e) {
    return new Refusal(
        "Confnotes is not built completely: run mvn package (" + e.getMessage() + ")", e);
  }

  private static String checksum(List<Path> files) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var file : files) {
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
