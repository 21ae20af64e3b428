package io.confnotes.query.web.name;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.confnotes.query.QueryDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
final class DirectoryIT {

  @Test
  void shouldSortTagsByTalksThenSlug() {
    // When
    JsonPath page = given().get("/api/v1/tags").then().statusCode(200).extract().jsonPath();

    // Then
    assertThat(page.getList("items.slug", String.class))
        .containsExactly(
            "topic-0",
            "topic-1",
            "topic-2",
            "topic-3",
            "topic-4",
            "topic-5",
            "topic-6",
            "linux-kernel",
            "<tag>",
            "containers",
            "storage");
    assertThat(page.getList("items.talks", Integer.class))
        .containsExactly(7, 7, 7, 6, 6, 6, 6, 2, 1, 1, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tags", "speakers", "events"})
  void shouldReachEverySlugOnceByCursor(String list) {
    // Given
    List<String> all =
        given().get("/api/v1/" + list + "?limit=200").jsonPath().getList("items.slug");
    List<String> slugs = new ArrayList<>();
    @Nullable String cursor = "";

    // When
    for (int pages = 0; cursor != null && pages < 60; pages++) {
      JsonPath page =
          given()
              .queryParam("limit", 1)
              .queryParam("cursor", cursor)
              .get("/api/v1/" + list)
              .jsonPath();
      slugs.addAll(page.getList("items.slug"));
      cursor = page.getString("next");
    }

    // Then
    assertThat(slugs).isEqualTo(all).doesNotHaveDuplicates().hasSizeGreaterThan(3);
  }

  @ParameterizedTest
  @CsvSource({
    "tags, KER, linux-kernel",
    "tags, linux-k, linux-kernel",
    "tags, ernel, ''",
    "tags, %, ''",
    "speakers, shel, mary-shelley",
    "speakers, éMI, emile-zola",
    "events, gopher, gophercamp-2019"
  })
  void shouldFilterByTheBeginningOfAWord(String list, String prefix, String slug) {
    assertThat(
            given().queryParam("q", prefix).get("/api/v1/" + list).jsonPath().getList("items.slug"))
        .isEqualTo(slug.isEmpty() ? List.of() : List.of(slug));
  }

  @Test
  void shouldGiveSingleOnes() {
    given().get("/api/v1/tags/containers").then().body("talks", equalTo(1));
    given().get("/api/v1/speakers/mary-shelley").then().body("handle", equalTo("@mary"));
    given()
        .get("/api/v1/events/systemes-2020")
        .then()
        .body("name", equalTo("Systèmes 2020"))
        .body("dateStart", equalTo("2020-01-01"))
        .body("dateEnd", equalTo("2020-12-31"));
  }
}
