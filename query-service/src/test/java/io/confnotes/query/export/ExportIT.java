package io.confnotes.query.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.confnotes.query.QueryDatabase;
import io.confnotes.query.TestTalks;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
final class ExportIT {

  private static List<String> lines(String path, String accept) {
    return given()
        .accept(accept)
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .lines()
        .toList();
  }

  @Test
  void shouldWriteEveryTalkOnceAsLinesOfJson() {
    // Given
    List<UUID> ids =
        given().get("/api/v1/talks?limit=200").jsonPath().getList("items.id", UUID.class);

    // When
    List<String> lines = lines("/api/v1/talks?limit=3", "application/x-ndjson");

    // Then
    assertThat(lines)
        .extracting(line -> JsonPath.from(line).getUUID("id"))
        .containsExactlyElementsOf(ids);
  }

  @Test
  void shouldWriteTalksAsRows() {
    // When
    List<String> rows = lines("/api/v1/talks?q=container", "text/csv");

    // Then
    assertThat(rows.getFirst()).isEqualTo("id,title,event,eventSlug,date,speakers,tags,snippet");
    assertThat(rows).hasSize(3);
    assertThat(rows.get(1))
        .startsWith(
            "\"%s\",".formatted(TestTalks.CONTAINERS)
                + "\"Containers without tears\",\"Gophercamp 2019\",gophercamp-2019,2019-05-04,"
                + "\"Mary Shelley\",\"containers; Linux kernel\",");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tags", "speakers", "events", "documents", "submissions"})
  void shouldWriteOtherLists(String list) {
    // Given
    int count = given().get("/api/v1/" + list + "?limit=200").jsonPath().getList("items").size();

    // When / Then
    assertThat(lines("/api/v1/" + list + "?format=csv", "*/*")).hasSize(count + 1);
    assertThat(lines("/api/v1/" + list + "?format=ndjson", "*/*")).hasSize(count);
  }

  @Test
  void shouldWriteTheFieldsOfAnEmptyList() {
    assertThat(lines("/api/v1/tags?q=none&format=csv", "*/*")).containsExactly("slug,name,talks");
    assertThat(lines("/api/v1/tags?q=none&format=ndjson", "*/*")).isEmpty();
  }

  @Test
  void shouldTakeFormatInsteadOfAccept() {
    given()
        .get("/api/v1/talks?format=csv")
        .then()
        .statusCode(200)
        .contentType(equalTo("text/csv;charset=UTF-8"));
    given()
        .get("/api/v1/talks?format=pdf")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("parameter", equalTo("format"));
    given()
        .accept("text/csv")
        .get("/api/v1/talks?format=json")
        .then()
        .contentType("application/json");
  }
}
