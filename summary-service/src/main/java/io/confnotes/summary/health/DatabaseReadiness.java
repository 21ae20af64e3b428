package io.confnotes.summary.health;

import io.confnotes.summary.curate.CurationStore;
import io.confnotes.summary.reanalyse.Reanalysis;
import io.confnotes.summary.reanalyse.ReanalysisStore;
import io.confnotes.summary.rebuild.Rebuild;
import io.confnotes.summary.rebuild.RebuildStore;
import io.confnotes.summary.store.database.Database;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;

/**
 * Ready means: the database answers and has the tables of this version. Tells what is being done to
 * all of them, and how far that is, where something is.
 */
@Readiness
@Singleton
public final class DatabaseReadiness implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(DatabaseReadiness.class);

  private final Database database;
  private final ReanalysisStore reanalyses;
  private final RebuildStore rebuilds;
  private final CurationStore curations;

  DatabaseReadiness(
      Database database,
      ReanalysisStore reanalyses,
      RebuildStore rebuilds,
      CurationStore curations) {
    this.curations = curations;
    this.database = database;
    this.reanalyses = reanalyses;
    this.rebuilds = rebuilds;
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("database");
    return switch (database.check()) {
      case Database.Well well -> up(answer, well);
      case Database.Unwell unwell ->
          answer
              .down()
              .withData("problem", unwell.problem())
              .withData("todo", unwell.todo())
              .build();
    };
  }

  private HealthCheckResponse up(HealthCheckResponseBuilder answer, Database.Well well) {
    answer
        .up()
        .withData("schema", well.schemaVersion())
        .withData("deadLetters", well.deadLetters())
        .withData(
            "analysis",
            well.analysedByOthers()
                ? "out of date: POST /api/v1/reanalysis, first with dryRun"
                : "up to date");
    tellWork(answer);
    return answer.build();
  }

  private void tellWork(HealthCheckResponseBuilder answer) {
    try {
      reanalyses.running().ifPresent(running -> answer.withData("reanalysis", words(running)));
      rebuilds.goingOn().ifPresent(rebuild -> answer.withData("rebuild", words(rebuild)));
      long pending = curations.pending();
      if (pending > 0) {
        answer.withData(
            "curation",
            String.format(Locale.ROOT, "talks that are still to follow decisions: %,d", pending));
      }
    } catch (JdbiException e) {
      // A rebuilt schema changes places while it is looked at: no reason not to be ready
      LOG.debug("what is being done could not be told", e);
    }
  }

  private static String words(Reanalysis running) {
    return String.format(
        Locale.ROOT,
        "%s, documents looked at: %,d, talks changed: %,d",
        running.dryRun() ? "dry run" : "running",
        running.documents(),
        running.talksChanged());
  }

  private static String words(Rebuild rebuild) {
    String state =
        switch (rebuild.state()) {
          case BUILDING ->
              rebuild.progress() == null
                  ? "building"
                  : "building, %d %%".formatted(rebuild.progress().percent());
          case COMPARING -> "comparing";
          case READY -> rebuild.switches() ? "switching" : "ready to be switched to";
          case SWITCHED -> "switched";
          case STOPPED -> "stopped";
        };
    return rebuild.problem() == null
        ? state
        : "%s: %s, %s".formatted(state, rebuild.problem(), rebuild.todo());
  }
}
