package io.confnotes.ingest.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(IngestInfrastructure.class)
@Tag("containers")
final class CorrectionIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DAY =
      """
      # Tides at Home
      by Mara Quill
      A jar is enough to see the tide come in.

      # Knots That Hold
      by Odo Fenn
      Three knots hold nearly everything.
      And then somebody showed a net.
      It had more knots than anybody counted.
      """;

  private static ValidatableResponse post(String path, String talks) {
    try {
      ObjectNode body = JSON.createObjectNode();
      body.put("content", DAY).put("mediaType", "text/markdown").set("talks", JSON.readTree(talks));
      return given().contentType("application/json").body(body.toString()).post(path).then();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void shouldLetCorrectionsWin() {
    post(
            "/api/v1/preview",
            """
            [{"line": 1, "title": "Tides in a Jar"},
             {"line": 5, "speakers": ["@odo", "Ines Rowan",
               {"name": "Theo Brandt", "handle": "@theo", "affiliation": "Keel Works"}]},
             {"line": 8, "title": "Nets", "speakers": []}]
            """)
        .statusCode(200)
        .body("talks.title", contains("Tides in a Jar", "Knots That Hold", "Nets"))
        .body("talks.line", contains(1, 5, 8))
        .body("talks[0].speakers.name", contains("Mara Quill"))
        .body("talks[1].speakers.name", contains(null, "Ines Rowan", "Theo Brandt"))
        .body("talks[1].speakers.handle", contains("odo", null, "theo"))
        .body("talks[1].speakers[2].affiliation", equalTo("Keel Works"))
        .body("talks[2].speakers", hasSize(0));
  }

  @Test
  void shouldDropWhatIsSaidToBeNoTalk() {
    post("/api/v1/preview", "[{\"line\": 1, \"talk\": false}]")
        .statusCode(200)
        .body("talks.title", contains("Knots That Hold"));
  }

  @Test
  void shouldPublishCorrectionsAsARevision() {
    // When
    ValidatableResponse plain = post("/api/v1/notes", "[]").statusCode(202);
    ValidatableResponse corrected =
        post("/api/v1/notes", "[{\"line\": 8, \"title\": \"Nets\", \"speakers\": [\"@odo\"]}]")
            .statusCode(202)
            .body("talks", hasSize(3));

    // Then
    String documentId = corrected.extract().path("documentId");
    assertThat(documentId).isEqualTo(plain.extract().path("documentId"));
    assertThat(corrected.extract().<String>path("revision"))
        .isNotEqualTo(plain.extract().path("revision"));
    assertThat(PublishedRecords.last(documentId).value())
        .contains(
            "\"corrections\":[{\"line\":8,\"talk\":true,\"title\":\"Nets\",\"speakers\":[{\"handle\":\"odo\"}]}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [{}]                                         | talks[0].line
          [null]                                       | talks[0].line
          [{"line": 0}]                                | talks[0].line
          [{"line": 10}]                               | talks[0].line
          [{"line": 1.5}]                              | talks[0].line
          [{"line": "first"}]                          | talks[0].line
          [{"line": 99999999999}]                      | talks[0].line
          [{"line": 1}, {"line": 5}, {"line": 1}]      | talks[2].line
          [{"line": 1, "titel": "x"}]                  | talks[0].titel
          [{"line": 1, "title": " "}]                  | talks[0].title
          [{"line": 1, "title": "a\\u0000b"}]          | talks[0].title
          [{"line": 1, "title": ["x"]}]                | talks[0].title
          [{"line": 1, "talk": "perhaps"}]             | talks[0].talk
          [{"line": 1, "speakers": "Mara Quill"}]      | talks[0].speakers
          [{"line": 1, "speakers": [null]}]            | talks[0].speakers[0]
          [{"line": 1, "speakers": [{}]}]              | talks[0].speakers[0]
          [{"line": 1, "speakers": [7]}]               | talks[0].speakers[0]
          [{"line": 1, "speakers": ["Mara", "@"]}]     | talks[0].speakers[1].handle
          [{"line": 1, "speakers": [{"nam": "Mara"}]}] | talks[0].speakers[0].nam
          {"line": 1}                                  | talks
          """)
  void shouldPointAtWhatIsNotValid(String talks, String parameter) {
    post("/api/v1/notes", talks)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", endsWith(":invalid-parameter"))
        .body("parameter", equalTo(parameter));
  }

  @ParameterizedTest
  @CsvSource({
    "501, 1, 1, talks",
    "1, 501, 1, talks[0].title",
    "1, 1, 51, talks[0].speakers",
    "1, 1, 0, talks[0].speakers[0].name"
  })
  void shouldBoundCorrections(int items, int title, int speakers, String parameter) {
    String names =
        speakers == 0
            ? "\"" + "n".repeat(201) + "\""
            : IntStream.range(0, speakers).mapToObj(i -> "\"n\"").collect(Collectors.joining(","));
    String item =
        "{\"line\":1,\"title\":\"%s\",\"speakers\":[%s]}".formatted("t".repeat(title), names);
    post(
            "/api/v1/notes",
            IntStream.range(0, items)
                .mapToObj(i -> item)
                .collect(Collectors.joining(",", "[", "]")))
        .statusCode(400)
        .body("parameter", equalTo(parameter));
  }
}
