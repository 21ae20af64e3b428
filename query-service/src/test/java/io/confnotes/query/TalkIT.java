package io.confnotes.query;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.RestAssuredConfig;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
final class TalkIT {

  @Test
  void shouldGiveTalkWithTheNotesOfAllAuthors() {
    given()
        .get("/api/v1/talks/" + TestTalks.CONTAINERS)
        .then()
        .statusCode(200)
        .body("id", equalTo(TestTalks.CONTAINERS.toString()))
        .body("title", equalTo("Containers without tears"))
        .body("event", equalTo("Gophercamp 2019"))
        .body("eventSlug", equalTo("gophercamp-2019"))
        .body("speakers.name", equalTo(List.of("Mary Shelley")))
        .body("tags.slug", equalTo(List.of("containers", "linux-kernel")))
        .body("notes.author", equalTo(List.of("Ada", "Bert")))
        .body("notes[0].sourceUrl", equalTo("https://ada.example/gophercamp"))
        .body("notes[0].line", equalTo(2))
        .body("notes[0].span.start", equalTo(13))
        .body("notes[0].language", equalTo("en"))
        .body("notes[0].sections[0].title", equalTo("First part"))
        .body("notes[0].sections[0].span.end", equalTo(9))
        .body("notes[0].keyPoints.rank", equalTo(List.of(1, 2)))
        .body("notes[0].keyPoints[0].span.start", equalTo(56))
        .body("notes[0].keyPoints[0].leadIn.end", equalTo(55))
        .body("notes[0].keyPoints[1]", hasKey("leadIn"))
        .body("notes[0].keyPoints[1].leadIn", equalTo(null))
        .body("notes[1].title", equalTo("No tears with containers"))
        .body("notes[1].keyPoints", hasSize(0));
  }

  @Test
  void shouldRedirectMergedTalkThroughAllMerges() {
    given()
        .redirects()
        .follow(false)
        .get("/api/v1/talks/" + TestTalks.MERGED_EARLIER)
        .then()
        .statusCode(301)
        .header("Location", endsWith("/api/v1/talks/" + TestTalks.CONTAINERS));
  }

  @Test
  void shouldAnswerWithAsManyKeyPointsAsAskedForAndWhatMadeThem() {
    given()
        .queryParam("keyPoints", 1)
        .get("/api/v1/talks/" + TestTalks.CONTAINERS)
        .then()
        .statusCode(200)
        .body("notes[0].keyPoints", hasSize(1))
        .body("notes[0].keyPoints[0].reasons.kind", contains("title"));
  }

  @Test
  void shouldAnswerWithRelatedTalksAndWhy() {
    given()
        .get("/api/v1/talks/" + TestTalks.CONTAINERS + "/related")
        .then()
        .statusCode(200)
        .body("items[0].talk.id", equalTo(TestTalks.STORAGE.toString()))
        .body("items[0].reasons.name", contains("Linux kernel"))
        .body("items[0].reasons.kind", contains("tag"))
        .body("items.talk.id", not(hasItem(TestTalks.CONTAINERS.toString())));
    given()
        .get("/talks/" + TestTalks.CONTAINERS)
        .then()
        .body(containsString("<h2 id=\"related\">Related talks</h2>"))
        .body(containsString("href=\"/talks/" + TestTalks.STORAGE + "\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "51", "all"})
  void shouldRefuseOtherNumbersOfRelatedTalks(String limit) {
    given()
        .queryParam("limit", limit)
        .get("/api/v1/talks/" + TestTalks.CONTAINERS + "/related")
        .then()
        .statusCode(400)
        .body("parameter", equalTo("limit"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "16", "many"})
  void shouldRefuseOtherNumbersOfKeyPoints(String number) {
    given()
        .queryParam("keyPoints", number)
        .get("/api/v1/talks/" + TestTalks.CONTAINERS)
        .then()
        .statusCode(400)
        .body("detail", containsString("from 1 to 15"));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/tags/docker%20containers, /api/v1/tags/containers",
    "/api/v1/speakers/m-shelley, /api/v1/speakers/mary-shelley",
    "/api/v1/events/lca-2018, /api/v1/events/linux-conf-au-2018",
    "/tags/docker%20containers, /tags/containers",
    "/speakers/m-shelley, /speakers/mary-shelley",
    "/events/lca-2018, /events/linux-conf-au-2018"
  })
  void shouldRedirectNamesThatWereMerged(String old, String now) {
    given()
        .urlEncodingEnabled(false)
        .redirects()
        .follow(false)
        .get(old)
        .then()
        .statusCode(301)
        .header("Location", endsWith(now));
  }

  @Test
  void shouldGiveTheTextOfNotesOnRequest() {
    given()
        .get("/api/v1/talks/" + TestTalks.CONTAINERS)
        .then()
        .body("notes[0]", not(hasKey("text")));
    given()
        .get("/api/v1/talks/" + TestTalks.CONTAINERS + "?expand=text")
        .then()
        .body("notes[0].text", startsWith("Containers without tears\nMary Shelley\n"))
        .body("notes[1].text", equalTo("No tears with containers\nkernel namespaces, mostly\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/talks/00000000-0000-4000-8000-000000009999",
        "/api/v1/talks/not-an-id",
        "/api/v1/documents/00000000-0000-4000-8000-000000009999",
        "/api/v1/documents/00000000-0000-4000-8000-000000009999/text",
        "/api/v1/submissions/not-an-id",
        "/api/v1/tags/none",
        "/api/v1/speakers/none",
        "/api/v1/events/none",
        "/api/v1/",
        "/api/v1/nothing",
        "/api/v2/talks"
      })
  void shouldAnswerProblemForWhatIsNotThere(String path) {
    given()
        .get(path)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:confnotes:problem:not-found"))
        .body("status", equalTo(404));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/talks?limit=3",
        "/api/v1/talks?q=container",
        "/api/v1/talks/facets?q=container",
        "/api/v1/talks/00000000-0000-4000-8000-000000000011",
        "/api/v1/talks/00000000-0000-4000-8000-000000000011/related",
        "/api/v1/tags",
        "/api/v1/speakers",
        "/api/v1/events",
        "/api/v1/documents",
        "/api/v1/documents/00000000-0000-4000-8000-000000000001",
        "/api/v1/documents/00000000-0000-4000-8000-000000000001/text",
        "/api/v1/submissions",
        "/api/v1/submissions/00000000-0000-4000-8000-000000000021",
        "/api/v1/tags/containers",
        "/api/v1/speakers/mary-shelley",
        "/api/v1/events/gophercamp-2019"
      })
  void shouldAnswerNotModifiedForTheSameEntityTag(String path) {
    // Given
    String tag =
        given()
            .get(path)
            .then()
            .statusCode(200)
            .header("ETag", startsWith("\""))
            .extract()
            .header("ETag");

    // When, Then
    given()
        .header("If-None-Match", "\"other\", " + tag)
        .get(path)
        .then()
        .statusCode(304)
        .header("ETag", equalTo(tag))
        .body(emptyOrNullString());
    given().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
  }

  @Test
  void shouldGiveACompressedAnswerATagOfItsOwn() {
    // Given
    String path = "/api/v1/talks/" + TestTalks.CONTAINERS;
    RestAssuredConfig uncompressed = config().decoderConfig(decoderConfig().noContentDecoders());
    String plain = given().config(uncompressed).get(path).header("ETag");

    // When / Then
    given()
        .header("Accept-Encoding", "gzip")
        .header("If-None-Match", plain)
        .get(path)
        .then()
        .statusCode(200)
        .header("Content-Encoding", equalTo("gzip"))
        .header("Vary", containsString("Accept-Encoding"))
        .header("ETag", not(equalTo(plain)));
  }

  @Test
  void shouldGiveEachTalkItsOwnEntityTag() {
    String tag = given().get("/api/v1/talks/" + TestTalks.STORAGE).header("ETag");
    given()
        .header("If-None-Match", tag)
        .get("/api/v1/talks/" + TestTalks.CONTAINERS)
        .then()
        .statusCode(200);
  }

  @Test
  void shouldAnswerSubmissionNotSeenWithWhenToAskAgain() {
    given()
        .get("/api/v1/submissions/" + UUID.fromString("00000000-0000-4000-8000-000000009999"))
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .header("Retry-After", equalTo("1"))
        .body("type", equalTo("urn:confnotes:problem:submission-not-seen"));
  }

  @Test
  void shouldGiveSubmissionWithTimesInUtc() {
    given()
        .get("/api/v1/submissions/" + TestTalks.STORED)
        .then()
        .statusCode(200)
        .body("submissionId", equalTo(TestTalks.STORED.toString()))
        .body("documentId", equalTo(TestTalks.ADA.toString()))
        .body("state", equalTo("stored"))
        .body("reason", equalTo(null))
        .body("submittedAt", equalTo("2019-05-06T05:08:09.500Z"))
        .body("processedAt", equalTo("2019-05-06T05:08:10Z"))
        .body("talks.talkId", equalTo(List.of(TestTalks.CONTAINERS.toString())));
  }

  @Test
  void shouldGiveSubmissionThatCouldNotBeDecoded() {
    given()
        .get("/api/v1/submissions/" + TestTalks.LOST)
        .then()
        .statusCode(200)
        .body("state", equalTo("dead-lettered"))
        .body("reason", equalTo("undecodable"))
        .body("$", hasKey("documentId"))
        .body("documentId", equalTo(null));
  }
}
