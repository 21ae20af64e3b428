package io.confnotes.query.name;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.confnotes.query.QueryDatabase;
import io.confnotes.query.TestTalks;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders and filters of the lists of names, and what one of them can be expanded with. */
@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
final class NameListIT {

  private static JsonPath list(String path) {
    return given().get("/api/v1/" + path).then().statusCode(200).extract().jsonPath();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tags?sort=-talks",
        "tags?sort=name",
        "tags?sort=-lastTalk",
        "speakers?sort=-talks",
        "speakers?sort=name",
        "speakers?sort=-lastTalk",
        "events?sort=-talks",
        "events?sort=name",
        "events?sort=-dateStart",
        "events?sort=dateStart",
        "tags?sort=name&event=gophercamp-2019",
        "speakers?sort=-lastTalk&from=2018"
      })
  void shouldReachEveryNameOnceInEachOrder(String list) {
    // Given
    List<String> all = list(list + "&limit=200").getList("items.slug");
    List<String> slugs = new ArrayList<>();
    @Nullable String cursor = "";

    // When
    for (int pages = 0; cursor != null && pages < 100; pages++) {
      JsonPath page = list(list + "&limit=1&cursor=" + cursor);
      slugs.addAll(page.getList("items.slug"));
      cursor = page.getString("next");
    }

    // Then
    assertThat(slugs).isEqualTo(all).doesNotHaveDuplicates().isNotEmpty();
    String csv = given().get("/api/v1/" + list + "&format=csv").asString();
    assertThat(csv.lines().skip(1).map(line -> line.split(",", 2)[0].replace("\"", "")))
        .containsExactlyElementsOf(all);
    assertThat(given().get("/api/v1/" + list + "&format=ndjson").asString().lines())
        .hasSize(all.size());
  }

  @Test
  void shouldSortByNameWithoutCaseAndAccents() {
    List<String> names = list("speakers?sort=name&limit=200").getList("items.name");
    List<String> plain =
        names.stream()
            .map(name -> name.toLowerCase(Locale.ROOT).replace('é', 'e').replace('É', 'e'))
            .toList();
    assertThat(plain).hasSizeGreaterThan(3).isSortedAccordingTo(Comparator.naturalOrder());
  }

  @Test
  void shouldSortEventsByDateWithThoseWithoutOneLast() {
    List<@Nullable String> oldest =
        list("events?sort=dateStart&limit=200").getList("items.dateStart");
    List<@Nullable String> newest =
        list("events?sort=-dateStart&limit=200").getList("items.dateStart");
    List<@Nullable String> known = oldest.stream().filter(date -> date != null).toList();
    assertThat(known).isSorted().hasSizeGreaterThan(1);
    assertThat(oldest.subList(0, known.size())).isEqualTo(known);
    assertThat(newest.subList(0, known.size()))
        .isSortedAccordingTo(Comparator.nullsLast(Comparator.<String>reverseOrder()));
  }

  @ParameterizedTest
  @CsvSource({
    "'speakers?event=gophercamp-2019', mary-shelley",
    "'events?tag=containers', gophercamp-2019",
    "'events?from=2020&to=2020', systemes-2020",
    "'events?q=SYSTÈM', systemes-2020",
    "'events?q=systemes', systemes-2020",
    "'speakers?q=emile', emile-zola"
  })
  void shouldListThoseOfTheTalksThatAreLeft(String list, String slug) {
    assertThat(list(list).getList("items.slug", String.class)).contains(slug).hasSizeLessThan(4);
  }

  @Test
  void shouldCountOnlyTheTalksThatAreLeft() {
    JsonPath tags = list("tags?event=gophercamp-2019&q=linux");
    assertThat(tags.getList("items.slug")).isEqualTo(List.of("linux-kernel"));
    assertThat(tags.getInt("items[0].talks"))
        .isEqualTo(list("talks?tag=linux-kernel&event=gophercamp-2019").getList("items").size());
  }

  @ParameterizedTest
  @CsvSource({
    "'tags?sort=date', sort",
    "'events?sort=-lastTalk', sort",
    "'events?from=yesterday', from",
    "'speakers?from=2020&to=2019', from",
    "'tags?limit=0', limit",
    "'tags?cursor=AAAA', cursor",
    "'tags/containers?expand=revisions', expand",
    "'events/gophercamp-2019?expand=events', expand"
  })
  void shouldPointAtTheParameterThatIsWrong(String path, String parameter) {
    given()
        .get("/api/v1/" + path)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("parameter", equalTo(parameter));
  }

  @Test
  void shouldTakeWhatNoNameHas() {
    given()
        .urlEncodingEnabled(false)
        .get("/api/v1/events?q=%00gopher")
        .then()
        .statusCode(200)
        .body("items.slug", equalTo(List.of("gophercamp-2019")));
    given()
        .urlEncodingEnabled(false)
        .get("/api/v1/events?tag=%00")
        .then()
        .statusCode(400)
        .body("parameter", equalTo("tag"));
  }

  @Test
  void shouldRefuseACursorOfAnotherOrder() {
    String next = list("tags?sort=name&limit=1").getString("next");
    given().get("/api/v1/tags?limit=1&cursor=" + next).then().statusCode(400);
  }

  @Test
  void shouldExpandWhatIsAskedForAndNoMore() {
    given()
        .get("/api/v1/tags/containers?expand=newestTalks,speakers")
        .then()
        .statusCode(200)
        .body("slug", equalTo("containers"))
        .body("newestTalks.title", hasItem("Containers without tears"))
        .body("newestTalks[0].tags.slug", hasItem("containers"))
        .body("speakers.slug", hasItem("mary-shelley"))
        .body("$", not(hasKey("tags")))
        .body("$", not(hasKey("events")));
    given()
        .get("/api/v1/tags/containers?expand=tags")
        .then()
        .body("tags.slug", equalTo(List.of("linux-kernel")));
    given()
        .get("/api/v1/speakers/mary-shelley?expand=tags,events")
        .then()
        .body("tags.slug", hasItem("containers"))
        .body("events.slug", hasItem("gophercamp-2019"))
        .body("$", not(hasKey("newestTalks")));
    given()
        .get("/api/v1/events/gophercamp-2019?expand=newestTalks")
        .then()
        .body("newestTalks.eventSlug", hasItem("gophercamp-2019"));
    given()
        .get("/api/v1/events/gophercamp-2019")
        .then()
        .body("$", not(hasKey("newestTalks")))
        .body("slug", equalTo("gophercamp-2019"));
  }

  @Test
  void shouldLinkAnEventAndItsTalksToEachOther() {
    JsonPath event = list("events/gophercamp-2019?format=jsonld");
    JsonPath talk = list("talks/" + TestTalks.CONTAINERS + "?format=jsonld");
    assertThat(event.getList("subEvent.'@id'", String.class))
        .contains(talk.getString("'@id'"))
        .hasSizeLessThanOrEqualTo(200);
    assertThat(event.getList("subEvent.url", String.class)).contains(talk.getString("url"));
    assertThat(talk.getString("superEvent.'@id'")).isEqualTo(event.getString("'@id'"));
  }
}
