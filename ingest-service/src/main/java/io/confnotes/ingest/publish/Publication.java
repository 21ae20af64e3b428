package io.confnotes.ingest.publish;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A record on its way to the brokers. */
public final class Publication {
  private final Future<?> acknowledgement;
  private final int bytes;
  private final Duration patience;

  Publication(Future<?> acknowledgement, int bytes, Duration patience) {
    this.acknowledgement = acknowledgement;
    this.bytes = bytes;
    this.patience = patience;
  }

  /** How much memory it takes until it is acknowledged. */
  public int bytes() {
    return bytes;
  }

  /** Returns after the brokers have acknowledged. */
  public void await() throws LogUnavailable {
    try {
      acknowledgement.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new LogUnavailable("no acknowledgement: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogUnavailable("interrupted while waiting for the acknowledgement", e);
    }
  }
}
