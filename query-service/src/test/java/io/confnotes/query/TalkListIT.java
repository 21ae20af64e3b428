package io.confnotes.query;

import static io.confnotes.query.TestTalks.id;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import io.confnotes.query.http.Cursor;
import io.confnotes.query.talk.TalkFilter;
import io.confnotes.query.talk.TalkOrder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
final class TalkListIT {

  private static final Pattern NEXT = Pattern.compile("<(/api/v1/[^>]+)>; rel=\"next\"");

  private static List<UUID> inOrder() {
    List<UUID> ids = new ArrayList<>();
    ids.add(TestTalks.CONTAINERS);
    ids.add(TestTalks.STORAGE);
    ids.add(TestTalks.CONTENEURS);
    IntStream.range(0, TestTalks.SERIES_LENGTH).forEach(i -> ids.add(id(3000 - i)));
    ids.add(TestTalks.HOCHZEIT);
    ids.add(TestTalks.SCRIPT);
    ids.add(TestTalks.SNAKE);
    return ids;
  }

  @Test
  void shouldSortByDateThenDocumentWithUndatedTalksLast() {
    // When
    JsonPath page =
        given().get("/api/v1/talks?limit=200").then().statusCode(200).extract().jsonPath();

    // Then
    assertThat(page.getList("items.id", UUID.class)).isEqualTo(inOrder());
    assertThat(page.getString("next")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "7", "50", "51", "52"})
  void shouldReachEveryTalkOnceByFollowingLinks(int limit) {
    // Given
    List<UUID> ids = new ArrayList<>();
    @Nullable String url = "/api/v1/talks?limit=" + limit;

    // When
    for (int pages = 0; url != null && pages < 60; pages++) {
      Response page = given().urlEncodingEnabled(false).get(url);
      ids.addAll(page.jsonPath().getList("items.id", UUID.class));
      url = next(page);
    }

    // Then
    assertThat(ids).isEqualTo(inOrder());
  }

  @ParameterizedTest
  @CsvSource({"1", "7", "52"})
  void shouldReachEveryTalkOnceFromTheNewestOn(int limit) {
    // Given
    List<UUID> ids = new ArrayList<>();
    @Nullable String url = "/api/v1/talks?sort=-date&limit=" + limit;

    // When
    for (int pages = 0; url != null && pages < 60; pages++) {
      Response page = given().urlEncodingEnabled(false).get(url);
      ids.addAll(page.jsonPath().getList("items.id", UUID.class));
      url = next(page);
    }

    // Then
    assertThat(ids).containsExactlyInAnyOrderElementsOf(inOrder());
    assertThat(ids).startsWith(id(3000), id(2999)).endsWith(TestTalks.SCRIPT, TestTalks.SNAKE);
    assertThat(ids.indexOf(TestTalks.CONTENEURS)).isLessThan(ids.indexOf(TestTalks.CONTAINERS));
  }

  @Test
  void shouldReachEveryFoundTalkOnceWhereAllAreEquallyRelevant() {
    // Given
    List<UUID> ids = new ArrayList<>();
    @Nullable String url =
        "/api/v1/talks?q=lecture+or%20containers%20or%20%22c%2B%2B%20%26%20100%25%22&limit=4";

    // When
    for (int pages = 0; url != null && pages < 60; pages++) {
      Response page = given().urlEncodingEnabled(false).get(url);
      ids.addAll(page.jsonPath().getList("items.id", UUID.class));
      url = next(page);
    }

    // Then
    assertThat(ids).doesNotHaveDuplicates().hasSize(TestTalks.SERIES_LENGTH + 2);
  }

  @Test
  void shouldKeepCursorWhenOnlyTheLimitChanges() {
    // Given
    String cursor = given().get("/api/v1/talks?limit=2").jsonPath().getString("next");

    // When
    JsonPath page =
        given().queryParam("cursor", cursor).queryParam("limit", 1).get("/api/v1/talks").jsonPath();

    // Then
    assertThat(page.getList("items.id", UUID.class)).containsExactly(TestTalks.CONTENEURS);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/talks?event=long-days",
    "/api/v1/talks?q=lecture",
    "/api/v1/talks?from=2018",
    "/api/v1/tags",
    "/api/v1/speakers"
  })
  void shouldRefuseCursorOfAnotherQuery(String url) {
    // Given
    String cursor = given().get("/api/v1/talks?limit=2").jsonPath().getString("next");

    // When
    Response answer = given().queryParam("cursor", cursor).get(url);

    // Then
    answer.then().statusCode(400).body("parameter", equalTo("cursor"));
  }

  @ParameterizedTest
  @CsvSource({"x", "%20", "AAAA", "%00", "💥", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void shouldRefuseNonsenseCursor(String cursor) {
    given()
        .urlEncodingEnabled(false)
        .get("/api/v1/talks?cursor=" + cursor)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:confnotes:problem:invalid-parameter"))
        .body("parameter", equalTo("cursor"));
  }

  @Test
  void shouldRefuseForgedCursorBeyondTheCalendar() {
    // Given
    String query = "talks %s %s".formatted(TalkFilter.ALL, TalkOrder.DATE);
    String cursor = Cursor.encode(query, LocalDate.of(9_999_999, 1, 1), id(1), 0, id(11));

    // When
    Response answer = given().queryParam("cursor", cursor).get("/api/v1/talks");

    // Then
    answer.then().statusCode(400).contentType("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({
    "event=gophercamp-2019, 11 12",
    "event=GOPHERCAMP 2019, 11 12",
    "event=SYSTÈMES 2020, 13",
    "speaker=mary-shelley, 11",
    "speaker=mary shelley, 11",
    "speaker=Émile Zola, 13",
    "tag=linux-kernel, 11 12",
    "tag=LINUX kernel, 11 12",
    "tag=linux-kernel&speaker=jules-verne, 12",
    "tag=containers&event=long-days, ''",
    "event=&speaker=mary-shelley, 11",
    "q=containers&speaker=jules-verne, 12",
    "to=2019, 11 12",
    "from=2019-05-04&to=2019-05-04, 11 12",
    "from=2019-05-05&to=2019-12-31, ''",
    "from=2020-06&to=2020-06, 13",
    "from=2020-12-31&to=2020-12-31, 13",
    "from=2019-01&to=2020-01-01, 11 12 13",
    "from=2022, ''"
  })
  void shouldFilter(String parameters, String numbers) {
    // Given
    List<UUID> expected =
        numbers.isEmpty()
            ? List.of()
            : List.of(numbers.split(" ")).stream().map(n -> id(Integer.parseInt(n))).toList();

    // When
    JsonPath page =
        given().get("/api/v1/talks?" + parameters).then().statusCode(200).extract().jsonPath();

    // Then
    assertThat(page.getList("items.id", UUID.class)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, limit",
    "limit=201, limit",
    "limit=-1, limit",
    "limit=ten, limit",
    "limit=99999999999, limit",
    "from=18, from",
    "from=2018-13, from",
    "from=2018-02-30, from",
    "to=yesterday, to",
    "to=2018-1, to",
    "from=2020&to=2019, from",
    "sort=title, sort",
    "q=containers&sort=date, sort"
  })
  void shouldPointAtInvalidParameter(String parameters, String parameter) {
    given()
        .get("/api/v1/talks?" + parameters)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:confnotes:problem:invalid-parameter"))
        .body("status", equalTo(400))
        .body("parameter", equalTo(parameter))
        .body("detail", containsString("'" + parameter + "'"));
  }

  @Test
  void shouldGiveEachTalkItsSpeakersAndTags() {
    given()
        .get("/api/v1/talks?limit=1")
        .then()
        .contentType("application/json")
        .body("items[0].title", equalTo("Containers without tears"))
        .body("items[0].event", equalTo("Gophercamp 2019"))
        .body("items[0].eventSlug", equalTo("gophercamp-2019"))
        .body("items[0].date", equalTo("2019-05-04"))
        .body("items[0].speakers[0].slug", equalTo("mary-shelley"))
        .body("items[0].speakers[0].handle", equalTo("@mary"))
        .body("items[0].speakers[0].affiliation", equalTo("Villa Diodati"))
        .body("items[0].tags.slug", equalTo(List.of("containers", "linux-kernel")))
        .body("items[0].tags[1].name", equalTo("Linux kernel"))
        .body("items[0].tags[1].score", equalTo(0.5f))
        .body("items[0]", hasKey("snippet"))
        .body("items[0].snippet", equalTo(null));
  }

  private static @Nullable String next(Response page) {
    String link = page.header("Link");
    if (link == null) {
      assertThat(page.jsonPath().getString("next")).isNull();
      return null;
    }
    Matcher next = NEXT.matcher(link);
    assertThat(next.matches()).as(link).isTrue();
    assertThat(next.group(1)).contains("cursor=" + page.jsonPath().getString("next"));
    return next.group(1);
  }
}
