package io.confnotes.standalone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A log file that starts anew when it has grown enough, keeping one old file. Safe for use by
 * several threads.
 */
public final class BoundedLog implements AutoCloseable {

  /** Of one file, in bytes: with the old one, twice that much is kept. */
  public static final long MAX_BYTES = 10L * 1024 * 1024;

  private final Path file;
  private final long maxBytes;
  private @Nullable Writer writer;
  private long written;

  public BoundedLog(Path file) {
    this(file, MAX_BYTES);
  }

  BoundedLog(Path file, long maxBytes) {
    this.file = file;
    this.maxBytes = maxBytes;
  }

  /** Appends a line and hands it to the operating system. */
  public synchronized void write(String line) {
    try {
      var current = writer == null ? open() : writer;
      if (written > maxBytes) {
        current.close();
        Files.move(file, old(file), StandardCopyOption.REPLACE_EXISTING);
        current = open();
      }
      current.write(line);
      current.write('\n');
      current.flush();
      written += line.length() + 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      if (writer != null) {
        writer.close();
        writer = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bounds a file that another process appends to: its content moves to the old file. */
  public static void bound(Path file) throws IOException {
    if (Files.exists(file) && Files.size(file) > MAX_BYTES) {
      Files.copy(file, old(file), StandardCopyOption.REPLACE_EXISTING);
      try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
        channel.truncate(0);
      }
    }
  }

  private Writer open() throws IOException {
    var opened =
        Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    writer = opened;
    written = Files.size(file);
    return opened;
  }

  private static Path old(Path file) {
    return file.resolveSibling(file.getFileName() + ".1");
  }
}
