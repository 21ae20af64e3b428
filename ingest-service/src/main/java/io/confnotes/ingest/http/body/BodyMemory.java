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
 * Bounds what the bodies of all requests, and what is understood of them, take in memory at a time:
 * virtual threads alone would let in as many as come. Thread-safe.
 */
@Singleton
public final class BodyMemory {
  private static final int UNIT = 1024;
  private static final int UNITS = 2 * BodyKind.MAX_BYTES / UNIT;

  /**
   * How many times the memory of its body a document can take, once read and segmented: 60 for
   * nothing but short headings, half of it for most. Of several files one is read at a time, which
   * may be as long as a document can be, whatever the length of what is packed.
   */
  private static final int EXPANSION = 31;

  private static final int MOST_FOR_ONE_DOCUMENT = EXPANSION << 20;

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
   * much as one of its kind may have, and each has a share for the reading of one document.
   *
   * @return to be closed with the request
   * @throws RefusedException where there is none for long
   */
  public Share reserve(HttpHeaders headers) {
    return reserve(BodyKind.of(BodyKind.mediaType(headers)), headers.getLength());
  }

  Share reserve(BodyKind kind, int length) {
    int most = kind.maxBytes();
    int body = length < 0 || length > most ? most : length;
    int units = Math.ceilDiv(body + forReading(kind, body), UNIT);
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

  private static int forReading(BodyKind kind, int body) {
    return switch (kind) {
      case TEXT, JSON -> (int) Math.min((long) EXPANSION * body, MOST_FOR_ONE_DOCUMENT);
      case FORM, ARCHIVE -> MOST_FOR_ONE_DOCUMENT;
    };
  }
}
