package io.confnotes.query.access;

import static io.restassured.RestAssured.given;

import io.confnotes.embedded.access.TestTokens;
import io.confnotes.query.QueryDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
@TestProfile(OpenReadingIT.Configured.class)
final class OpenReadingIT {
  /** A service that has keys, and where reading is open. */
  public static final class Configured implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("confnotes.access.keys", TestTokens.publicKey().toString());
    }
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
