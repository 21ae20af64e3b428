package io.confnotes.summary.curate;

import io.confnotes.summary.background.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Has talks follow decisions that are about very many. Several processes share them. */
@Singleton
public final class CurationWorker {
  private final Worker worker;

  CurationWorker(CurationStore store) {
    worker = new Worker("curation", store::goOn);
  }

  void start(@Observes StartupEvent event) {
    worker.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    worker.stop();
  }
}
