package io.confnotes.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("containers")
@QuarkusTestResource(QueryDatabase.class)
final class SuggestionIT {

  private static JsonPath suggestions(String typed) {
    return given()
        .queryParam("q", typed)
        .get("/api/v1/suggestions")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cont       | tag containers
          KERN       | tag Linux kernel
          emile      | speaker Émile Zola
          zol        | speaker Émile Zola
          goph       | event Gophercamp 2019
          syste      | event Systèmes 2020
          hochzeiten | title Hochzeiten im Rechenzentrum
          storag     | tag storage
          shelly     | speaker Mary Shelley
          """)
  void shouldNameWhatMayBeMeant(String typed, String first) {
    // When
    JsonPath found = suggestions(typed);

    // Then
    assertThat(found.getString("items[0].kind") + " " + found.getString("items[0].name"))
        .isEqualTo(first);
  }

  @Test
  void shouldCountTalks() {
    // When
    JsonPath found = suggestions("lect");

    // Then
    assertThat(found.getString("items[0].kind")).isEqualTo("title");
    assertThat(found.<Object>get("items[0].slug")).isNull();
    assertThat(found.getInt("items[0].talks")).isEqualTo(TestTalks.SERIES_LENGTH);
    assertThat(suggestions("linux").getInt("items[0].talks")).isEqualTo(2);
  }

  @Test
  void shouldGiveAtMostTenOfAllKinds() {
    assertThat(suggestions("s").getList("items")).hasSize(10);
    assertThat(suggestions("s").getList("items.kind")).contains("speaker", "title");
  }

  @Test
  void shouldGiveAsManyAsAskedFor() {
    given().get("/api/v1/suggestions?q=s&limit=3").then().body("items.size()", equalTo(3));
    given()
        .get("/api/v1/suggestions?q=s&limit=11")
        .then()
        .statusCode(400)
        .body("parameter", equalTo("limit"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\u0000", "%", "_", "\\", "'", "%%%", "\"", "\uFFFF", "🐍", "\n"})
  void shouldTakeAnythingThatIsTyped(String typed) {
    List<String> names = suggestions(typed).getList("items.name");
    assertThat(names).allSatisfy(name -> assertThat(name).doesNotContain("Lecture"));
  }

  @Test
  void shouldTakeTheLongestQuery() {
    assertThat(suggestions("x".repeat(2000)).getList("items")).isEmpty();
  }
}
