package io.confnotes.ingest.http.body;

import io.confnotes.ingest.http.problem.Problem;
import io.confnotes.ingest.http.problem.RefusedException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds what the bodies of all requests, and what is understood of them, take in memory at a time:
 * virtual threads alone would let in as many as come. Thread-safe.
 *
 * <p>The gauges {@code confnotes.body.memory.reserved} and {@code .limit} (bytes) say how much of
 * it is taken, {@code .waiting} (requests) who waits for some.
 */
@Singleton
public final class BodyMemory {
  private static final int UNIT = 1024;

  /**
   * How many times the memory of its body a document takes while it is read and segmented, at most:
   * 190 for nothing but underlined headings, less than 20 for most notes.
   */
  private static final int EXPANSION = 200;

  /**
   * A document has 1 MiB at most. Of several files one is read at a time, whatever they are packed
   * to.
   */
  private static final long MOST_FOR_READING = (long) EXPANSION << 20;

  /** Not fair: a small body need not wait behind a large one. */
  private final Semaphore free;

  private final int all;
  private final Duration patience;

  @Inject
  BodyMemory(MeterRegistry meters) {
    this(Duration.ofSeconds(10), Runtime.getRuntime().maxMemory() / 2);
    register(meters);
  }

  BodyMemory(Duration patience, long bytes) {
    this.patience = patience;
    this.all = (int) Math.min(bytes / UNIT, Integer.MAX_VALUE);
    this.free = new Semaphore(all);
  }

  void register(MeterRegistry meters) {
    Gauge.builder("confnotes.body.memory.reserved", () -> (double) reserved() * UNIT)
        .description("What bodies, and what is understood of them, may take at the moment")
        .baseUnit("bytes")
        .register(meters);
    Gauge.builder("confnotes.body.memory.limit", () -> (double) all * UNIT)
        .description("What they may take at most")
        .baseUnit("bytes")
        .register(meters);
    Gauge.builder("confnotes.body.memory.waiting", free, Semaphore::getQueueLength)
        .description("Requests that wait for memory")
        .baseUnit("requests")
        .register(meters);
  }

  private int reserved() {
    return all - free.availablePermits();
  }

  /** The share of one request. */
  public interface Share extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Waits for memory, before anything of the body is read. A body without announced length takes as
   * much as one of its kind may have, and each has a share for the reading of one document. What
   * needs more than there is has to be alone.
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
    int units = (int) Math.min(all, Math.ceilDiv(body + forReading(kind, body), (long) UNIT));
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

  private static long forReading(BodyKind kind, int body) {
    return switch (kind) {
      case TEXT, JSON -> Math.min((long) EXPANSION * body, MOST_FOR_READING);
      case FORM, ARCHIVE -> MOST_FOR_READING;
    };
  }
}
