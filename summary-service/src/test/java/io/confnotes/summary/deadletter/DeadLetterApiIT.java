package io.confnotes.summary.deadletter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.confnotes.summary.testing.RunningService;
import io.confnotes.summary.testing.TestLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
final class DeadLetterApiIT {
  private static final String PATH = "/api/v1/dead-letters";

  /** The id of a dead letter made of a body that is no JSON. */
  private static long deadLetter(String body) {
    UUID submission =
        TestLog.ofTheService().publishRaw("key", body.getBytes(StandardCharsets.UTF_8));
    List<Integer> found = new ArrayList<>();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              found.clear();
              found.addAll(
                  given()
                      .get(PATH + "?state=waiting&limit=200")
                      .jsonPath()
                      .<Integer>getList(
                          "items.findAll { it.submissionId == '%s' }.id".formatted(submission)));
              assertThat(found).hasSize(1);
            });
    return found.getFirst();
  }

  @Test
  void shouldShowADeadLetterWithItsHeadersAndBytes() {
    long id = deadLetter("no JSON at all");

    given()
        .get(PATH + "/" + id)
        .then()
        .statusCode(200)
        .body("deadLetter.reason", equalTo("not-json"))
        .body("headers.name", hasItem("ce_type"))
        .body("beginning", equalTo("no JSON at all"));
    given()
        .get(PATH + "/" + id + "/bytes")
        .then()
        .statusCode(200)
        .contentType("application/octet-stream")
        .header("Content-Disposition", containsString("attachment"))
        .body(equalTo("no JSON at all"));
  }

  @Test
  void shouldShowTheBeginningOfALongBodyInWholeCharacters() {
    String shown = "x".repeat(3_999);
    long id = deadLetter(shown + "ö" + "x".repeat(2_000_000));

    given().get(PATH + "/" + id).then().statusCode(200).body("beginning", equalTo(shown));
  }

  @Test
  void shouldTryAgainAndGiveUp() {
    long id = deadLetter("nor is this");

    given()
        .post(PATH + "/" + id + "/replay")
        .then()
        .statusCode(200)
        .body("state", equalTo("waiting"))
        .body("attempts", equalTo(1));
    given()
        .post(PATH + "/" + id + "/discard")
        .then()
        .statusCode(200)
        .body("state", equalTo("discarded"))
        .body("subject", equalTo("anonymous"));
    given()
        .post(PATH + "/" + id + "/discard")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:confnotes:problem:dead-letter-decided"));
    given()
        .get("/api/v1/audit?limit=200")
        .then()
        .statusCode(200)
        .body("items.findAll { it.action == 'discarded' }.deadLetterId", hasItem((int) id));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, ?state=lost, 400",
    "GET, ?cursor=x, 400",
    "GET, ?limit=0, 400",
    "GET, /999999999, 404",
    "GET, /x, 400",
    "GET, /999999999/bytes, 404",
    "POST, /999999999/replay, 404",
    "POST, /999999999/discard, 404",
    "POST, /replay?after=x, 400"
  })
  void shouldRefuseWhatMakesNoSense(String method, String path, int status) {
    given()
        .request(method, PATH + path)
        .then()
        .statusCode(status)
        .contentType("application/problem+json");
  }
}
