package io.confnotes.summary;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import io.confnotes.summary.testing.RunningService;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all of the API has in common, how it is described, and what is measured of it. */
@QuarkusTest
@QuarkusTestResource(RunningService.class)
class ServiceIT {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/curations?limit=0",
        "/curations?cursor=x",
        "/curations/x",
        "/audit?cursor=2018-01-26T10:00:00Z",
        "/audit?cursor=today_1",
        "/audit?cursor=2018-01-26T10:00:00Z_x",
        "/dead-letters?cursor=-1",
        "/dead-letters/x",
        "/vocabulary?limit=1000"
      })
  void shouldRefuseParametersOutOfRange(String path) {
    given()
        .get("/api/v1" + path)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:confnotes:problem:invalid-parameter"));
  }

  @Test
  void shouldAnswerProblemsOfTheHttpLayerToo() {
    given().get("/api/v1/nothing").then().statusCode(404).contentType("application/problem+json");
    given()
        .delete("/api/v1/curations")
        .then()
        .statusCode(405)
        .header("Allow", "GET, HEAD, OPTIONS, POST")
        .contentType("application/problem+json");
    given().put("/api/v1/rebuild/switch").then().statusCode(405).header("Allow", "OPTIONS, POST");
    given()
        .contentType("text/plain")
        .body("x")
        .post("/api/v1/curations")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
    given()
        .contentType("application/json")
        .body("{\"curator\": \"" + "x".repeat(300_000) + "\"}")
        .post("/api/v1/curations")
        .then()
        .statusCode(413);
  }

  @ParameterizedTest
  @CsvSource({
    "Host, notes.example, 421",
    "Origin, https://notes.example, 403",
    "Origin, null, 403",
    "Sec-Fetch-Site, cross-site, 403"
  })
  void shouldRefuseRequestsOfOtherSites(String header, String value, int status) {
    given()
        .header(header, value)
        .get("/api/v1/curations")
        .then()
        .statusCode(status)
        .contentType("application/problem+json");
  }

  @Test
  void shouldSayWhetherAnalysesAreUpToDate() {
    given()
        .get("/q/health/ready")
        .then()
        .body("checks.find { it.name == 'database' }.data.analysis", equalTo("up to date"))
        .body("checks.find { it.name == 'database' }.data.schema", greaterThanOrEqualTo(5));
    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("confnotes_talk_notes_outdated"));
  }

  @Test
  void shouldMeasureWhatOperatorsLookAt() {
    // When
    given().put("/api/v1/curations/some-path").then().statusCode(405);

    // Then
    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("confnotes_lag{partition=\"11\"}"))
        .body(containsString("confnotes_records_total{outcome=\"dead-lettered\"}"))
        .body(containsString("confnotes_last_applied_seconds"))
        .body(containsString("confnotes_partitions_assigned"))
        .body(containsString("confnotes_consumer_working"))
        .body(containsString("confnotes_database_well"))
        .body(containsString("confnotes_dead_letters"))
        .body(containsString("agroal_active_count{datasource=\"default\"}"))
        .body(containsString("status=\"405\",uri=\"REFUSED\",le=\"0.5\""))
        .body(not(containsString("some-path")));
  }

  /** README.md says how to write the file anew. */
  @Test
  void shouldServeTheApiDescriptionThatIsCommitted() throws IOException {
    // When
    String served = given().get("/q/openapi").then().statusCode(200).extract().asString();

    // Then
    Path committed = Path.of("openapi.yaml");
    if (Boolean.getBoolean("confnotes.openapi.write")) {
      Files.writeString(committed, served);
    }
    assertThat(Files.readString(committed)).isEqualTo(served);
    assertThat(served).startsWith("---\nopenapi: 3.1.");
  }
}
