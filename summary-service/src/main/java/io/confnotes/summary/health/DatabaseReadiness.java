package io.confnotes.summary.health;

import io.confnotes.summary.store.Database;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: the database answers and has the tables of this version. */
@Readiness
@Singleton
public final class DatabaseReadiness implements HealthCheck {
  private final Database database;

  DatabaseReadiness(Database database) {
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("database");
    return switch (database.check()) {
      case Database.Well well ->
          answer
              .up()
              .withData("schema", well.schemaVersion())
              .withData("deadLetters", well.deadLetters())
              .withData(
                  "analysis",
                  well.analysedByOthers()
                      ? "out of date: POST /api/v1/reanalysis, first with dryRun"
                      : "up to date")
              .build();
      case Database.Unwell unwell ->
          answer
              .down()
              .withData("problem", unwell.problem())
              .withData("todo", unwell.todo())
              .build();
    };
  }
}
