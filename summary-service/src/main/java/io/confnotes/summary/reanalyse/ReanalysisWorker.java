package io.confnotes.summary.reanalyse;

import io.confnotes.summary.SummaryConfig;
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
import org.jdbi.v3.core.JdbiException;

/**
 * Goes on with whatever re-analysis is running, on a thread of its own, from start to stop. Several
 * processes take turns. Says when what is stored is out of date, and how far ({@code
 * confnotes.talk.notes.outdated}); it starts a re-analysis only if it is told to.
 */
@Singleton
public final class ReanalysisWorker {
  private static final Logger LOG = Logger.getLogger(ReanalysisWorker.class);
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration BETWEEN_COUNTS = Duration.ofMinutes(1);
  private static final Duration DRAIN = Duration.ofSeconds(4);

  private final ReanalysisStore store;
  private final ReanalysisBatch batch;
  private final boolean atStart;
  private final Thread thread = Thread.ofPlatform().name("reanalysis").unstarted(this::run);
  private volatile boolean running = true;
  private volatile long outdated;
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
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    thread.interrupt();
    thread.join(DRAIN);
  }

  private void run() {
    boolean first = true;
    while (running) {
      try {
        if (first) {
          report();
          first = false;
        }
        pause(step() ? Duration.ZERO : IDLE);
      } catch (JdbiException e) {
        LOG.debug("the database did not do its work", e);
        pause(AFTER_FAILURE);
      }
    }
  }

  private boolean step() {
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

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
