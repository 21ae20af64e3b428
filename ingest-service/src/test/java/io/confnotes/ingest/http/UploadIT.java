package io.confnotes.ingest.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.confnotes.ingest.unpack.TestArchives;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.MultiPartSpecification;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(IngestInfrastructure.class)
@Tag("containers")
final class UploadIT {
  private static final String TIDES =
      "# Tides at Home\n\nby Mara Quill\n\nA jar is enough to see the tide.\n";
  private static final String KNOTS =
      "Knots That Hold Everything\nOdo Fenn\nThree knots hold nearly everything on a boat.\n";
  private static final String LANTERNS = "<h1>Lanterns at Sea</h1><p>by Ines Rowan</p><p>Light.";

  @TestHTTPResource URI address;

  private static MultiPartSpecification file(String name, String type, byte[] content) {
    return new MultiPartSpecBuilder(content)
        .controlName("file")
        .fileName(name)
        .mimeType(type)
        .build();
  }

  private static MultiPartSpecification file(String name, String type, String content) {
    return file(name, type, content.getBytes(StandardCharsets.UTF_8));
  }

  /** A request whose media type is sent as it is. */
  private static RequestSpecification archive(String type, byte[] body) {
    return given()
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .header("Content-Type", type)
        .body(body);
  }

  private static ValidatableResponse submit(Map<String, String> files) {
    return archive("application/zip", TestArchives.zip(files)).post("/api/v1/notes").then();
  }

  @Test
  void shouldPublishEachFileOfAForm() {
    // Given what curl sends
    String form =
        """
        --notes
        Content-Disposition: form-data; name="file"; filename="2024/friday.md"
        Content-Type: application/octet-stream

        %s
        --notes
        Content-Disposition: form-data; name="file"; filename="größe.txt"
        Content-Type: text/plain

        %s
        --notes
        Content-Disposition: form-data; name="anything"; filename="lanterns"
        Content-Type: text/html; charset=utf-8

        %s
        --notes
        Content-Disposition: form-data; name="event"

        Harbour Days 2024 · Größe
        --notes
        Content-Disposition: form-data; name="document"

        harbour
        --notes--
        """
            .formatted(TIDES, KNOTS, LANTERNS)
            .replace("\n", "\r\n");

    // When
    List<String> documentIds =
        archive("multipart/form-data; boundary=notes", form.getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/notes")
            .then()
            .statusCode(202)
            .body("refused", empty())
            .body("moreRefused", equalTo(0))
            .body("items.path", contains("2024/friday.md", "größe.txt", "lanterns"))
            .body("items.mediaType", contains("text/markdown", "text/plain", "text/html"))
            .body(
                "items.talks.title.flatten()",
                contains("Tides at Home", "Knots That Hold Everything", "Lanterns at Sea"))
            .body("items.status", everyItem(containsString("/api/v1/submissions/")))
            .body("items.revision", everyItem(not(nullValue())))
            .extract()
            .path("items.documentId");

    // Then
    assertThat(documentIds).doesNotHaveDuplicates();
    assertThat(PublishedRecords.last(documentIds.get(1)).value())
        .contains("\"event\":\"Harbour Days 2024 · Größe\"")
        .contains("\"document\":\"harbour/größe.txt\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/zip",
        "application/x-zip-compressed",
        "application/gzip",
        "application/x-gtar",
        "application/x-compressed-tar"
      })
  void shouldPublishEachFileOfAnArchive(String type) {
    // Given
    Map<String, String> files = new LinkedHashMap<>();
    files.put("2024/harbour-days/friday.md", TIDES + type);
    files.put("2024/harbour-days/README", KNOTS + type);
    byte[] body =
        type.contains("zip") && !type.contains("gz")
            ? TestArchives.zip(files)
            : TestArchives.tarGzip(files);

    // When
    String documentId =
        archive(type, body)
            .queryParam("sourceUrl", "https://notes.example/mara/?page=1")
            .post("/api/v1/notes")
            .then()
            .statusCode(202)
            .body("items.path", contains("2024/harbour-days/friday.md", "2024/harbour-days/README"))
            .body("refused", empty())
            .extract()
            .path("items[0].documentId");

    // Then
    assertThat(PublishedRecords.last(documentId).value())
        .contains("\"sourceUrl\":\"https://notes.example/mara/2024/harbour-days/friday.md\"");
  }

  @Test
  void shouldUnpackArchivesInAForm() {
    given()
        .multiPart(
            file(
                "Harbour Days 2024.tar.gz",
                "application/octet-stream",
                TestArchives.tarGzip(Map.of("a.md", TIDES + "1"))))
        .multiPart(file("older.zip", "application/zip", TestArchives.zip(Map.of("a.md", KNOTS))))
        .multiPart(file("broken.zip", "application/zip", "no zip"))
        .multiPart(file("b.txt", "text/plain", KNOTS + "And one."))
        .post("/api/v1/notes")
        .then()
        .statusCode(202)
        .body("items.path", contains("Harbour Days 2024/a.md", "older/a.md", "b.txt"))
        .body("refused.path", contains("broken.zip"))
        .body("refused[0].type", endsWith(":unreadable"));
  }

  @Test
  void shouldSayWhyFilesAreRefused() {
    // Given
    Map<String, String> files = new LinkedHashMap<>();
    files.put("notes.md", TIDES);
    files.put("copy of notes.md", TIDES);
    files.put("diary.txt", "Nothing happened today, and I went home early because of the rain.");
    files.put("blank.md", " \n");
    files.put("large.md", "A jar is enough.\n".repeat(70_000));
    files.put("older.zip", "PK");
    files.put("../outside.md", KNOTS);
    IntStream.range(0, 30).forEach(i -> files.put("slides/" + i + ".png", "x"));

    // Then
    submit(files)
        .statusCode(202)
        .body("items.path", contains("notes.md"))
        .body(
            "refused.findAll { !it.path.endsWith('.png') }.collect { it.path + ' ' + it.type.split(':').last() }",
            contains(
                "copy of notes.md duplicate",
                "diary.txt no-talk-found",
                "blank.md empty",
                "large.md too-large",
                "older.zip nested-archive",
                "../outside.md unsafe-path"))
        .body("refused.findAll { it.type.endsWith(':ignored-file') }", hasSize(20))
        .body("moreRefused", equalTo(10))
        .body("refused.title", everyItem(not(nullValue())))
        .body("refused.detail", everyItem(not(nullValue())));
  }

  @Test
  void shouldRefuseFilesThatAreNoText() {
    given()
        .multiPart(file("slides.pdf", "application/pdf", "%PDF"))
        .multiPart(file("photo.md", "image/png", "x"))
        .multiPart(file("noise.md", "text/markdown", new byte[] {(byte) 0xC3, '('}))
        .multiPart(file("../notes.md", "text/markdown", TIDES))
        .multiPart(file("a.md", "text/markdown", TIDES))
        .multiPart(file("a.md", "text/markdown", KNOTS))
        .post("/api/v1/preview")
        .then()
        .statusCode(200)
        .body("items.path", contains("a.md"))
        .body(
            "refused.collect { it.path + ' ' + it.type.split(':').last() }",
            containsInAnyOrder(
                "slides.pdf ignored-file",
                "photo.md ignored-file",
                "noise.md undecodable",
                "../notes.md unsafe-path",
                "a.md duplicate"));
  }

  @Test
  void shouldRefuseTheRequestWhenNothingIsAccepted() {
    submit(Map.of("diary.txt", "Nothing happened today, and I went home early."))
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", endsWith(":nothing-accepted"))
        .body("refused.path", contains("diary.txt"))
        .body("refused[0].type", endsWith(":no-talk-found"))
        .body("refused[0].detail", not(nullValue()));
    archive("application/zip", new byte[] {1, 2, 3})
        .post("/api/v1/notes")
        .then()
        .statusCode(422)
        .body("refused.path", contains(""))
        .body("refused[0].type", endsWith(":unreadable"));
    submit(Map.of()).statusCode(422).body("refused", empty());
  }

  @Test
  void shouldPreviewFilesWithoutPublishing() {
    // When
    String documentId =
        archive("application/zip", TestArchives.zip(Map.of("a.md", TIDES + "Preview only.")))
            .post("/api/v1/preview")
            .then()
            .statusCode(200)
            .body("items.path", contains("a.md"))
            .body("items[0].talks.title", contains("Tides at Home"))
            .body("items[0].mediaType", equalTo("text/markdown"))
            .body("items[0].submissionId", nullValue())
            .body("refused", empty())
            .extract()
            .path("items[0].documentId");

    // Then
    assertThat(PublishedRecords.of(documentId)).isEmpty();
  }

  @Test
  void shouldGiveRetriedFilesTheSameSubmissions() {
    // Given
    byte[] zip = TestArchives.zip(Map.of("a.md", TIDES, "b.md", KNOTS));

    // When
    List<String> first = submissionIds(archive("application/zip", zip), "one");
    List<String> retry = submissionIds(archive("application/zip", zip), "one");
    List<String> other = submissionIds(archive("application/zip", zip), "two");

    // Then
    assertThat(first).hasSize(2).doesNotHaveDuplicates().isEqualTo(retry);
    assertThat(other).hasSize(2).doesNotContainAnyElementsOf(first);
  }

  private static List<String> submissionIds(RequestSpecification request, String key) {
    return request
        .header("Idempotency-Key", key)
        .post("/api/v1/notes")
        .then()
        .statusCode(202)
        .extract()
        .path("items.submissionId");
  }

  @Test
  void shouldPublishManyDocumentsAndNoMore() {
    // Given
    Map<String, String> files = new LinkedHashMap<>();
    IntStream.range(0, 520).forEach(i -> files.put(i + ".md", TIDES + "Day " + i + ".\n"));

    // Then
    submit(files)
        .statusCode(202)
        .body("items", hasSize(500))
        .body("items[499].path", equalTo("499.md"))
        .body("refused", hasSize(20))
        .body("refused.type", everyItem(endsWith(":too-many")));
  }

  @Test
  void shouldEndAtABomb() {
    // Given
    Map<String, String> files = new LinkedHashMap<>();
    files.put("a.md", TIDES + "Before.");
    IntStream.range(0, 40).forEach(i -> files.put("b" + i + ".md", " ".repeat(1 << 20)));

    // Then
    submit(files)
        .statusCode(202)
        .body("items.path", contains("a.md"))
        .body("refused.findAll { it.type.endsWith(':unpacks-to-too-much') }", hasSize(1))
        .body("refused.size()", org.hamcrest.Matchers.lessThan(8));
  }

  @Test
  void shouldTakeALargeBody() {
    // Given files of nothing that compresses
    Map<String, String> files = new LinkedHashMap<>();
    Random random = new Random(20240517);
    byte[] noise = new byte[(4 << 20) - 1];
    for (int i = 0; i < 4; i++) {
      random.nextBytes(noise);
      files.put(i + ".png", new String(noise, StandardCharsets.ISO_8859_1));
    }
    files.put("notes.md", TIDES + "At the end.");

    // Then
    submit(files).statusCode(202).body("items.path", contains("notes.md"));
  }

  @ParameterizedTest
  @CsvSource({
    "application/zip, 33554433",
    "multipart/form-data; boundary=x, 33554433",
    "application/json, 8388609",
    "text/plain, 4194305",
    "no type, 4194305"
  })
  void shouldBoundEachKindOfBody(String type, int length) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
      // Given a body that is announced and never sent
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              "POST /api/v1/notes HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                  .formatted(type, length)
                  .getBytes(StandardCharsets.US_ASCII));

      // When
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      // Then
      assertThat(answer).startsWith("HTTP/1.1 413").contains(":too-large");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tittle    | x        | 400 | tittle
          date      | tomorrow | 400 | date
          talks     | [{}]     | 400 | talks[0].line
          talks     | [{       | 400 | talks
          file      | # Tides  | 400 | file
          """)
  void shouldPointAtFieldThatIsNotValid(String name, String value, int status, String parameter) {
    given()
        .multiPart(file("a.md", "text/markdown", TIDES))
        .multiPart(name, value)
        .post("/api/v1/notes")
        .then()
        .statusCode(status)
        .body("parameter", equalTo(parameter));
  }

  @Test
  void shouldRefuseFormWithoutFiles() {
    given()
        .multiPart("event", "Harbour Days 2024")
        .post("/api/v1/notes")
        .then()
        .statusCode(400)
        .body("parameter", equalTo("file"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "multipart/form-data; boundary=notes"
      })
  void shouldRefuseBrokenForm(String type) {
    archive(
            type,
            "--notes\r\nContent-Disposition: form-data; name=\"file\""
                .getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/notes")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void shouldCorrectASingleFile() {
    given()
        .multiPart(file("a.md", "text/markdown", TIDES + "\nA Second Talk\n\nIt was short.\n"))
        .multiPart("talks", "[{\"line\": 7, \"speakers\": [\"Odo Fenn\"]}]")
        .post("/api/v1/notes")
        .then()
        .statusCode(202)
        .body("items[0].talks.title", contains("Tides at Home", "A Second Talk"))
        .body("items[0].talks[1].speakers.name", contains("Odo Fenn"));
    given()
        .multiPart(file("a.md", "text/markdown", TIDES))
        .multiPart(file("b.md", "text/markdown", KNOTS))
        .multiPart("talks", "[{\"line\": 1}]")
        .post("/api/v1/notes")
        .then()
        .statusCode(400)
        .body("parameter", equalTo("talks"));
    given()
        .multiPart(file("a.md", "text/markdown", TIDES))
        .multiPart("talks", "[{\"line\": 100}]")
        .post("/api/v1/notes")
        .then()
        .statusCode(400)
        .body("parameter", equalTo("talks[0].line"));
  }
}
