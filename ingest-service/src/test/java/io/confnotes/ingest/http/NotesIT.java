package io.confnotes.ingest.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(IngestInfrastructure.class)
@Tag("containers")
final class NotesIT {
  private static final String DAY =
      """
      The ferry was late, and the coffee was cold.
      Tides at Home
      Mara Quill @mara
      A jar is enough to see the tide come in, if you wait long enough.
      What is a tide?
      - The moon pulls.
      - The water follows.
      Knots That Hold 🏮 Everything
      Odo Fenn
      Three knots hold nearly everything on a boat, and two of them hold the rest.
      """;

  @TestHTTPResource URI address;

  private static ValidatableResponse submit(String text) {
    return given().contentType("text/plain; charset=utf-8").body(text).post("/api/v1/notes").then();
  }

  @Test
  void shouldAnswerWithOutlineOnceBrokersHaveAcknowledged() {
    // When
    String documentId =
        given()
            .contentType("text/plain; charset=utf-8")
            .queryParam("event", "Harbour Days 2024")
            .queryParam("document", "friday")
            .body(DAY)
            .post("/api/v1/notes")
            .then()
            .statusCode(202)
            .header("Location", containsString("/api/v1/submissions/"))
            .body("talks.title", contains("Tides at Home", "Knots That Hold 🏮 Everything"))
            .body("talks[0].speakers", hasSize(1))
            .body("talks[0].speakers[0].name", equalTo("Mara Quill"))
            .body("talks[0].speakers[0].handle", equalTo("mara"))
            .body("talks[0].speakers[0].affiliation", nullValue())
            .body("talks[0].line", equalTo(2))
            .body("talks[1].line", equalTo(8))
            .body("talks[0].confidence", greaterThan(0.0f))
            .body("revision", not(nullValue()))
            .extract()
            .path("documentId");

    // Then
    ConsumerRecord<String, String> record = PublishedRecords.last(documentId);
    assertThat(PublishedRecords.header(record, "ce_type"))
        .isEqualTo("io.confnotes.document.parsed.v1");
    assertThat(PublishedRecords.header(record, "ce_specversion")).isEqualTo("1.0");
    assertThat(PublishedRecords.header(record, "ce_subject")).isEqualTo(documentId);
    assertThat(PublishedRecords.header(record, "content-type")).isEqualTo("application/json");
    assertThat(PublishedRecords.header(record, "traceparent"))
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
    assertThat(PublishedRecords.header(record, "submissionId")).hasSize(36);
    assertThat(PublishedRecords.header(record, "subject")).isEqualTo("anonymous");
    assertThat(record.headers().lastHeader("tokenId")).isNull();
    assertThat(record.value())
        .contains("\"event\":\"Harbour Days 2024\"")
        .contains("\"document\":\"friday\"");
  }

  @Test
  void shouldTakeJsonWithMetadata() {
    given()
        .contentType("application/json")
        .body(
            Map.of(
                "content", "# Tides at Home\n\nby Mara Quill\n\nA jar is enough.\n",
                "mediaType", "text/markdown",
                "date", "2024-05-17",
                "author", "Ines Rowan"))
        .post("/api/v1/notes")
        .then()
        .statusCode(202)
        .body("talks.title", contains("Tides at Home"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/plain      | # Tides\\n\\n## Knots\\n\\n- by **Mara** | text/markdown",
        "text/plain      | #+TITLE: Tides\\n* Knots\\n** Bends | text/org",
        "text/x-rst      | Tides\\n===== | text/x-rst",
        "text/x-org      | Tides | text/org",
        "text/x-asciidoc | Tides | text/asciidoc",
        "text/markdown   | <!doctype html><h1>Tides</h1> | text/html",
        "application/xhtml+xml | <p>Tides</p> | text/html"
      })
  void shouldTellWhichFormatWasRead(String type, String body, String read) {
    given()
        .config(withoutDefaultCharset())
        .header("Content-Type", type)
        .body(body.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/preview")
        .then()
        .statusCode(200)
        .body("mediaType", equalTo(read));
  }

  @Test
  void shouldPreviewWithoutPublishing() {
    // When
    String documentId =
        given()
            .contentType("text/plain")
            .body(DAY + "Preview only.")
            .post("/api/v1/preview")
            .then()
            .statusCode(200)
            .body("talks", hasSize(2))
            .body("readingText", containsString("Preview only."))
            .extract()
            .path("documentId");

    // Then
    assertThat(PublishedRecords.of(documentId)).isEmpty();
  }

  @Test
  void shouldPreviewTextWithoutTalks() {
    given()
        .contentType("text/plain")
        .body("Nothing happened today, and I went home early because of the rain.")
        .post("/api/v1/preview")
        .then()
        .statusCode(200)
        .body("talks", emptyIterable());
  }

  @Test
  void shouldBoundWhatPreviewLists() {
    // Given
    String talks =
        IntStream.range(0, 600)
            .mapToObj("# Oiling Hinge %d - Rosa Lindgren\n\n- Use less oil.\n\n"::formatted)
            .collect(Collectors.joining());

    // When / Then
    given()
        .contentType("text/markdown")
        .body(talks)
        .post("/api/v1/preview")
        .then()
        .statusCode(200)
        .body("talks", hasSize(500))
        .body("moreTalks", equalTo(100))
        .body("moreBlocks", equalTo(0))
        .body("moreLeftOut", equalTo(0));
  }

  @Test
  void shouldGiveRetriedRequestTheSameSubmission() {
    String first =
        given()
            .contentType("text/plain")
            .header("Idempotency-Key", "k")
            .body(DAY)
            .post("/api/v1/notes")
            .path("submissionId");
    String second =
        given()
            .contentType("text/plain")
            .header("Idempotency-Key", "k")
            .body(DAY)
            .post("/api/v1/notes")
            .path("submissionId");
    assertThat(second).isEqualTo(first);
  }

  @Test
  void shouldPublishRetraction() {
    // Given
    String documentId = submit(DAY + "To be withdrawn.").extract().path("documentId");

    // When
    given()
        .delete("/api/v1/documents/" + documentId)
        .then()
        .statusCode(202)
        .header("Location", containsString("/submissions/"));

    // Then
    ConsumerRecord<String, String> record = PublishedRecords.last(documentId);
    assertThat(PublishedRecords.header(record, "ce_type"))
        .isEqualTo("io.confnotes.document.retracted.v1");
    assertThat(record.value()).isEqualTo("{\"documentId\":\"" + documentId + "\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/plain       | ' '                          | 422 | empty
          text/plain       | Nothing to see here, really. | 422 | no-talk-found
          image/png        | x                            | 415 | unsupported-media-type
          text/plain;charset=nope | x                     | 415 | unsupported-media-type
          application/json | {}                           | 400 | invalid-parameter
          application/json | {"content":"x","tittle":""}  | 400 | invalid-parameter
          application/json | {"content":"\\ud83c"}        | 400 | undecodable
          application/json | {"content":                  | 400 | invalid-body
          application/json | [1]                          | 400 | invalid-body
          """)
  void shouldRefuseWithProblem(String type, String body, int status, String problem) {
    given()
        .config(withoutDefaultCharset())
        .header("Content-Type", type)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/notes")
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", endsWith(":" + problem))
        .body("status", equalTo(status));
  }

  @Test
  void shouldRefuseBytesThatAreNoText() {
    given()
        .header("Content-Type", "text/plain")
        .body(new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) 0x00})
        .post("/api/v1/notes")
        .then()
        .statusCode(400)
        .body("type", endsWith(":undecodable"));
  }

  @Test
  void shouldPointAtParameterThatIsNotValid() {
    given()
        .contentType("text/plain")
        .queryParam("date", "tomorrow")
        .body(DAY)
        .post("/api/v1/notes")
        .then()
        .statusCode(400)
        .body("parameter", equalTo("date"));
  }

  @Test
  void shouldRefuseLargeBodyWithoutReadingIt() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
      // Given a body that is announced and never sent
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          "POST /api/v1/notes HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 900000000\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();

      // When
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      // Then
      assertThat(answer)
          .startsWith("HTTP/1.1 413")
          .contains("application/problem+json")
          .contains(":too-large");
    }
  }

  @Test
  void shouldRefuseTextOverTheLimit() {
    submit("Tides at Home\nMara Quill\n" + "A jar is enough.\n".repeat(70_000))
        .statusCode(413)
        .contentType("application/problem+json")
        .body("detail", containsString("1,048,576"));
  }

  @Test
  void shouldRefuseDocumentIdThatIsNone() {
    given()
        .delete("/api/v1/documents/friday")
        .then()
        .statusCode(400)
        .body("parameter", equalTo("documentId"));
  }

  @Test
  void shouldAnswerUnknownAddressesAndMethodsWithProblems() {
    given().get("/api/v1/nothing").then().statusCode(404).contentType("application/problem+json");
    given()
        .get("/api/v1/notes")
        .then()
        .statusCode(405)
        .contentType("application/problem+json")
        .header("Allow", "OPTIONS, POST");
    given()
        .put("/api/v1/documents/some-path")
        .then()
        .statusCode(405)
        .header("Allow", "DELETE, OPTIONS");
    given().options("/api/v1/notes").then().statusCode(200).header("Allow", "OPTIONS, POST");
  }

  @ParameterizedTest
  @CsvSource({
    "Host, notes.example, 421",
    "Origin, https://notes.example, 403",
    "Origin, null, 403",
    "Sec-Fetch-Site, cross-site, 403"
  })
  void shouldRefuseRequestsOfOtherSites(String header, String value, int status) {
    given()
        .contentType("text/plain")
        .header(header, value)
        .body(DAY)
        .post("/api/v1/notes")
        .then()
        .statusCode(status);
  }

  @ParameterizedTest
  @CsvSource({"Origin, https://notes.example, 403", "X-Odd, x, 413"})
  void shouldRefuseOverHttp2Too(String header, String value, int status)
      throws IOException, InterruptedException {
    // Given
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      client.send(
          HttpRequest.newBuilder(address.resolve("/q/health/live")).build(),
          BodyHandlers.discarding());

      // When
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(address.resolve("/api/v1/notes"))
                  .header("Content-Type", "text/plain")
                  .header(header, value)
                  .POST(BodyPublishers.ofString("A jar is enough.\n".repeat(70_000)))
                  .build(),
              BodyHandlers.ofString());

      // Then
      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(answer.statusCode()).isEqualTo(status);
    }
  }

  @Test
  void shouldBeReadyWhenTheLogIs() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'log' }.data.version", equalTo("0.1.0"));
  }

  /** README.md says how to write the file anew. */
  @Test
  void shouldMeasureRequestsAndPublications() {
    // When
    submit(DAY).statusCode(202);
    given().put("/api/v1/documents/some-path").then().statusCode(405);

    // Then
    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("status=\"202\",uri=\"/api/v1/notes\",le=\"0.5\""))
        .body(containsString("status=\"405\",uri=\"REFUSED\""))
        .body(not(containsString("some-path")))
        .body(containsString("confnotes_publication_seconds_count{outcome=\"acknowledged\"}"))
        .body(containsString("confnotes_publication_seconds_count{outcome=\"failed\"}"))
        .body(containsString("confnotes_body_memory_reserved_bytes"))
        .body(containsString("confnotes_body_memory_limit_bytes"))
        .body(containsString("confnotes_body_memory_waiting_requests"));
  }

  @Test
  void shouldServeTheApiDescriptionThatIsCommitted() throws IOException {
    // When
    String served = given().get("/q/openapi").then().statusCode(200).extract().asString();

    // Then
    Path committed = Path.of("openapi.yaml");
    if (Boolean.getBoolean("confnotes.openapi.write")) {
      Files.writeString(committed, served);
    }
    assertThat(Files.readString(committed)).isEqualTo(served);
  }

  private static RestAssuredConfig withoutDefaultCharset() {
    return RestAssuredConfig.config()
        .encoderConfig(
            EncoderConfig.encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false));
  }
}
