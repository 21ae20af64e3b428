package io.confnotes.summary;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.confnotes.summary.testing.RunningService;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class ServiceIT {

  private static ValidatableResponse decide(String action) {
    return given()
        .contentType("application/json")
        .body("{\"curator\": \"Ines Rowan\", \"action\": " + action + "}")
        .post("/api/v1/curations")
        .then();
  }

  @Test
  void shouldRenameTagAndUndoIt() {
    // When
    String location =
        decide(
                "{\"type\": \"rename\", \"kind\": \"tag\", \"slug\": \"helm\", \"name\": \"Helm"
                    + " charts\"}")
            .statusCode(201)
            .body("curator", equalTo("Ines Rowan"))
            .body("action.type", equalTo("rename"))
            .body("talks", equalTo(0))
            .body("changes.table", hasItem("canonical"))
            .extract()
            .header("Location");

    // Then
    given()
        .get("/api/v1/vocabulary/helm-charts")
        .then()
        .statusCode(200)
        .body("name", equalTo("Helm charts"))
        .body("aliases.slug", hasItem("helm"));
    String id = location.substring(location.lastIndexOf('/') + 1);
    decide("{\"type\": \"undo\", \"curation\": " + id + "}").statusCode(201);
    given().get("/api/v1/vocabulary/helm").then().statusCode(200).body("name", equalTo("Helm"));
    given().get(location).then().statusCode(200).body("undoneBy", notNullValue());
  }

  @Test
  void shouldPageThroughHistory() {
    // Given
    decide("{\"type\": \"hide\", \"tag\": \"marathon\"}").statusCode(201);
    decide("{\"type\": \"unhide\", \"tag\": \"marathon\"}").statusCode(201);

    // When
    String next =
        given()
            .get("/api/v1/curations?limit=1")
            .then()
            .statusCode(200)
            .header("Link", endsWith("rel=\"next\""))
            .body("items", hasSize(1))
            .body("items[0].action.type", equalTo("unhide"))
            .extract()
            .path("next");

    // Then
    given()
        .get("/api/v1/curations?limit=1&cursor=" + next)
        .then()
        .statusCode(200)
        .body("items[0].action.type", equalTo("hide"));
  }

  @Test
  void shouldSuggestMergeWhenNameIsTaken() {
    decide(
            "{\"type\": \"rename\", \"kind\": \"tag\", \"slug\": \"marathon\", \"name\":"
                + " \"kubernetes\"}")
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:confnotes:problem:name-taken"))
        .body("detail", containsString("merge 'marathon' into it"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | 400",
        "null | 400",
        "{\"type\": \"explode\"} | 400",
        "{\"type\": \"hide\"} | 400",
        "{\"type\": \"hide\", \"tag\": \"\"} | 400",
        "{\"type\": \"hide\", \"tag\": \"\\u0000\"} | 400",
        "{\"type\": \"hide\", \"tag\": \"no-such-tag\"} | 404",
        "{\"type\": \"merge-talks\", \"talk\": \"1\", \"into\": \"2\"} | 400",
        "{\"type\": \"split-talk\", \"talk\": \"0d3f6f7a-8f3b-5c63-b1f4-8c2f5a0b7f10\","
            + " \"talkNotesIds\": []} | 400",
        "{\"type\": \"rename\", \"kind\": \"talk\", \"slug\": \"a\", \"name\": \"b\"} | 400",
        "{\"type\": \"rename\", \"kind\": \"tag\", \"slug\": \"helm\", \"name\": \" \"} | 400",
        "{\"type\": \"undo\", \"curation\": null} | 400"
      })
  void shouldRefuseWhatIsNoDecision(String action, int status) {
    decide(action)
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", containsString("urn:confnotes:problem:"));
  }

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
  void shouldRefuseCursorsThatAreNoSlugs() {
    given()
        .get("/api/v1/vocabulary?cursor=" + "x".repeat(1000))
        .then()
        .statusCode(400)
        .body("detail", equalTo("'cursor' is not the 'next' of a page."));
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
  void shouldListVocabulary() {
    given()
        .get("/api/v1/vocabulary?cursor=kubern&limit=2")
        .then()
        .statusCode(200)
        .body("items[0].slug", equalTo("kubernetes"))
        .body("items[0].aliases.name", hasItem("k8s"))
        .body("next", notNullValue());
  }

  @Test
  void shouldFindTermsByEveryNameAndHiddenOnes() {
    // Given
    decide("{\"type\": \"hide\", \"tag\": \"puppet\"}").statusCode(201);

    // Then
    given()
        .queryParam("q", " K8S")
        .get("/api/v1/vocabulary")
        .then()
        .statusCode(200)
        .body("items.slug", hasItem("kubernetes"));
    given()
        .queryParam("hidden", "true")
        .queryParam("q", "pup")
        .get("/api/v1/vocabulary")
        .then()
        .statusCode(200)
        .body("items.slug", equalTo(List.of("puppet")));
    given()
        .queryParam("q", "e")
        .queryParam("limit", "1")
        .get("/api/v1/vocabulary")
        .then()
        .header("Link", containsString("/api/v1/vocabulary?q=e&hidden=false&limit=1&cursor="));
  }

  @Test
  void shouldShowWhatADecisionWouldDo() {
    // When
    given()
        .contentType("application/json")
        .body(
            "{\"curator\": \"Ines Rowan\", \"action\": {\"type\": \"hide\", \"tag\": \"ansible\"}}")
        .post("/api/v1/curations/preview")
        .then()
        .statusCode(200)
        .body("action.type", equalTo("hide"))
        .body("talks", equalTo(0))
        .body("changes[0].after.hidden", equalTo(true));

    // Then
    given().get("/api/v1/vocabulary/ansible").then().body("hidden", equalTo(false));
  }

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
