package io.confnotes.query.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.confnotes.query.QueryDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An operator lets pages of another origin read. */
@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
@TestProfile(CrossOriginIT.Friends.class)
final class CrossOriginIT {

  private static final String FRIEND = "https://dashboard.example";

  /** One other origin. */
  public static final class Friends implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.http.cors.enabled", "true", "quarkus.http.cors.origins", FRIEND);
    }
  }

  @Test
  void shouldLetThatOriginRead() {
    given()
        .header("Origin", FRIEND)
        .get("/api/v1/tags")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", equalTo(FRIEND))
        .header("Access-Control-Expose-Headers", containsString("Link"));
  }

  @Test
  void shouldLetNoOtherOriginRead() {
    given()
        .header("Origin", "https://evil.example")
        .get("/api/v1/tags")
        .then()
        .header("Access-Control-Allow-Origin", nullValue());
  }

  @Test
  void shouldLetNobodyWrite() {
    given().header("Origin", FRIEND).body("x").post("/api/v1/notes").then().statusCode(403);
  }
}
