package io.confnotes.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the archive on the class path that fits this machine. */
final class PostgreSQLBinaries {

  private final Path folder;
  private final List<String> prefix;

  private PostgreSQLBinaries(Path folder, List<String> prefix) {
    this.folder = folder;
    this.prefix = prefix;
  }

  /** Unpacks what isn't unpacked yet; two processes may do so at once. */
  static PostgreSQLBinaries unpackedTo(Path cache) throws IOException {
    var folder = cache.resolve("postgresql-" + version());
    if (Files.notExists(folder)) {
      Files.createDirectories(cache);
      var unpacked = Files.createTempDirectory(cache, "unpacking-");
      unpack(archive(), unpacked);
      Files.setPosixFilePermissions(unpacked, PosixFilePermissions.fromString("rwxr-xr-x"));
      moveOnce(unpacked, folder);
    }
    return new PostgreSQLBinaries(folder, asNonRoot());
  }

  /**
   * Runs a program to its end.
   *
   * @throws IOException if it does not end with status 0
   */
  void run(String program, Path log, List<String> arguments) throws IOException {
    var command = new ArrayList<>(prefix);
    command.add(folder.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    var process =
        new ProcessBuilder(command)
            .redirectInput(Redirect.from(new File("/dev/null")))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()))
            .start();
    try {
      int status = process.waitFor();
      if (status != 0) {
        throw new IOException(reason(program, status, log));
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException(program + " was interrupted", e);
    }
  }

  private String reason(String program, int status, Path log)
      throws IOException, InterruptedException {
    if (!prefix.isEmpty() && !isAllowed(prefix)) {
      return "it refuses to run as root, and user namespaces are not allowed here: run this as"
          + " another user";
    }
    return program + " ended with status " + status + ", see " + log;
  }

  private static boolean isAllowed(List<String> prefix) throws IOException, InterruptedException {
    var command = new ArrayList<>(prefix);
    command.add("true");
    return new ProcessBuilder(command).start().waitFor() == 0;
  }

  static String version() {
    try (var file = PostgreSQLBinaries.class.getResourceAsStream("postgresql.properties")) {
      var properties = new Properties();
      properties.load(Objects.requireNonNull(file));
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream archive() throws IOException {
    var system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
    var machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    var name = "/postgres-" + system + "-" + machine + ".txz";
    var archive = PostgreSQLBinaries.class.getResourceAsStream(name);
    if (archive == null) {
      throw new IOException(
          "There is no PostgreSQL for this machine: no " + name + " on the class path");
    }
    return archive;
  }

  private static void unpack(InputStream archive, Path folder) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, folder.resolve(entry.getName()).normalize());
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    if ((entry.getMode() & 0100) != 0) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static void moveOnce(Path unpacked, Path folder) throws IOException {
    try {
      Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Folders.delete(unpacked);
      if (Files.notExists(folder)) {
        throw e;
      }
    }
  }

  /**
   * PostgreSQL refuses to run as root; in a user namespace of its own it sees another user, with
   * the same rights to our files.
   */
  private static List<String> asNonRoot() {
    return new UnixSystem().getUid() == 0 ? List.of("unshare", "--user") : List.of();
  }
}
