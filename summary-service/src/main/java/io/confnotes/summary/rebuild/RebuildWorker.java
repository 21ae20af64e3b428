package io.confnotes.summary.rebuild;

import io.confnotes.summary.SummaryConfig;
import io.confnotes.summary.background.Worker;
import io.confnotes.summary.consume.Brokers;
import io.confnotes.summary.consume.ConsumerLifecycle;
import io.confnotes.summary.store.StoreException;
import io.confnotes.summary.store.TalkStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

/** Goes on with whatever rebuild there is. Of several processes one does. */
@Singleton
public final class RebuildWorker {
  private final Worker worker;

  RebuildWorker(SummaryConfig config, TalkStore store, Jdbi jdbi) {
    worker =
        new Worker(
            "rebuild",
            new Rebuilding(
                new Rebuilder(Brokers.of(config.kafka()), ConsumerLifecycle.TOPIC, jdbi, store)));
  }

  void start(@Observes StartupEvent event) {
    worker.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    worker.stop();
  }

  /** Reads the log anew after a failure. */
  private record Rebuilding(Rebuilder rebuilder) implements Worker.Work {
    @Override
    public boolean step() throws StoreException {
      try {
        return rebuilder.next();
      } catch (StoreException | RuntimeException e) {
        rebuilder.close();
        throw e;
      }
    }

    @Override
    public void end() {
      rebuilder.close();
    }
  }
}
