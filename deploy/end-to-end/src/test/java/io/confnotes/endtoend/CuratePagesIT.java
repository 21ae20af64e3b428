package io.confnotes.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decides on pages, as a browser without scripts does, against the running pipeline. */
final class CuratePagesIT {
  private static final Pattern DECISION = Pattern.compile(".*/curate/decisions/(\\d+)\\?new=yes");

  private static Standalone confnotes;
  private static TestBrowser browser;

  @BeforeAll
  static void start(@TempDir Path data) {
    confnotes = new Standalone(data.resolve("confnotes"));
    browser = new TestBrowser(confnotes.web());
    store(
        "document=a&event=Harbour+Nights+2024&author=Ines",
        "Tides at Home\nMara Quill\nThe jar is cheap and shows the tide.\n");
    store(
        "document=b&event=Harbour+Nights+2024&author=Odo",
        "Tides at Home\nMara Quill\nA jar with a scale floods in spring.\n");
    store(
        "document=c&event=Harbour+Days",
        "Measuring Water\nMaria Quill\nA scale on the wall is enough.\n");
  }

  private static void store(String parameters, String text) {
    assertThat(confnotes.awaitState(confnotes.submit(parameters, text))).isEqualTo("stored");
  }

  @AfterAll
  static void stop() throws IOException {
    confnotes.close();
  }

  private static String page(String path) {
    return browser.page(path);
  }

  private static HttpResponse<String> submit(String page, Map<String, String> fields) {
    return browser.submit(page, "/curate/decisions", fields);
  }

  /** Sends the form of the page that says what will happen. */
  private static HttpResponse<String> confirm(String preview, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("decided", "yes");
    all.put("curator", "Ines Rowan");
    return submit(preview, all);
  }

  private static String id(HttpResponse<String> decided) {
    Matcher address = DECISION.matcher(decided.uri().toString());
    assertThat(address.matches()).as("%s: %s", decided.uri(), decided.body()).isTrue();
    return address.group(1);
  }

  private static int status(String path) {
    return confnotes.get(confnotes.web() + path).statusCode();
  }

  @Test
  void shouldMergeSpeakersAfterSayingWhatWillHappenAndUndoIt() {
    // Given
    String choice = page("/curate/speakers/maria-quill?into=mara");
    assertThat(choice).contains("name=\"into\" value=\"mara-quill\"");
    Map<String, String> merge =
        Map.of("type", "merge", "kind", "speaker", "slug", "maria-quill", "into", "mara-quill");

    // When
    HttpResponse<String> preview = submit(choice, merge);

    // Then
    assertThat(preview.body())
        .contains("Merge the speaker “maria-quill” into “mara-quill”?")
        .contains("are affected")
        .contains("Measuring Water");
    assertThat(status("/api/v1/speakers/maria-quill")).isEqualTo(200);

    // When
    HttpResponse<String> decided = confirm(preview.body(), merge);

    // Then
    assertThat(decided.body())
        .contains("It is done")
        .contains("href=\"/speakers/mara-quill\"")
        .contains("Ines Rowan");
    assertThat(status("/api/v1/speakers/maria-quill")).isEqualTo(301);
    assertThat(page("/curate/speakers/mara-quill")).contains("Split off maria-quill");

    // When
    Map<String, String> undo = Map.of("type", "undo", "curation", id(decided));
    HttpResponse<String> undone = confirm(submit(decided.body(), undo).body(), undo);

    // Then
    assertThat(undone.body()).contains("Undid decision " + id(decided));
    assertThat(status("/api/v1/speakers/maria-quill")).isEqualTo(200);
    assertThat(page("/curate/decisions"))
        .contains("Merged the speaker “maria-quill” into “mara-quill”")
        .contains("undone");
    assertThat(submit(undone.body(), undo).body())
        .contains("It was undone before")
        .contains("Nothing was changed.");
  }

  @Test
  void shouldTakeTheNotesOfOneAuthorApart() {
    // Given
    String talk = confnotes.json("/api/v1/talks?q=tides").at("/items/0/id").asText();
    String choice = page("/curate/talks/" + talk);
    assertThat(choice).contains("by Ines").contains("by Odo");
    String notes = confnotes.json("/api/v1/talks/" + talk).at("/notes/1/talkNotesId").asText();
    Map<String, String> split = Map.of("type", "split-talk", "talk", talk, "talkNotesIds", notes);

    // When
    HttpResponse<String> preview = submit(choice, split);
    HttpResponse<String> decided = confirm(preview.body(), split);

    // Then
    assertThat(preview.body()).contains("Take 1 author’s notes of “Tides at Home” apart?");
    Matcher result =
        Pattern.compile("href=\"/talks/([0-9a-f-]{36})\">See what").matcher(decided.body());
    assertThat(result.find()).as(decided.body()).isTrue();
    assertThat(result.group(1)).isNotEqualTo(talk);
    assertThat(
            confnotes.json("/api/v1/talks/" + result.group(1)).at("/notes/0/talkNotesId").asText())
        .isEqualTo(notes);
    assertThat(confnotes.json("/api/v1/talks/" + talk).at("/notes").size()).isOne();
  }

  @Test
  void shouldRefuseFormsOfOthersAndWhatCannotBe() {
    HttpResponse<String> foreign =
        browser.submit(
            "name=\"csrf\" value=\"none\"",
            "/curate/decisions",
            Map.of("type", "hide", "tag", "helm", "decided", "yes"));
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(page("/curate?kind=tag&q=helm")).contains("/curate/tags/helm");
    HttpResponse<String> refused =
        submit(
            page("/curate/tags/helm"),
            Map.of("type", "merge", "kind", "tag", "slug", "helm", "into", "none-such"));
    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.body()).contains("There is no such tag").contains("Nothing was changed.");
  }
}
