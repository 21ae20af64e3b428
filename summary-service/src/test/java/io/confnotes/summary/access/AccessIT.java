package io.confnotes.summary.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.confnotes.embedded.access.AccessRules;
import io.confnotes.embedded.access.TestTokens;
import io.confnotes.summary.testing.RunningService;
import io.confnotes.summary.testing.TestDocument;
import io.confnotes.summary.testing.TestLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
@TestProfile(AccessIT.Configured.class)
final class AccessIT {
  /** A service that has keys. */
  public static final class Configured implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "confnotes.access.keys",
          TestTokens.publicKey().toString(),
          "confnotes.access.issuer",
          TestTokens.ISSUER,
          "confnotes.access.audience",
          TestTokens.AUDIENCE,
          "confnotes.access.requests-per-minute",
          "0");
    }
  }

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init")
  URI service;

  @Test
  void shouldHaveARuleForEveryOperation() throws IOException, InterruptedException {
    assertThat(AccessRules.broken(service, Path.of("openapi.yaml"))).isEmpty();
  }

  @Test
  void shouldTellOperatorsWhoSubmittedDeletedAndCurated() {
    // Given
    TestLog log = TestLog.ofTheService();
    TestDocument document =
        TestDocument.of("audit").talk("Tides at Home", "Mara Quill", "A jar is enough.");
    UUID submission = log.publish(document);
    UUID deletion = log.retract(document.id());

    // When
    int curation =
        given()
            .auth()
            .oauth2(TestTokens.withId("curate", "token of ines"))
            .contentType("application/json")
            .body(
                "{\"curator\": \"Ines Rowan\", \"action\": {\"type\": \"hide\", \"tag\":"
                    + " \"marathon\"}}")
            .post("/api/v1/curations")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    // Then
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(audit())
                    .contains(
                        "curated null null " + curation,
                        "deleted %s %s null".formatted(deletion, document.id()),
                        "submitted %s %s null".formatted(submission, document.id())));
    assertThat(audit().getFirst()).startsWith("curated");
  }

  @Test
  void shouldTellWhoStartedAndStoppedAReanalysis() {
    // Given
    String operator = TestTokens.withId("operate", "token of ines");

    // When
    int id =
        given()
            .auth()
            .oauth2(operator)
            .contentType("application/json")
            .body("{\"dryRun\": true}")
            .post("/api/v1/reanalysis")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    int stopped =
        given().auth().oauth2(operator).delete("/api/v1/reanalysis").then().extract().statusCode();

    // Then it may have been done before it was stopped
    List<String> entries =
        given()
            .auth()
            .oauth2(operator)
            .get("/api/v1/audit?limit=200")
            .jsonPath()
            .getList(
                "items.findAll { it.reanalysisId == %d && it.subject == 'ines' && it.tokenId == 'token of ines' }.action"
                    .formatted(id));
    assertThat(entries)
        .isEqualTo(
            stopped == 200
                ? List.of("reanalysis-stopped", "reanalysis-started")
                : List.of("reanalysis-started"));
  }

  /** What ines did, the newest first, page by page. */
  private static List<String> audit() {
    List<String> done = new ArrayList<>();
    String next = "";
    while (next != null) {
      JsonPath page =
          given()
              .auth()
              .oauth2(TestTokens.of("operate"))
              .queryParam("cursor", next)
              .queryParam("limit", 2)
              .get("/api/v1/audit")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      for (Map<String, Object> entry : page.<Map<String, Object>>getList("items")) {
        if ("ines".equals(entry.get("subject")) && "token of ines".equals(entry.get("tokenId"))) {
          done.add(
              "%s %s %s %s"
                  .formatted(
                      entry.get("action"),
                      entry.get("submissionId"),
                      entry.get("documentId"),
                      entry.get("curationId")));
        }
      }
      next = page.getString("next");
    }
    return done;
  }

  @ParameterizedTest
  @ValueSource(strings = {"cursor=x", "cursor=2026-01-01T08:00:00Z", "cursor=now_1", "limit=201"})
  void shouldRefuseParametersThatMakeNoSense(String parameter) {
    given()
        .auth()
        .oauth2(TestTokens.of("operate"))
        .get("/api/v1/audit?" + parameter)
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:confnotes:problem:invalid-parameter"));
  }

  @Test
  void shouldLeaveHealthAndMetricsOpen() {
    given().header("Host", "notes.example").get("/q/health/live").then().statusCode(200);
    given().get("/q/metrics").then().statusCode(200);
  }
}
