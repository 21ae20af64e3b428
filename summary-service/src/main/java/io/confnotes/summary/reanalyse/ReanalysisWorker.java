package io.confnotes.summary.reanalyse;

import io.confnotes.summary.SummaryConfig;
import io.confnotes.summary.background.Worker;
import io.confnotes.summary.http.ProblemException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Goes on with whatever re-analysis is running. Several processes take turns. Says when what is
 * stored is out of date, and how far ({@code confnotes.talk.notes.outdated}); it starts a
 * re-analysis only if it is told to.
 */
@Singleton
public final class ReanalysisWorker {
  private static final Logger LOG = Logger.getLogger(ReanalysisWorker.class);
  private static final Duration BETWEEN_COUNTS = Duration.ofMinutes(1);

  private final ReanalysisStore store;
  private final ReanalysisBatch batch;
  private final boolean atStart;
  private final Worker worker = new Worker("re-analysis", this::step);
  private volatile long outdated;
  private boolean reported;
  private Instant counted = Instant.MIN;

  ReanalysisWorker(SummaryConfig config, ReanalysisStore store, Jdbi jdbi, MeterRegistry meters) {
    this.store = store;
    this.batch = new ReanalysisBatch(jdbi);
    this.atStart = config.reanalysis().atStart();
    Gauge.builder("confnotes.talk.notes.outdated", this, worker -> worker.outdated)
        .description("Talk notes that another version of the analyser has analysed")
        .register(meters);
  }

  void start(@Observes StartupEvent event) {
    worker.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    worker.stop();
  }

  private boolean step() {
    if (!reported) {
      report();
      reported = true;
    }
    boolean worked = batch.next();
    if (Duration.between(counted, Instant.now()).compareTo(BETWEEN_COUNTS) > 0) {
      outdated = store.status().talkNotesOutdated();
      counted = Instant.now();
    }
    return worked;
  }

  private void report() {
    ReanalysisStatus status = store.status();
    outdated = status.talkNotesOutdated();
    if (outdated == 0) {
      return;
    }
    LOG.warnf(
        "stored talk notes were analysed by another version outdated=%d analyser=%s todo=%s",
        outdated,
        status.analyser(),
        "POST /api/v1/reanalysis, first with dryRun to see what changes");
    if (atStart) {
      try {
        store.start(false, null);
      } catch (ProblemException alreadyRunning) {
        LOG.infof("no re-analysis is started: %s", alreadyRunning.getMessage());
      }
    }
  }
}
