package io.confnotes.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One distribution through its life; the order matters, as later tests find what earlier ones
 * submitted.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PipelineIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern SHELL_BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TRACE = Pattern.compile("traceId=([0-9a-f]{32})");
  private static final String DAY =
      "The ferry was late.\r\n"
          + "Lanterns 🏮 at Sea\r\n"
          + "Ines Rowan @ines\r\n"
          + "Light travels further over water than anybody expects 🌊 at night.\r\n"
          + "Why light?\r\n"
          + "- It is cheap, and everybody can read it.\r\n"
          + "- It needs no harbour 🚢 to answer.\r\n"
          + "Charts for People Who Hate Charts\r\n"
          + "Theo Brandt\r\n"
          + "A chart is a promise that somebody has been there before you, and came back.\r\n";

  private static Standalone confnotes;

  @BeforeAll
  static void start(@TempDir Path data) {
    confnotes = new Standalone(data.resolve("confnotes"));
  }

  @AfterAll
  static void stop() throws IOException {
    confnotes.close();
  }

  private static List<String> titles(JsonNode page) {
    return StreamSupport.stream(page.get("items").spliterator(), false)
        .map(talk -> talk.get("title").asText())
        .toList();
  }

  @Test
  @Order(1)
  void shouldPrintWhereEverythingIs() {
    confnotes.await("introduced", PATIENCE, () -> confnotes.printed().contains("curl "));
    assertThat(confnotes.printed())
        .contains(":" + confnotes.portBase() + "/")
        .contains(":" + (confnotes.portBase() + 1) + "/api/v1");
  }

  @Test
  @Order(2)
  void shouldRunTheCommandsOfTheReadme() throws IOException, InterruptedException {
    // Given
    String readme = Files.readString(Path.of("..", "..", "README.md"));
    List<String> commands = new ArrayList<>();
    Matcher blocks = SHELL_BLOCK.matcher(readme);
    while (blocks.find()) {
      commands.add(blocks.group(1).replace("http://localhost:8080", confnotes.web()));
    }
    assertThat(commands).hasSize(3);

    // When
    JsonNode accepted = Standalone.parse(shell(commands.get(0)));
    assertThat(confnotes.awaitState(accepted)).isEqualTo("stored");
    JsonNode found = Standalone.parse(shell(commands.get(1)));
    JsonNode preview = Standalone.parse(shell(commands.get(2)));

    // Then
    assertThat(outline(accepted)).containsExactly("Tides at Home", "Knots That Hold Everything");
    assertThat(titles(found)).containsExactly("Tides at Home");
    assertThat(outline(preview)).containsExactly("Lanterns at Sea");
  }

  /** The titles of an outline's talks. */
  private static List<String> outline(JsonNode answer) {
    List<String> titles = new ArrayList<>();
    answer.get("talks").forEach(talk -> titles.add(talk.get("title").asText()));
    return titles;
  }

  private static String shell(String command) throws IOException, InterruptedException {
    Path script = Files.createTempFile("readme-", ".sh");
    Files.writeString(script, command);
    Process process =
        new ProcessBuilder("bash", script.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output;
  }

  @Test
  @Order(3)
  void shouldCutEverySpanOutOfTheReadingText() {
    // Given
    JsonNode accepted = confnotes.submit("event=Harbour+Nights+2024&document=night", DAY);
    assertThat(confnotes.awaitState(accepted)).isEqualTo("stored");
    String documentId = accepted.get("documentId").asText();

    // When
    String text =
        confnotes.get(confnotes.web() + "/api/v1/documents/" + documentId + "/text").body();
    JsonNode page = confnotes.json("/api/v1/talks?event=Harbour+Nights+2024");

    // Then
    assertThat(text).isEqualTo(DAY);
    assertThat(titles(page))
        .containsExactly("Lanterns 🏮 at Sea", "Charts for People Who Hate Charts");
    int keyPoints = 0;
    for (JsonNode item : page.get("items")) {
      JsonNode notes =
          confnotes.json("/api/v1/talks/" + item.get("id").asText()).get("notes").get(0);
      for (JsonNode keyPoint : notes.get("keyPoints")) {
        assertThat(slice(text, keyPoint.get("span"))).isEqualTo(keyPoint.get("text").asText());
        keyPoints++;
      }
      for (JsonNode section : notes.get("sections")) {
        assertThat(slice(text, section.get("span"))).isEqualTo(section.get("title").asText());
      }
      assertThat(slice(text, notes.get("span"))).startsWith(item.get("title").asText());
    }
    assertThat(keyPoints).isGreaterThan(2);
  }

  private static String slice(String text, JsonNode span) {
    int from = text.offsetByCodePoints(0, span.get("start").asInt());
    int to = text.offsetByCodePoints(0, span.get("end").asInt());
    return text.substring(from, to);
  }

  @Test
  @Order(4)
  void shouldFollowOneTraceThroughTheLogsOfAllServices() throws IOException {
    // Given
    JsonNode accepted = confnotes.submit("document=traced", DAY);
    assertThat(confnotes.awaitState(accepted)).isEqualTo("stored");
    String submission = accepted.get("submissionId").asText();

    // When
    String trace =
        log("ingest")
            .lines()
            .filter(line -> line.contains(submission))
            .map(PipelineIT::trace)
            .findFirst()
            .orElseThrow();

    // Then
    assertThat(log("summary")).contains("traceId=" + trace);
    assertThat(log("query")).contains("traceId=" + trace);
  }

  private static String trace(String line) {
    Matcher matcher = TRACE.matcher(line);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static String log(String service) throws IOException {
    return Files.readString(confnotes.data().resolve("logs").resolve(service + ".log"));
  }

  @Test
  @Order(5)
  void shouldRemoveRetractedDocument() {
    // Given
    JsonNode accepted = confnotes.submit("document=retracted&event=Gone", DAY);
    assertThat(confnotes.awaitState(accepted)).isEqualTo("stored");

    // When
    HttpResponse<String> answer =
        confnotes.delete("/api/v1/documents/" + accepted.get("documentId").asText());
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(confnotes.awaitState(Standalone.parse(answer.body()))).isEqualTo("retracted");

    // Then
    assertThat(titles(confnotes.json("/api/v1/talks?event=Gone"))).isEmpty();
    assertThat(
            confnotes
                .get(
                    confnotes.web()
                        + "/api/v1/documents/"
                        + accepted.get("documentId").asText()
                        + "/text")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  @Order(6)
  void shouldSayThatAllIsWell() throws IOException, InterruptedException {
    Standalone.Run status = Standalone.run("status", "--data", confnotes.data().toString());
    assertThat(status.status()).as(status.output()).isZero();
    assertThat(status.output())
        .containsIgnoringCase("kafka")
        .containsIgnoringCase("postgresql")
        .contains("0.1.0");
  }

  @Test
  @Order(7)
  void shouldKeepDataAcrossRestart() throws InterruptedException {
    // When
    confnotes.stop();
    confnotes.startAgain();

    // Then
    assertThat(titles(confnotes.json("/api/v1/talks?q=lanterns"))).contains("Lanterns 🏮 at Sea");
    assertThat(
            confnotes.awaitState(
                confnotes.submit("document=after", "Tides Again\nMara Quill\nThe jar is back.\n")))
        .isEqualTo("stored");
  }

  @Test
  @Order(8)
  void shouldTakeServicesAlongWhenLauncherIsKilledAndRecover() throws InterruptedException {
    // Given
    List<ProcessHandle> processes = new ArrayList<>(List.of(confnotes.postgresql()));
    for (String service : List.of("ingest", "summary", "query")) {
      processes.add(confnotes.service(service));
    }

    // When
    confnotes.kill();

    // Then
    confnotes.await("ended", PATIENCE, () -> processes.stream().noneMatch(ProcessHandle::isAlive));
    confnotes.startAgain();
    assertThat(titles(confnotes.json("/api/v1/talks?q=lanterns"))).contains("Lanterns 🏮 at Sea");
  }
}
