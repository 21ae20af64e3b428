package io.confnotes.ingest.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confnotes.embedded.access.AccessRules;
import io.confnotes.embedded.access.TestTokens;
import io.confnotes.ingest.http.IngestInfrastructure;
import io.confnotes.ingest.http.PublishedRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IngestInfrastructure.class)
@TestProfile(AccessIT.Configured.class)
final class AccessIT {
  private static final String NOTES = "# Tides at Home\n\nby Mara Quill\n\nA jar is enough.\n";

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
          "0",
          "confnotes.access.revoked",
          TestTokens.revoked().toString());
    }
  }

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init")
  URI service;

  @ConfigProperty(name = "confnotes.access.revoked")
  @SuppressWarnings("NullAway.Init")
  Path revoked;

  @Test
  void shouldHaveARuleForEveryOperation() throws IOException, InterruptedException {
    assertThat(AccessRules.broken(service, Path.of("openapi.yaml"))).isEmpty();
  }

  @Test
  void shouldRefuseATokenOnceItIsWithdrawn() throws IOException {
    // Given
    String token = TestTokens.withId("submit", "stolen");
    assertThat(preview(token)).isEqualTo(200);

    // When
    Files.writeString(revoked, "another\nstolen\n");

    // Then
    await().atMost(Duration.ofSeconds(10)).until(() -> preview(token) == 401);
    assertThat(preview(TestTokens.withId("submit", "own"))).isEqualTo(200);
  }

  @Test
  void shouldPublishWhoSubmittedAndDeleted() {
    // Given
    String token = TestTokens.withId("submit", "her-token");

    // When
    String documentId =
        given()
            .auth()
            .oauth2(token)
            .contentType("text/plain")
            .body(NOTES)
            .post("/api/v1/notes")
            .then()
            .statusCode(202)
            .extract()
            .path("documentId");
    given().auth().oauth2(token).delete("/api/v1/documents/" + documentId).then().statusCode(202);

    // Then
    assertThat(PublishedRecords.of(documentId))
        .hasSize(2)
        .allSatisfy(
            record -> {
              assertThat(PublishedRecords.header(record, "subject")).isEqualTo(TestTokens.SUBJECT);
              assertThat(PublishedRecords.header(record, "tokenId")).isEqualTo("her-token");
            });
  }

  @Test
  void shouldAnswerToAnyHostAndLeaveHealthAndMetricsOpen() {
    given().header("Host", "notes.example").get("/q/health/live").then().statusCode(200);
    given().get("/q/metrics").then().statusCode(200);
    given().get("/q/openapi").then().statusCode(200);
  }

  private static int preview(String token) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("text/plain")
        .body(NOTES)
        .post("/api/v1/preview")
        .statusCode();
  }
}
