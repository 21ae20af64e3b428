package io.confnotes.query.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.confnotes.embedded.access.AccessRules;
import io.confnotes.embedded.access.TestTokens;
import io.confnotes.query.QueryDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
@TestProfile(AccessIT.Restricted.class)
final class AccessIT {
  /** A service that has keys, and where reading takes a token too. */
  public static final class Restricted implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "confnotes.access.keys",
          TestTokens.publicKey().toString(),
          "confnotes.access.issuer",
          TestTokens.ISSUER,
          "confnotes.access.audience",
          TestTokens.AUDIENCE,
          "confnotes.access.revoked",
          TestTokens.revoked().toString(),
          "confnotes.access.requests-per-minute",
          "0",
          "confnotes.access.restrict-reading",
          "true");
    }
  }

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init")
  URI service;

  @Test
  void shouldHaveARuleForEveryOperation() throws IOException, InterruptedException {
    assertThat(AccessRules.broken(service, Path.of("openapi.yaml"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/talks", "/submit", "/tags/containers"})
  void shouldRestrictPagesToo(String page) {
    given().get(page).then().statusCode(401);
    given().auth().oauth2(TestTokens.of("read")).get(page).then().statusCode(200);
  }

  @Test
  void shouldHandTheTokenOnToTheServicesBehind() {
    String token = TestTokens.of("submit");
    given()
        .auth()
        .oauth2(token)
        .contentType("text/plain")
        .body("x")
        .post("/api/v1/notes")
        .then()
        .statusCode(202)
        .body(containsString("Bearer " + token));
  }

  @Test
  void shouldLeaveHealthAndMetricsOpen() {
    given().header("Host", "notes.example").get("/q/health/live").then().statusCode(200);
    given().get("/q/metrics").then().statusCode(200);
  }
}
