package io.confnotes.query.database;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Neither the database nor the other services are there. */
@QuarkusTest
@TestProfile(OutageIT.Nobody.class)
final class OutageIT {

  /** Points at port 1, where nothing listens. */
  public static final class Nobody implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "confnotes.database.url", "jdbc:postgresql://127.0.0.1:1/confnotes",
          "confnotes.ingest.url", "http://127.0.0.1:1",
          "confnotes.summary.url", "http://127.0.0.1:1");
    }
  }

  @Test
  void shouldAnswerUnavailableWithoutDatabase() {
    given()
        .get("/api/v1/talks")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", notNullValue())
        .body("type", equalTo("urn:confnotes:problem:database-away"));
  }

  @Test
  void shouldAnswerUnavailableWithoutIngestService() {
    given()
        .body("x")
        .post("/api/v1/notes")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", notNullValue())
        .body("type", equalTo("urn:confnotes:problem:service-away"));
  }

  @Test
  void shouldAnswerUnavailableWithoutSummaryService() {
    given()
        .get("/api/v1/reanalysis")
        .then()
        .statusCode(503)
        .body("type", equalTo("urn:confnotes:problem:service-away"))
        .body("detail", startsWith("summary-service cannot be reached."));
  }

  @Test
  void shouldTellWhatIsAway() {
    given()
        .get("/api/v1/status")
        .then()
        .statusCode(200)
        .body("state", equalTo("failing"))
        .body(
            "summary",
            equalTo(
                "query-service: the database does not answer. Nothing can be read until it is"
                    + " back."))
        .body("todo", notNullValue())
        .body("services.name", contains("query-service", "ingest-service", "summary-service"))
        .body("services.ready", contains(false, false, false))
        .body("services[1].problem", equalTo("it does not answer"))
        .body("lag", nullValue());
    given()
        .accept("text/html")
        .get("/status")
        .then()
        .statusCode(200)
        .body(containsString("the database does not answer"))
        .body(containsString("unknown"));
  }

  @Test
  void shouldBeAliveButNotReady() {
    given().get("/q/health/live").then().statusCode(200);
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(503)
        .body(
            "checks.find { it.name == 'database' }.data.problem",
            equalTo("the database does not answer"))
        .body("checks.find { it.name == 'database' }.data.todo", notNullValue());
  }
}
