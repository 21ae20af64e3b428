package io.confnotes.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.equalToIgnoringCase;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
final class DocumentIT {

  private static List<UUID> ids(String query) {
    return given()
        .get("/api/v1/documents" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.documentId", UUID.class);
  }

  @Test
  void shouldListDocumentsLastSubmittedFirst() {
    // When
    JsonPath page = given().get("/api/v1/documents").jsonPath();

    // Then
    assertThat(page.getList("items.documentId", UUID.class))
        .containsExactlyInAnyOrder(
            TestTalks.ADA,
            TestTalks.BERT,
            TestTalks.FRENCH,
            TestTalks.GERMAN,
            TestTalks.SERIES,
            TestTalks.HOSTILE,
            TestTalks.LINE_ENDS);
    List<String> times = page.getList("items.submittedAt");
    assertThat(times).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(page.getString("items.last().documentId")).isEqualTo(TestTalks.ADA.toString());
    assertThat(page.getInt("items.last().talks")).isEqualTo(2);
    assertThat(page.getInt("items.last().revisions")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"-submittedAt", "submittedAt"})
  void shouldReachEveryDocumentOnceByCursor(String sort) {
    // Given
    List<UUID> all = ids("?limit=200&sort=" + sort);
    List<UUID> reached = new ArrayList<>();
    @Nullable String cursor = "";

    // When
    for (int pages = 0; cursor != null && pages < 20; pages++) {
      JsonPath page =
          given()
              .queryParam("limit", 1)
              .queryParam("sort", sort)
              .queryParam("cursor", cursor)
              .get("/api/v1/documents")
              .jsonPath();
      reached.addAll(page.getList("items.documentId", UUID.class));
      cursor = page.getString("next");
    }

    // Then
    assertThat(reached).isEqualTo(all).hasSize(7);
  }

  @Test
  void shouldFilterDocuments() {
    assertThat(ids("?event=gophercamp-2019")).containsExactly(TestTalks.BERT, TestTalks.ADA);
    assertThat(ids("?event=none")).isEmpty();
    assertThat(ids("?sourceUrl=https://ada.example/gophercamp")).containsExactly(TestTalks.ADA);
    assertThat(ids("?since=2022-03-02"))
        .contains(TestTalks.LINE_ENDS)
        .doesNotContain(TestTalks.ADA);
    assertThat(ids("?since=2019-05-05T10:00:00.001Z")).hasSize(6).doesNotContain(TestTalks.ADA);
    assertThat(ids("?state=retracted")).containsExactly(TestTalks.RETRACTED);
    assertThat(ids("?state=retracted&event=gophercamp-2019")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "documents, state, gone, 'stored, retracted'",
    "documents, sort, title, '-submittedAt, submittedAt'",
    "documents, since, yesterday, 2018-01-26",
    "documents/00000000-0000-4000-8000-000000000001, expand, text, revisions",
    "submissions, state, lost, dead-lettered",
    "submissions, documentId, 7, UUID",
    "submissions, sort, state, processedAt",
    "submissions, limit, 201, 200",
    "talks, sort, title, -date",
    "talks/00000000-0000-4000-8000-000000000011, expand, all, text"
  })
  void shouldSayWhichValuesThereAre(String list, String parameter, String value, String good) {
    given()
        .queryParam(parameter, value)
        .get("/api/v1/" + list)
        .then()
        .statusCode(400)
        .body("parameter", equalTo(parameter))
        .body("detail", containsString(good));
  }

  @Test
  void shouldTellOfARetractedDocumentThatItWasThere() {
    given()
        .get("/api/v1/documents/" + TestTalks.RETRACTED + "?expand=revisions")
        .then()
        .statusCode(200)
        .body("state", equalTo("retracted"))
        .body("revision", nullValue())
        .body("talks", hasSize(0))
        .body("submittedAt", equalTo("2022-04-02T10:00:00Z"))
        .body("revisions", hasSize(2))
        .body("revisions[0].revision", nullValue())
        .body("revisions[1].revision", notNullValue());
    given().get("/api/v1/documents/" + TestTalks.RETRACTED + "/text").then().statusCode(404);
  }

  @Test
  void shouldListSubmissions() {
    // When
    JsonPath page = given().get("/api/v1/submissions").jsonPath();
    JsonPath lost = given().get("/api/v1/submissions?state=dead-lettered").jsonPath();
    JsonPath ofAda = given().get("/api/v1/submissions?documentId=" + TestTalks.ADA).jsonPath();

    // Then
    assertThat(page.getList("items.submissionId", UUID.class))
        .containsExactly(TestTalks.LOST, TestTalks.STORED);
    assertThat(lost.getList("items.reason")).containsExactly("undecodable");
    assertThat(ofAda.getList("items.state")).containsExactly("stored");
    given()
        .get("/api/v1/submissions?since=2019-05-07")
        .then()
        .body("items", hasSize(0))
        .body("next", nullValue());
    given()
        .get("/api/v1/submissions?sort=processedAt&limit=1")
        .then()
        .header("Link", containsString("sort=processedAt"))
        .body("items[0].submissionId", equalTo(TestTalks.STORED.toString()));
  }

  @Test
  void shouldGiveTextExactly() {
    byte[] text =
        given()
            .get("/api/v1/documents/" + TestTalks.LINE_ENDS + "/text")
            .then()
            .statusCode(200)
            .header("Content-Type", equalToIgnoringCase("text/plain;charset=UTF-8"))
            .header("X-Content-Type-Options", "nosniff")
            .extract()
            .asByteArray();
    assertThat(new String(text, StandardCharsets.UTF_8)).isEqualTo(TestTalks.LINE_ENDS_TEXT);
  }

  @Test
  void shouldGiveMetadataAndTalksInOrder() {
    given()
        .get("/api/v1/documents/" + TestTalks.ADA)
        .then()
        .statusCode(200)
        .body("documentId", equalTo(TestTalks.ADA.toString()))
        .body("state", equalTo("stored"))
        .body("mediaType", equalTo("text/plain"))
        .body("event", equalTo("Gophercamp 2019"))
        .body("date", equalTo("2019-05-04"))
        .body("author", equalTo("Ada"))
        .body("submittedAt", equalTo("2019-05-05T10:00:00Z"))
        .body("document", equalTo(null))
        .body("$", not(org.hamcrest.Matchers.hasKey("revisions")))
        .body(
            "talks.talkId",
            equalTo(List.of(TestTalks.CONTAINERS.toString(), TestTalks.STORAGE.toString())))
        .body("talks[0].span.start", equalTo(13));
  }
}
