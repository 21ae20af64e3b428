package io.confnotes.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
final class ForwardIT {

  private final HttpClient client = HttpClient.newHttpClient();

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init")
  URI url;

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/notes", "/api/v1/preview"})
  void shouldPassRequestAndAnswerOn(String path) {
    given()
        .urlEncodingEnabled(false)
        .header("Idempotency-Key", "key-1")
        .header("Cookie", "secret=1")
        .contentType("text/plain; charset=UTF-8")
        .body("Größe 🐍\r\n")
        .post(path + "?event=A%26B%20%2F&date=2018")
        .then()
        .statusCode(202)
        .header("Location", equalTo("/api/v1/submissions/x"))
        .header("Retry-After", equalTo("7"))
        .header("Set-Cookie", nullValue())
        .header("Content-Type", equalTo("text/plain;charset=UTF-8"))
        .body(containsString("POST " + path + "?event=A%26B%20%2F&date=2018\n"))
        .body(containsString("\nIdempotency-key: key-1\n"))
        .body(containsString("\nContent-type: text/plain; charset=UTF-8\n"))
        .body(containsString("\n\nGröße 🐍\r\n"));
  }

  @Test
  void shouldContinueTheTraceOfTheRequest() {
    // Given
    String trace = "0af7651916cd43dd8448eb211c80319c";

    // When
    String echo =
        given()
            .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
            .post("/api/v1/preview")
            .asString();

    // Then
    assertThat(echo).containsPattern("Traceparent: 00-" + trace + "-[0-9a-f]{16}-01");
    assertThat(echo).doesNotContain("b7ad6b7169203331");
  }

  @Test
  void shouldPassRetractionOn() {
    given()
        .delete("/api/v1/documents/" + TestTalks.ADA)
        .then()
        .statusCode(202)
        .body(containsString("DELETE /api/v1/documents/" + TestTalks.ADA));
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/curations",
    "POST, /api/v1/curations/preview",
    "GET, /api/v1/curations?limit=3&cursor=7",
    "GET, /api/v1/curations/7",
    "GET, /api/v1/vocabulary?q=a%20b&hidden=true",
    "GET, /api/v1/vocabulary/tide-gauges",
    "POST, /api/v1/reanalysis",
    "GET, /api/v1/reanalysis",
    "DELETE, /api/v1/reanalysis",
    "GET, /api/v1/rebuild",
    "POST, /api/v1/rebuild/switch",
    "DELETE, /api/v1/rebuild",
    "GET, /api/v1/audit?limit=3",
    "GET, /api/v1/dead-letters?state=waiting&reason=not-json",
    "GET, /api/v1/dead-letters/7",
    "GET, /api/v1/dead-letters/7/bytes",
    "POST, /api/v1/dead-letters/7/replay",
    "POST, /api/v1/dead-letters/replay?after=100",
    "POST, /api/v1/dead-letters/7/discard"
  })
  void shouldPassCurationAndOperationOn(String method, String path) {
    given()
        .urlEncodingEnabled(false)
        .request(method, path)
        .then()
        .statusCode(202)
        .body(startsWith(method + " " + path + "\n"));
  }

  @ParameterizedTest
  @CsvSource({"200", "400", "409", "413", "415", "422", "500", "503"})
  void shouldPassStatusOn(int status) {
    given()
        .header("Prefer", "status=" + status)
        .body("x")
        .post("/api/v1/notes")
        .then()
        .statusCode(status);
  }

  @Test
  void shouldStreamALargeBody() {
    // Given
    String body = "0123456789abcdef".repeat(100_000);

    // When
    String echo = given().contentType("text/plain").body(body).post("/api/v1/notes").asString();

    // Then
    assertThat(echo).endsWith(body);
  }

  @ParameterizedTest
  @CsvSource({
    "application/zip, /api/v1/notes",
    "application/gzip, /api/v1/preview",
    "'multipart/form-data; boundary=\"notes of mine\"', /api/v1/notes"
  })
  void shouldStreamFilesAsTheyAre(String type, String path) throws Exception {
    // Given a body of the largest size, sent with and without announcing it
    byte[] body = new byte[32 << 20];
    new Random(20240517).nextBytes(body);

    for (BodyPublisher publisher :
        List.of(
            BodyPublishers.ofByteArray(body),
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))) {
      // When
      HttpRequest request =
          HttpRequest.newBuilder(url.resolve(path))
              .version(HttpClient.Version.HTTP_1_1)
              .header("Content-Type", type)
              .POST(publisher)
              .build();
      String echo = client.send(request, BodyHandlers.ofString()).body();

      // Then
      assertThat(echo)
          .contains("\nContent-type: " + type + "\n")
          .endsWith("\n\n" + EchoService.hash(body));
    }
  }

  @Test
  void shouldAnswerBadGatewayWhenTheAnswerBreaksOff() {
    given()
        .header("Prefer", "break-off")
        .body("x")
        .post("/api/v1/notes")
        .then()
        .statusCode(502)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:confnotes:problem:service-broke-off"));
  }
}
