package io.confnotes.summary.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.embedded.access.AccessRules;
import io.confnotes.embedded.access.TestTokens;
import io.confnotes.summary.testing.RunningService;
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

@QuarkusTest
@QuarkusTestResource(RunningService.class)
@TestProfile(AccessIT.Configured.class)
final class AccessIT {
  /** A service that has keys. */
  public static final class Configured implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "confnotes.access.keys", TestTokens.publicKey().toString(),
          "confnotes.access.issuer", TestTokens.ISSUER,
          "confnotes.access.audience", TestTokens.AUDIENCE);
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
  void shouldLeaveHealthAndMetricsOpen() {
    given().header("Host", "notes.example").get("/q/health/live").then().statusCode(200);
    given().get("/q/metrics").then().statusCode(200);
  }
}
