package io.confnotes.summary.rebuild;

import io.confnotes.summary.SummaryConfig;
import io.confnotes.summary.consume.Brokers;
import io.confnotes.summary.consume.ConsumerLifecycle;
import io.confnotes.summary.store.StoreException;
import io.confnotes.summary.store.TalkStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Goes on with whatever rebuild there is, on a thread of its own, from start to stop. Of several
 * processes one does.
 */
@Singleton
public final class RebuildWorker {
  private static final Logger LOG = Logger.getLogger(RebuildWorker.class);
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration DRAIN = Duration.ofSeconds(4);

  private final Rebuilder rebuilder;
  private final Thread thread = Thread.ofPlatform().name("rebuild").unstarted(this::run);
  private volatile boolean running = true;

  RebuildWorker(SummaryConfig config, TalkStore store, Jdbi jdbi) {
    this.rebuilder =
        new Rebuilder(Brokers.of(config.kafka()), ConsumerLifecycle.TOPIC, jdbi, store);
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    thread.interrupt();
    thread.join(DRAIN);
  }

  private void run() {
    try (rebuilder) {
      while (running) {
        pause(step());
      }
    }
  }

  /** Does what there is to do; returns how long to wait then. */
  private Duration step() {
    try {
      return rebuilder.next() ? Duration.ZERO : IDLE;
    } catch (StoreException | RuntimeException e) {
      if (running) {
        LOG.warnf(e, "the rebuild does not go on for now: %s", e.getMessage());
      }
      rebuilder.close();
      return AFTER_FAILURE;
    }
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
