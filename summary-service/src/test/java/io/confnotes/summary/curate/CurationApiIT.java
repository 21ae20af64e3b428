package io.confnotes.summary.curate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.confnotes.summary.testing.RunningService;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decisions and the vocabulary over HTTP. */
@QuarkusTest
@QuarkusTestResource(RunningService.class)
class CurationApiIT {
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
  void shouldRefuseCursorsThatAreNoSlugs() {
    given()
        .get("/api/v1/vocabulary?cursor=" + "x".repeat(1000))
        .then()
        .statusCode(400)
        .body("detail", equalTo("'cursor' is not the 'next' of a page."));
  }
}
