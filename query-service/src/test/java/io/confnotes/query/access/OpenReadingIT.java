package io.confnotes.query.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;

import io.confnotes.embedded.access.TestTokens;
import io.confnotes.query.QueryDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
@TestProfile(OpenReadingIT.Configured.class)
final class OpenReadingIT {
  /** A service that has keys, and where reading is open. */
  public static final class Configured implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "confnotes.access.keys",
          TestTokens.publicKey().toString(),
          "confnotes.access.requests-per-minute",
          "20");
    }
  }

  @Test
  void shouldLimitWhatAnAddressMaySend() {
    // Given
    RequestSpecification sender = given().header("X-Forwarded-For", "192.0.2.7");

    // When
    boolean limited =
        IntStream.range(0, 100)
            .anyMatch(i -> given(sender).get("/api/v1/tags").statusCode() == 429);

    // Then
    assertThat(limited).isTrue();
    given(sender)
        .get("/api/v1/tags")
        .then()
        .statusCode(429)
        .header("Retry-After", matchesRegex("[1-4]"))
        .contentType("application/problem+json")
        .body("type", equalTo("urn:confnotes:problem:too-many-requests"));
    given(sender).get("/q/health/live").then().statusCode(200);
    given().header("X-Forwarded-For", "192.0.2.8").get("/api/v1/tags").then().statusCode(200);
  }

  @Test
  void shouldAskForATokenOnlyToChangeSomething() {
    given().get("/api/v1/talks").then().statusCode(200);
    given().auth().oauth2(TestTokens.of("submit")).get("/api/v1/talks").then().statusCode(200);
    given().body("x").post("/api/v1/notes").then().statusCode(401);
    given()
        .auth()
        .oauth2(TestTokens.of("submit"))
        .body("x")
        .post("/api/v1/notes")
        .then()
        .statusCode(202);
  }
}
