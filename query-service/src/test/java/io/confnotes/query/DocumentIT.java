package io.confnotes.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.equalToIgnoringCase;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
final class DocumentIT {

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
        .body("mediaType", equalTo("text/plain"))
        .body("event", equalTo("Gophercamp 2019"))
        .body("date", equalTo("2019-05-04"))
        .body("author", equalTo("Ada"))
        .body("submittedAt", equalTo("2019-05-05T10:00:00Z"))
        .body("document", equalTo(null))
        .body(
            "talks.talkId",
            equalTo(List.of(TestTalks.CONTAINERS.toString(), TestTalks.STORAGE.toString())))
        .body("talks[0].span.start", equalTo(13));
  }
}
