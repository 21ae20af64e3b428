package io.confnotes.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import io.confnotes.query.QueryDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
final class OperationIT {

  @Test
  void shouldBeReadyOnItsSchema() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'database' }.name", equalTo("database"))
        .body("checks.find { it.name == 'database' }.data.schema", greaterThanOrEqualTo(1))
        .body("checks.find { it.name == 'database' }.data.version", equalTo("0.1.0"));
  }

  @Test
  void shouldServeMetrics() {
    given().get("/api/v1/tags");
    given().delete("/api/v1/talks/some-path").then().statusCode(405);
    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("agroal_active_count{datasource=\"default\"}"))
        .body(containsString("status=\"200\",uri=\"/api/v1/tags\",le=\"0.5\""))
        .body(containsString("status=\"405\",uri=\"REFUSED\""))
        .body(not(containsString("some-path")));
  }

  /** The first line of README.md's "API description" says how to write the file anew. */
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
}
