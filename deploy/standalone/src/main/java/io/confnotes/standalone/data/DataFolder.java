package io.confnotes.standalone.data;

import io.confnotes.standalone.Refusal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one folder everything is kept in, locked while this object is open. */
public final class DataFolder implements AutoCloseable {

  private static final String LOCK = "lock";

  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Creates the folder where there is none, locks it, and sees whether its data can be used.
   *
   * @throws Refusal if it can't be written to, is in use, or holds something else
   */
  public static DataFolder open(Path folder) {
    var path = folder.toAbsolutePath().normalize();
    if (path.toString().contains(",")) {
      throw new Refusal(
          "Kafka can't use a folder with a comma in its name ("
              + path
              + "): choose another with --data");
    }
    FileChannel channel = null;
    try {
      create(path);
      channel =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock(path, channel);
      FormatVersion.check(path);
      Files.createDirectories(path.resolve("logs"));
      return new DataFolder(path, channel);
    } catch (IOException e) {
      close(channel);
      throw new Refusal(
          "Can't write to the folder "
              + path
              + " ("
              + reason(e)
              + "): make it writable, or choose another with --data",
          e);
    } catch (Refusal e) {
      close(channel);
      throw e;
    }
  }

  /** Whether a running instance holds the lock. */
  public static boolean isInUse(Path path) {
    try (var channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      return lock == null;
    } catch (IOException e) {
      return false;
    }
  }

  public Path path() {
    return path;
  }

  public Path kafka() {
    return path.resolve("kafka");
  }

  public Path postgresql() {
    return path.resolve("postgresql");
  }

  public Path log(String name) {
    return path.resolve("logs").resolve(name + ".log");
  }

  /** Releases the folder for the next instance. */
  @Override
  public void close() {
    Instance.forget(path);
    close(channel);
  }

  private static void create(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return;
    }
    if (Files.exists(path)) {
      throw new FileAlreadyExistsException(path.toString(), null, "it is a file");
    }
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(
            Set.copyOf(PosixFilePermissions.fromString("rwx------")));
    Files.createDirectories(path, ownerOnly);
  }

  private static void lock(Path path, FileChannel channel) throws IOException {
    FileLock lock = channel.tryLock();
    if (lock == null) {
      var who =
          Instance.read(path)
              .map(i -> "process " + i.pid() + ", " + i.ports().webAddress() + "/")
              .orElse("another process");
      throw new Refusal(
          "Confnotes already runs on "
              + path
              + " ("
              + who
              + "): use or stop that one, or choose another folder with --data");
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    return String.valueOf(e.getMessage());
  }

  private static void close(@Nullable FileChannel channel) {
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw new Refusal("Can't release the data folder: " + e.getMessage(), e);
    }
  }
}
