package io.confnotes.ingest.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.confnotes.embedded.access.KeyServer;
import io.confnotes.embedded.access.TestTokens;
import io.confnotes.ingest.http.IngestInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the keys of tokens are at an address that does not answer, nobody's token is refused. */
@QuarkusTest
@QuarkusTestResource(IngestInfrastructure.class)
@TestProfile(KeysAwayIT.AtAnAddress.class)
final class KeysAwayIT {
  /** A service whose keys are elsewhere. */
  public static final class AtAnAddress implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "confnotes.access.keys",
          KeyServer.address(),
          "confnotes.access.issuer",
          TestTokens.ISSUER,
          "confnotes.access.audience",
          TestTokens.AUDIENCE,
          "confnotes.access.requests-per-minute",
          "0");
    }
  }

  private static ValidatableResponse answer() {
    return given()
        .auth()
        .oauth2(TestTokens.of("submit"))
        .contentType("text/plain")
        .body("# Tides at Home\n\nby Mara Quill\n\nA jar is enough.\n")
        .post("/api/v1/preview")
        .then();
  }

  private static ValidatableResponse readiness() {
    return given().get("/q/health/ready").then();
  }

  @Test
  void shouldAskToTryAgainUntilKeysAreBackAndKeepThemThen() throws IOException {
    // Nobody is there
    answer()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "5")
        .body("type", equalTo("urn:confnotes:problem:keys-away"));
    readiness()
        .body(
            "checks.find { it.name == 'keys' }.data.problem",
            equalTo("the keys of tokens cannot be fetched"));

    // They come
    try (KeyServer _ = new KeyServer()) {
      answer().statusCode(200);
      readiness().body("checks.find { it.name == 'keys' }.data", equalTo(null));
    }

    // They have gone, and are known
    answer().statusCode(200);
  }
}
