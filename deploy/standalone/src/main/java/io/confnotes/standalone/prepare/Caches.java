package io.confnotes.standalone.prepare;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.confnotes.standalone.Refusal;
import io.confnotes.standalone.pipeline.Distribution;
import io.confnotes.standalone.process.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JVMs' ahead-of-time caches (JEP 483, 514, 515): one for the launcher and one for each
 * service, from a run of all of it. They are made again only when a jar or the JDK has changed.
 */
public final class Caches {

  /**
   * A JVM refuses a cache whose jars have another time; with a fixed one, a build of the same jars
   * keeps theirs.
   */
  private static final FileTime JAR_TIME = FileTime.from(Instant.parse("2026-11-23T00:00:00Z"));

  private final Distribution distribution;
  private final Console console;

  public Caches(Distribution distribution, Console console) {
    this.distribution = distribution;
    this.console = console;
  }

  /**
   * Makes the caches, unless they are there.
   *
   * @throws Refusal if the distribution does not run
   */
  public void make() {
    try {
      var jars = jars();
      for (var jar : jars) {
        Files.setLastModifiedTime(jar, JAR_TIME);
      }
      var checksum = checksum(jars);
      var stamp = folder(distribution).resolve("made-of");
      if (Files.exists(stamp) && Files.readString(stamp).equals(checksum)) {
        console.step("start-up caches are up to date");
        return;
      }
      delete(distribution);
      Files.createDirectories(folder(distribution));
      new TrainingRun(folder(distribution), console).run();
      Files.writeString(stamp, checksum);
    } catch (IOException e) {
      throw new Refusal(
          "The start-up caches could not be made (-Dconfnotes.aot=false leaves them out): "
              + e.getMessage(),
          e);
    }
  }

  /** Removes the caches. */
  public static void delete(Distribution distribution) {
    var folder = folder(distribution);
    if (Files.notExists(folder)) {
      return;
    }
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new Refusal("Can't delete the files in " + folder + ": " + e.getMessage(), e);
    }
  }

  private static Path folder(Distribution distribution) {
    return distribution.home().resolve("aot");
  }

  private List<Path> jars() throws IOException {
    try (var libraries = Files.walk(distribution.home().resolve("lib"));
        var services = Files.walk(distribution.home().resolve("services"))) {
      return Stream.concat(libraries, services)
          .filter(file -> file.toString().endsWith(".jar"))
          .sorted()
          .toList();
    }
  }

  private String checksum(List<Path> jars) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          (System.getProperty("java.vm.version") + System.getProperty("os.arch")).getBytes(UTF_8));
      for (var jar : jars) {
        digest.update(jar.toString().getBytes(UTF_8));
        digest.update(Files.readAllBytes(jar));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
