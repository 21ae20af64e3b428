package io.confnotes.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@Tag("containers")
@QuarkusTestResource(QueryDatabase.class)
final class SearchIT {

  private static JsonPath search(String words) {
    return given()
        .queryParam("q", words)
        .get("/api/v1/talks")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static List<UUID> found(String words) {
    return search(words).getList("items.id", UUID.class);
  }

  @Test
  void shouldPutTitleBeforeNotesThatSayItMoreOften() {
    assertThat(found("container")).containsExactly(TestTalks.CONTAINERS, TestTalks.STORAGE);
  }

  @Test
  void shouldFindBySpeaker() {
    assertThat(found("shelley")).containsExactly(TestTalks.CONTAINERS);
  }

  @Test
  void shouldFindSpeakersWhoseNamesAreWordsOfALanguage() {
    // "Will" is a stop word, and the English stem of "James" is another word
    assertThat(found("will")).containsExactly(TestTalks.SNAKE);
    assertThat(found("james")).containsExactly(TestTalks.SNAKE);
  }

  @Test
  void shouldFindTalkOnceByTheNotesOfAnotherAuthor() {
    assertThat(found("namespaces")).containsExactly(TestTalks.CONTAINERS);
  }

  @Test
  void shouldSearchEachLanguageByItsOwnStems() {
    assertThat(found("conteneur")).containsExactly(TestTalks.CONTENEURS);
    assertThat(found("hochzeit")).containsExactly(TestTalks.HOCHZEIT);
  }

  @Test
  void shouldExcludeInEveryLanguage() {
    // The French stem is another word than the one that is excluded
    assertThat(found("expliqués -conteneurs")).isEmpty();
    assertThat(found("tears -group -mostly")).isEmpty();
  }

  @Test
  void shouldKnowPhrasesAndAlternatives() {
    assertThat(found("\"ordinary processes\"")).containsExactly(TestTalks.CONTAINERS);
    assertThat(found("\"processes ordinary\"")).isEmpty();
    assertThat(found("hochzeit or verne"))
        .containsExactlyInAnyOrder(TestTalks.HOCHZEIT, TestTalks.STORAGE);
  }

  @Test
  void shouldPointAtTheWordsInTheSnippet() {
    // When
    JsonPath page = search("confirmed");

    // Then
    String text = page.getString("items[0].snippet.text");
    int start = page.getInt("items[0].snippet.hits[0].start");
    int end = page.getInt("items[0].snippet.hits[0].end");
    assertThat(text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end)))
        .isEqualTo("confirmed");
  }

  @Test
  void shouldFilterByOperators() {
    assertThat(found("container tag:storage")).containsExactly(TestTalks.STORAGE);
    assertThat(found("container -tag:storage")).containsExactly(TestTalks.CONTAINERS);
    assertThat(found("tag:\"linux kernel\" speaker:\"Jules Verne\""))
        .containsExactly(TestTalks.STORAGE);
    assertThat(found("container event:gophercamp-2019 speaker:mary-shelley"))
        .containsExactly(TestTalks.CONTAINERS);
    assertThat(found("container before:2019-05-04")).isEmpty();
    assertThat(found("container after:2019-05-04 before:2019-06"))
        .containsExactly(TestTalks.CONTAINERS, TestTalks.STORAGE);
  }

  private static JsonPath facets(String words) {
    return given()
        .queryParam("q", words)
        .get("/api/v1/talks/facets")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void shouldCountWhatIsFoundByEventSpeakerTagAndYear() {
    // When
    JsonPath facets = facets("container");

    // Then
    assertThat(facets.getInt("talks.count")).isEqualTo(2);
    assertThat(facets.getBoolean("talks.exact")).isTrue();
    assertThat(facets.getList("events.slug")).containsExactly("gophercamp-2019");
    assertThat(facets.getList("events.talks")).containsExactly(2);
    assertThat(facets.getList("speakers.name")).containsExactly("Jules Verne", "Mary Shelley");
    assertThat(facets.getList("tags.name")).contains("Linux kernel").hasSize(3);
    assertThat(facets.getList("tags.talks").getFirst()).isEqualTo(2);
    assertThat(facets.getList("years.year")).containsExactly(2019);
  }

  @Test
  void shouldCountNoYearOfATalkWithoutADate() {
    assertThat(facets("hochzeit").getInt("talks.count")).isEqualTo(1);
    assertThat(facets("hochzeit").getList("years")).isEmpty();
  }

  @Test
  void shouldCountAllTalksWithoutWords() {
    assertThat(facets("").getInt("talks.count")).isEqualTo(TestTalks.SERIES_LENGTH + 6);
    assertThat(facets("tag:storage").getInt("talks.count")).isEqualTo(1);
    assertThat(facets("nothingofthekind").getInt("talks.count")).isZero();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void shouldCountForEveryQuery(String words) {
    assertThat(facets(words).getLong("talks.count"))
        .isGreaterThanOrEqualTo(search(words).getList("items").size());
  }

  static Stream<String> hostile() {
    return Stream.of(
        "\"",
        "\"unclosed",
        "'",
        "''",
        "\\",
        "-",
        "--",
        "- - -",
        "or",
        "or or or",
        "a or",
        "& | ! ( ) <-> <2>",
        ":*",
        "a:*",
        "a:ABCD",
        "the and of",
        "%",
        "%_",
        "$1",
        ":q",
        "?",
        "??",
        "<name>",
        "${x}",
        "'; DROP TABLE talk; --",
        "\u0000",
        "a\u0000b",
        "\u0002\u0003",
        "\uFFFF",
        "🐍",
        "١٢٣",
        "\u202E",
        "tag:",
        "tag:\"",
        "tag:\"\"",
        "-tag:a -tag:b speaker:c event:d",
        "tag:a ".repeat(80),
        "before:yesterday after:2018-13",
        "before:0000 after:9999",
        "-before:2018",
        "http://example.org/?a=b&c=d",
        "a@b.c",
        "1e999 -1.5 0x1F",
        "<script>alert(1)</script>",
        "\"\" \"\"",
        "-\"a b\" -c",
        "x ".repeat(249),
        "-x ".repeat(166),
        "\"".repeat(500),
        "\n\t\r");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void shouldTakeEveryQueryForWords(String words) {
    assertThat(search(words).getList("items")).isNotNull();
  }

  @Test
  void shouldRefuseQueryThatIsTooLong() {
    given().queryParam("q", "x".repeat(501)).get("/api/v1/talks").then().statusCode(400);
  }

  @Test
  void shouldListEverythingForABlankQuery() {
    assertThat(found("  ")).hasSize(20).startsWith(TestTalks.CONTAINERS);
  }
}
