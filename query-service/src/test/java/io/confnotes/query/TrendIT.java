package io.confnotes.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
final class TrendIT {

  private static JsonPath rows(String path) {
    return given()
        .get("/api/v1/trends/" + path)
        .then()
        .statusCode(200)
        .contentType("application/json")
        .extract()
        .jsonPath();
  }

  @Test
  void shouldCountTalksOfATagOverTimeAmongAllTalks() {
    // When
    JsonPath years = rows("tags?tag=linux-kernel&tag=topic-0&per=year");

    // Then
    assertThat(years.getList("findAll { it.tag == 'linux-kernel' }.period", String.class))
        .containsExactly("2019", "2020", "2021");
    Map<String, Object> first = years.getMap("[0]");
    assertThat(first)
        .containsEntry("time", "2019-01-01T00:00:00Z")
        .containsEntry("period", "2019")
        .containsEntry("tag", "linux-kernel")
        .containsEntry("name", "Linux kernel")
        .containsEntry("talks", 2)
        .containsEntry("covered", 2);
    assertThat(years.getDouble("[0].share")).isEqualTo(1.0);
    assertThat(years.getInt("find { it.tag == 'topic-0' && it.period == '2019' }.talks")).isZero();
    assertThat(years.getDouble("find { it.tag == 'topic-0' && it.period == '2021' }.share"))
        .isEqualTo(7.0 / TestTalks.SERIES_LENGTH, within(1e-6));
  }

  @Test
  void shouldCountATalkByMonthOnlyWhereItsMonthIsKnown() {
    // When
    JsonPath months = rows("tags?per=month&limit=1");

    // Then
    assertThat(months.getList("period", String.class)).doesNotContain("2020-01", "2020-12");
    assertThat(months.getList("period", String.class)).contains("2019-05");
    assertThat(months.getInt("find { it.period == '2019-05' }.covered")).isEqualTo(2);
  }

  @Test
  void shouldCountTalksOfATagAtEvents() {
    // When
    JsonPath events = rows("tags?tag=containers&per=event");

    // Then
    assertThat(events.getList("period", String.class))
        .containsExactly("img", "gophercamp-2019", "systemes-2020", "long-days");
    assertThat(events.getString("[0].time")).isNull();
    assertThat(events.getMap("[1]"))
        .containsEntry("label", "Gophercamp 2019")
        .containsEntry("time", "2019-05-04T00:00:00Z")
        .containsEntry("talks", 1)
        .containsEntry("covered", 2);
  }

  @ParameterizedTest
  @CsvSource({
    "from=2020, '2020 2021'",
    "to=2019-12-31, 2019",
    "from=2020-02-03T10:00:00.000Z&to=2020-03-01T00:00:00Z, 2020",
    "from=2030, ''"
  })
  void shouldKeepToTheRange(String range, String years) {
    assertThat(rows("tags?tag=containers&per=year&" + range).getList("period", String.class))
        .isEqualTo(years.isEmpty() ? List.of() : List.of(years.split(" ")));
  }

  @Test
  void shouldTellWhichTagsRiseAndFall() {
    // When
    JsonPath changes = rows("tags/changes?period=2021&limit=200");

    // Then
    assertThat(changes.getList("before", String.class)).containsOnly("2020");
    assertThat(changes.getList("tag", String.class)).contains("topic-0").doesNotContain("storage");
    assertThat(changes.getDouble("find { it.tag == 'topic-0' }.change")).isPositive();
    assertThat(changes.getInt("find { it.tag == 'topic-0' }.coveredBefore")).isEqualTo(1);

    // When
    JsonPath fallen = rows("tags/changes?period=2020");

    // Then
    assertThat(fallen.getDouble("find { it.tag == 'linux-kernel' }.change")).isEqualTo(-1.0);
    assertThat(fallen.getDouble("find { it.tag == 'linux-kernel' }.score")).isNegative();
    assertThat(fallen.getString("[0].tag")).isEqualTo("linux-kernel");
  }

  @Test
  void shouldTellWhichTagsOccurTogether() {
    // When
    JsonPath pairs = rows("tags/pairs");
    JsonPath withContainers = rows("tags/pairs?tag=containers");

    // Then
    assertThat(pairs.getList("tag", String.class)).containsExactly("containers", "linux-kernel");
    assertThat(pairs.getList("other", String.class)).containsExactly("linux-kernel", "storage");
    assertThat(pairs.getList("covered", Integer.class)).containsOnly(51);
    assertThat(withContainers.getMap("[0]"))
        .containsEntry("other", "linux-kernel")
        .containsEntry("otherName", "Linux kernel")
        .containsEntry("talks", 1)
        .containsEntry("covered", 1);
    assertThat(withContainers.getList("$")).hasSize(1);
  }

  @Test
  void shouldTellWhatThereIsOfEvents() {
    // When
    JsonPath events = rows("events");

    // Then
    assertThat(events.getList("event", String.class))
        .containsExactly("img", "gophercamp-2019", "systemes-2020", "long-days");
    assertThat(events.getMap("[1]"))
        .containsEntry("name", "Gophercamp 2019")
        .containsEntry("time", "2019-05-04T00:00:00Z")
        .containsEntry("talks", 2)
        .containsEntry("several", 1)
        .containsEntry("notes", 3)
        .containsEntry("documents", 2);
    assertThat(rows("events?limit=1").getList("event")).containsExactly("long-days");
  }

  @Test
  void shouldCountSubmissionsOfEveryDay() {
    // When
    JsonPath days = rows("ingest?from=2019-05-05&to=2019-05-07");

    // Then
    assertThat(days.getList("time", String.class))
        .containsExactly("2019-05-05T00:00:00Z", "2019-05-06T00:00:00Z", "2019-05-07T00:00:00Z");
    assertThat(days.getList("submissions", Integer.class)).containsExactly(0, 2, 0);
    assertThat(days.getInt("[1].stored")).isEqualTo(1);
    assertThat(days.getInt("[1].deadLettered")).isEqualTo(1);
    assertThat(rows("ingest").getList("$")).hasSize(31);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tags?per=year",
        "tags/changes",
        "tags/pairs",
        "events",
        "ingest?from=2019&to=2019"
      })
  void shouldGiveRowsInOtherFormats(String path) {
    // Given
    int count = rows(path).getList("$").size();
    String separator = path.contains("?") ? "&" : "?";

    // When
    String csv = given().get("/api/v1/trends/" + path + separator + "format=csv").asString();
    String ndjson = given().get("/api/v1/trends/" + path + separator + "format=ndjson").asString();

    // Then
    assertThat(csv.lines()).hasSize(count + 1);
    assertThat(ndjson.lines()).hasSize(count);
    assertThat(csv.lines().findFirst().orElseThrow().split(",")).contains(csvColumn(path));
  }

  private static String csvColumn(String path) {
    return path.contains("pairs") ? "covered" : "time";
  }

  @ParameterizedTest
  @CsvSource({
    "tags, per, week, 'month, year, event'",
    "tags, limit, 51, 50",
    "tags, from, 18, 2018",
    "tags/changes, per, event, 'year, month'",
    "tags/changes, period, 2018-01, 2018",
    "tags/pairs, limit, 0, 200",
    "events, to, soon, 2018",
    "ingest, from, 2001, 400"
  })
  void shouldSayWhatAParameterCanBe(String path, String parameter, String value, String good) {
    given()
        .queryParam(parameter, value)
        .get("/api/v1/trends/" + path)
        .then()
        .statusCode(400)
        .body("parameter", equalTo(parameter))
        .body("detail", containsString(good));
  }
}
