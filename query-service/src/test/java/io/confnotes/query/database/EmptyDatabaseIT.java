package io.confnotes.query.database;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.confnotes.embedded.Database;
import io.confnotes.embedded.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The database is there, but nobody has migrated it. */
@QuarkusTest
@QuarkusTestResource(value = EmptyDatabaseIT.Unmigrated.class, restrictToAnnotatedClass = true)
final class EmptyDatabaseIT {

  /** A database without tables. */
  public static final class Unmigrated implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
      Database database = TestServers.get().newDatabase();
      return Map.of(
          "confnotes.database.url", database.url(),
          "confnotes.database.username", database.reader(),
          "confnotes.database.password", database.readerPassword());
    }

    @Override
    public void stop() {}
  }

  @Test
  void shouldSayWhatToDo() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(503)
        .body("checks.find { it.name == 'database' }.status", equalTo("DOWN"))
        .body(
            "checks.find { it.name == 'database' }.data.problem", equalTo("the database is empty"))
        .body(
            "checks.find { it.name == 'database' }.data.todo",
            equalTo("run 'summary-service migrate'"));
  }

  @Test
  void shouldAnswerUnavailable() {
    given()
        .get("/api/v1/talks")
        .then()
        .statusCode(503)
        .body("type", equalTo("urn:confnotes:problem:schema-behind"));
  }
}
