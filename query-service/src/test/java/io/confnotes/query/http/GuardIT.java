package io.confnotes.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.confnotes.query.QueryDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
final class GuardIT {

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init")
  URL url;

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "localhost:8080, 200",
    "LOCALHOST, 200",
    "127.0.0.1:1, 200",
    "[::1]:8080, 200",
    "confnotes.example, 421",
    "127.0.0.1.example.org, 421",
    "localhost.example.org, 421",
    "169.254.169.254, 421"
  })
  void shouldAnswerOnlyToLoopbackNames(String host, int status) throws IOException {
    assertThat(raw("GET /api/v1/tags HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 " + status);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, http://evil.example",
    "Origin, null",
    "Origin, http://localhost:1",
    "Sec-Fetch-Site, cross-site"
  })
  void shouldRefuseToChangeAnythingForAnotherSite(String header, String value) {
    given()
        .header(header, value)
        .body("x")
        .post("/api/v1/notes")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:confnotes:problem:cross-site"));
    given().header(header, value).get("/api/v1/tags").then().statusCode(200);
  }

  @Test
  void shouldTakeRequestsOfItsOwnPages() {
    given()
        .header("Origin", "http://localhost:" + url.getPort())
        .header("Host", "localhost:" + url.getPort())
        .header("Sec-Fetch-Site", "same-origin")
        .body("x")
        .post("/api/v1/notes")
        .then()
        .statusCode(202);
  }

  @Test
  void shouldTellBrowsersToBeStrict() {
    given()
        .get("/api/v1/tags")
        .then()
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .header("Content-Security-Policy", not(containsString("unsafe")))
        .header("X-Content-Type-Options", "nosniff");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /api/v1/tags, 'GET, HEAD, OPTIONS'",
    "POST, /api/v1/talks, 'GET, HEAD, OPTIONS'",
    "POST, /api/v1/talks/00000000-0000-4000-8000-000000000011, 'GET, HEAD, OPTIONS'",
    "POST, /api/v1/documents/00000000-0000-4000-8000-000000000001, 'DELETE, GET, HEAD, OPTIONS'",
    "DELETE, /api/v1/documents/00000000-0000-4000-8000-000000000001/text, 'GET, HEAD, OPTIONS'",
    "DELETE, /api/v1/speakers/mary-shelley, 'GET, HEAD, OPTIONS'",
    "PATCH, /api/v1/submissions/00000000-0000-4000-8000-000000000021, 'GET, HEAD, OPTIONS'",
    "GET, /api/v1/notes, 'OPTIONS, POST'",
    "PUT, /api/v1/dead-letters/replay, 'GET, HEAD, OPTIONS, POST'",
    "PUT, /submit, 'GET, HEAD, OPTIONS, POST'"
  })
  void shouldSayWhatAnAddressTakesInsteadOfAnotherMethod(
      String method, String path, String allowed) {
    given()
        .request(method, path)
        .then()
        .statusCode(405)
        .header("Allow", allowed)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:confnotes:problem:method-not-allowed"));
  }

  @Test
  void shouldSayWhatAnAddressTakesWhereOptionsAsks() {
    given().options("/api/v1/audit").then().statusCode(200).header("Allow", "GET, HEAD, OPTIONS");
  }

  @Test
  void shouldAnswerProblemForAnUnknownMediaType() {
    given()
        .accept("application/xml")
        .get("/api/v1/talks")
        .then()
        .statusCode(406)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:confnotes:problem:not-acceptable"));
  }

  @ParameterizedTest
  @CsvSource({"/api/v1/tags/%00", "/api/v1/speakers/a%00b", "/api/v1/talks?tag=%00"})
  void shouldRefuseCharactersThatNoTextHas(String path) {
    given()
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({"/api/v1/notes, 33554433", "/api/v1/preview, 33554433", "/submit, 8388609"})
  void shouldRefuseABodyBeyondTheLimitUnread(String path, int length) throws IOException {
    assertThat(
            raw(
                "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n"
                        .formatted(path, length)
                    + "Content-Type: text/plain\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 413")
        .contains("urn:confnotes:problem:too-large");
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
