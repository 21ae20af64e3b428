package io.confnotes.summary.rebuild;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.confnotes.summary.testing.RunningService;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A rebuild over HTTP. */
@QuarkusTest
@QuarkusTestResource(RunningService.class)
class RebuildApiIT {
  private static ValidatableResponse rebuild(String body) {
    return given().contentType("application/json").body(body).post("/api/v1/rebuild").then();
  }

  private static void awaitRebuild(String state) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                given()
                    .get("/api/v1/rebuild")
                    .then()
                    .statusCode(200)
                    .body("last.state", equalTo(state)));
  }

  @Test
  void shouldRebuildBesideWhatServesAndSwitch() {
    // When
    rebuild("{\"switch\": false}")
        .statusCode(202)
        .body("state", equalTo("building"))
        .body("switch", equalTo(false));

    // Then
    rebuild("{\"switch\": true}")
        .statusCode(409)
        .body("type", equalTo("urn:confnotes:problem:rebuild-running"));
    awaitRebuild("ready");
    given().post("/api/v1/rebuild/switch").then().statusCode(202).body("switch", equalTo(true));
    awaitRebuild("switched");
    given().get("/api/v1/rebuild").then().body("oldKept", equalTo(true));
    given().delete("/api/v1/rebuild").then().statusCode(200).body("state", equalTo("switched"));
    given()
        .delete("/api/v1/rebuild")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:confnotes:problem:no-rebuild"));
    given()
        .post("/api/v1/rebuild/switch")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:confnotes:problem:no-rebuild"));
    for (String body : new String[] {"null", "{}", "{\"switch\": 1, \"x\": 2}"}) {
      rebuild(body).statusCode(400).body("type", equalTo("urn:confnotes:problem:invalid-body"));
    }
  }
}
