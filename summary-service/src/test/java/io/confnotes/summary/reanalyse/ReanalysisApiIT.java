package io.confnotes.summary.reanalyse;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.confnotes.summary.testing.RunningService;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Re-analysis over HTTP. */
@QuarkusTest
@QuarkusTestResource(RunningService.class)
class ReanalysisApiIT {
  @Test
  void shouldReanalyseWhatIsStored() {
    // Given
    given()
        .contentType("application/json")
        .body("{}")
        .post("/api/v1/reanalysis")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");

    // When
    given()
        .contentType("application/json")
        .body("{\"dryRun\": true}")
        .post("/api/v1/reanalysis")
        .then()
        .statusCode(202)
        .body("state", equalTo("running"))
        .body("dryRun", equalTo(true));

    // Then
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                given()
                    .get("/api/v1/reanalysis")
                    .then()
                    .statusCode(200)
                    .body("talkNotesOutdated", equalTo(0))
                    .body("last.state", equalTo("done")));
    given()
        .delete("/api/v1/reanalysis")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:confnotes:problem:no-reanalysis"));
  }
}
