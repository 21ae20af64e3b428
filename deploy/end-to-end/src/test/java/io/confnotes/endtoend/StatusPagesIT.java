package io.confnotes.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operates on pages, as a browser without scripts does, against the running pipeline. */
final class StatusPagesIT {
  private static final Pattern LETTER = Pattern.compile("href=\"(/status/dead-letters/\\d+)\"");

  private static Standalone confnotes;
  private static TestBrowser browser;

  @BeforeAll
  static void start(@TempDir Path data) {
    confnotes = new Standalone(data.resolve("confnotes"));
    browser = new TestBrowser(confnotes.web());
  }

  @AfterAll
  static void stop() throws IOException {
    confnotes.close();
  }

  private static void awaitState(String state) {
    confnotes.await(
        state,
        Duration.ofSeconds(30),
        () -> confnotes.json("/api/v1/status").get("state").asText().equals(state));
  }

  private static HttpResponse<String> decide(String page, String action) {
    return browser.submit(page, action, Map.of());
  }

  @Test
  void shouldTellHowItIsAndOperateDeadLetters() {
    // Given
    confnotes.awaitState(
        confnotes.submit("document=a&event=Harbour", "# Lanterns\n\n- Light at sea.\n"));
    awaitState("well");
    assertThat(browser.page("/status"))
        .contains("All is well.", "ingest-service", "summary-service", "query-service")
        .containsPattern("version \\d+")
        .doesNotContain("unknown");
    assertThat(browser.page("/status/dead-letters")).contains("None waits");

    // When
    LogWriter.write(confnotes, "key", "no <b>notes</b> \u001b".getBytes(StandardCharsets.UTF_8));
    awaitState("attention");

    // Then
    assertThat(browser.page("/status")).contains("1 dead letter waits.", "replay");
    String list = browser.page("/status/dead-letters");
    Matcher link = LETTER.matcher(list);
    assertThat(link.find()).as(list).isTrue();
    String letter = link.group(1);
    String page = browser.page(letter);
    assertThat(page)
        .contains(
            "Its body is no JSON",
            "find out who writes to the log",
            "ce_type",
            "no &lt;b&gt;notes&lt;/b&gt; \uFFFD")
        .doesNotContain("\u001b");

    // When, then: tried again, in vain
    assertThat(decide(page, letter + "/replay").body()).contains("It was refused again");
    assertThat(decide(list, "/status/dead-letters/replay").body()).contains("1 still refused");

    // When, then: given up, after asking
    String asking = browser.page(letter + "?discard=yes");
    assertThat(asking).contains("Give it up?");
    assertThat(decide(asking, letter + "/discard").body()).contains("It was given up");
    assertThat(decide(asking, letter + "/discard").statusCode()).isEqualTo(409);
    assertThat(browser.page("/status/dead-letters?all=yes")).contains("discarded");
    awaitState("well");
  }

  @Test
  void shouldRefuseFormsOfOthers() {
    assertThat(decide("name=\"csrf\" value=\"none\"", "/status/dead-letters/replay").statusCode())
        .isEqualTo(403);
  }
}
