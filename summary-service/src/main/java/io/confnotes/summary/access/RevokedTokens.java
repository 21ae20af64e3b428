package io.confnotes.summary.access;

import io.confnotes.summary.SummaryConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The ids of tokens that are withdrawn before they end, from a file that is read again within a
 * second or so of a change. A file that cannot be read leaves what is known of it in force.
 * Thread-safe.
 */
@Singleton
final class RevokedTokens {
  private static final Logger LOG = Logger.getLogger(RevokedTokens.class);
  private static final long CHECK_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final @Nullable Path file;
  private Set<String> ids = Set.of();
  private @Nullable FileTime modified;
  private long checked;

  RevokedTokens(SummaryConfig config) {
    this.file = config.access().revoked().orElse(null);
    if (file != null) {
      readAtStart(file);
    }
  }

  private void readAtStart(Path file) {
    try {
      read(file);
    } catch (IOException e) {
      // Without its cause, which would be shown instead
      throw new ConfigurationException(
          "CONFNOTES_ACCESS_REVOKED: %s cannot be read (%s)".formatted(file, e));
    }
    checked = System.nanoTime();
  }

  synchronized boolean contains(String id) {
    long now = System.nanoTime();
    if (file != null && now - checked >= CHECK_NANOS) {
      checked = now;
      readAgain(file);
    }
    return ids.contains(id);
  }

  private void readAgain(Path file) {
    try {
      read(file);
    } catch (IOException e) {
      LOG.warnf("revoked tokens cannot be read again file=%s error=%s", file, e);
    }
  }

  private void read(Path file) throws IOException {
    FileTime last = Files.getLastModifiedTime(file);
    if (last.equals(modified)) {
      return;
    }
    ids =
        Files.readAllLines(file).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    modified = last;
  }
}
