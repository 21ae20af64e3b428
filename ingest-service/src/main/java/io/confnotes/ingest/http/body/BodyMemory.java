package io.confnotes.ingest.http.body;

import io.confnotes.ingest.http.problem.Problem;
import io.confnotes.ingest.http.problem.RefusedException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds what the bodies of all requests take in memory at a time: virtual threads alone would let
 * in as many as come. Thread-safe.
 */
@Singleton
public final class BodyMemory {
  private static final int UNIT = 1024;
  private static final int UNITS = 2 * BodyKind.MAX_BYTES / UNIT;

  /** Not fair: a small body need not wait behind a large one. */
  private final Semaphore free = new Semaphore(UNITS);

  private final Duration patience;

  @Inject
  BodyMemory() {
    this(Duration.ofSeconds(10));
  }

  BodyMemory(Duration patience) {
    this.patience = patience;
  }

  /** The share of one request. */
  public interface Share extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Waits for memory, before anything of the body is read. A body without announced length takes as
   * much as one of its kind may have.
   *
   * @return to be closed with the request
   * @throws RefusedException where there is none for long
   */
  public Share reserve(HttpHeaders headers) {
    return reserve(BodyKind.of(BodyKind.mediaType(headers)), headers.getLength());
  }

  Share reserve(BodyKind kind, int length) {
    int most = kind.maxBytes();
    int units = Math.ceilDiv(length < 0 || length > most ? most : length, UNIT);
    try {
      if (!free.tryAcquire(units, patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw Problem.busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.busy();
    }
    return () -> free.release(units);
  }
}
