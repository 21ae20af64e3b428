package io.confnotes.query.web.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.confnotes.query.QueryDatabase;
import io.confnotes.query.TestBrowser;
import io.confnotes.query.TestTalks;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
final class SubmitIT {

  private static final Pattern FIELD =
      Pattern.compile("<input[^>]*name=\"(state|key|title|speakers)\"[^>]*value=\"([^\"]*)\"");

  private static final String TEXT =
      "A sunny day\n# One <b>\nof caches\nand other things\n---\n# Two\nof locks\n";

  private final TestBrowser browser = new TestBrowser();

  /** A form as a browser fills it: with what the page had, unless told otherwise. */
  private final Map<String, String> form = new HashMap<>();

  private String page = "";

  private ValidatableResponse send(String text, String action) {
    form.put("text", text);
    form.put("action", action);
    ValidatableResponse answer =
        page.isEmpty() ? browser.send("/submit", "/submit", form) : browser.send("/submit", form);
    page = answer.extract().asString();
    form.clear();
    return answer;
  }

  /** Fills in what the last page has; of fields that are there several times, only the first. */
  private SubmitIT asShown() {
    Matcher fields = FIELD.matcher(page);
    while (fields.find()) {
      form.putIfAbsent(fields.group(1), unescaped(fields.group(2)));
    }
    return this;
  }

  private static String unescaped(String html) {
    return html.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  @Test
  void shouldDrawWhatWasUnderstoodIntoTheText() {
    send(TEXT.replace("\n", "\r\n"), "preview").statusCode(200);
    assertThat(page)
        .contains("2 talks understood")
        .contains("id=\"title-2\"")
        .contains("value=\"One &lt;b&gt;\"")
        .contains("90 % sure</span>: a line with a hash")
        .contains("80 %: it is a line")
        .contains("<strong>TinyConf &lt;2018&gt;</strong>")
        .contains("value=\"Ann\"")
        .contains("id=\"title-6\"")
        .contains("A talk begins here</span><span class=\"hidden\"> (line 3)</span>")
        .doesNotContain("(line 2)</span>")
        .containsPattern("(?s)Left out.*A sunny day.*title-2.*of caches.*Left out.*---.*title-6")
        .contains("A sunny day\n# One &lt;b&gt;\nof caches");
  }

  @Test
  void shouldMoveABoundary() {
    send(TEXT, "preview");
    asShown().send(TEXT, "begin:3").statusCode(200).body(containsString("3 talks understood"));
    asShown().send(TEXT, "none:2").body(containsString("2 talks understood"));
    assertThat(page)
        .doesNotContain("id=\"title-2\"")
        .contains("id=\"title-3\"")
        .contains("<span class=\"state well\">as you say</span>")
        .containsPattern("(?s)# One &lt;b&gt;</span><button[^>]*value=\"detected:2\"");
    asShown().send(TEXT, "detected:2").body(containsString("3 talks understood"));
  }

  @Test
  void shouldCorrectTitlesAndSpeakers() {
    // Given
    send(TEXT, "preview");

    // When
    asShown();
    form.put("title", "Another \"title\"");
    form.put("speakers", "Ann, @bob");
    send(TEXT, "preview").statusCode(200);

    // Then what is known of Ann is kept, and all of it stays
    assertThat(page)
        .contains("value=\"Another &quot;title&quot;\"")
        .contains("value=\"Ann, @bob\"");
    assertThat(page)
        .contains("{&quot;name&quot;:&quot;Ann&quot;,&quot;handle&quot;:&quot;ann&quot;}");
    asShown().send(TEXT, "begin:7").body(containsString("value=\"Another &quot;title&quot;\""));
  }

  @Test
  void shouldFollowLinesThatMove() {
    send(TEXT, "preview");
    asShown().send(TEXT, "begin:3");
    asShown().send("New first line\n\n" + TEXT, "preview").body(containsString("id=\"title-5\""));
    asShown()
        .send(TEXT.replace("of caches\n", ""), "preview")
        .body(containsString("1 correction was about a line that is not there any more"));
  }

  @Test
  void shouldAnswerAPartToAPageThatIsOpen() {
    browser.open("/submit");
    browser
        .request()
        .header("HX-Request", "true")
        .formParam("csrf", browser.formToken())
        .formParam("text", "refuse these notes")
        .post("/submit")
        .then()
        .statusCode(200)
        .body(containsString("<section id=\"outline\""))
        .body(containsString("hx-swap-oob=\"innerHTML\">The notes are refused. They say so."))
        .body(not(containsString("<html")));
  }

  @Test
  void shouldSubmitOnceHoweverOftenItIsSent() {
    send(TEXT, "preview");
    asShown();
    Map<String, String> same = Map.copyOf(form);
    String first = send(TEXT, "submit").statusCode(303).extract().header("Location");
    form.putAll(same);
    assertThat(send(TEXT, "submit").extract().header("Location")).isEqualTo(first);
    form.putAll(same);
    assertThat(send(TEXT + "more\n", "submit").extract().header("Location")).isNotEqualTo(first);
  }

  @Test
  void shouldLeadToTheSubmission() {
    send("# any notes\n", "submit")
        .statusCode(303)
        .header("Location", endsWith("/submissions/" + TestTalks.STORED));
  }

  @Test
  void shouldPointAtTheFieldThatIsWrong() {
    form.put("date", "yesterday");
    send("# A talk\n", "submit")
        .statusCode(400)
        .body(containsString("<a href=\"#date\">&#39;date&#39; is no date.</a>"))
        .body(containsString("# A talk"));
    assertThat(page)
        .containsPattern("<input id=\"date\"[^>]*value=\"yesterday\"[^>]*aria-invalid=\"true\"");
  }

  @Test
  void shouldKeepWhatWasTypedWhenNotesAreRefused() {
    form.put("event", "\"><script>");
    send("refuse these notes", "submit")
        .statusCode(422)
        .body(containsString("The notes are refused"))
        .body(containsString("refuse these notes"))
        .body(containsString("value=\"&quot;&gt;&lt;script&gt;\""));
  }

  @Test
  void shouldShowWhatWasReadWhereNoTalkIsFound() {
    send("A line\nanother\n", "submit")
        .statusCode(422)
        .body(containsString("Nothing was published."));
    assertThat(page).contains("A talk begins here</span><span class=\"hidden\"> (line 2)</span>");
  }

  @Test
  void shouldTakeTheLongestNotes() {
    send("ü".repeat(500_000), "preview").statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "null", "{\"corrections\":[{\"line\":\"x\"}]}"})
  void shouldRefuseAStateThatNoPageHas(String state) {
    form.put("state", state);
    send("# x\n", "preview").statusCode(400);
  }

  private ValidatableResponse files(String action, String... names) {
    browser.open("/submit");
    var request = browser.request().header("Content-Type", "multipart/form-data");
    for (String name : names) {
      request.multiPart("file", name, "x".getBytes(StandardCharsets.UTF_8), "text/plain");
    }
    return request
        .queryParam("csrf", browser.formToken())
        .queryParam("key", "k")
        .queryParam("action", action)
        .post("/submit/files")
        .then();
  }

  @Test
  void shouldShowWhatIsInFiles() {
    files("preview", "a.md", "b.pdf", "c.txt")
        .statusCode(200)
        .body(containsString("2 files understood"))
        .body(containsString("Talk of a.md"))
        .body(containsString("1 file refused"))
        .body(containsString("Not read. It is a PDF."));
  }

  @Test
  void shouldFollowFilesUntilTheyAreStored() {
    files("submit", "stored.md", "c.txt", "b.pdf")
        .statusCode(200)
        .body(containsString("href=\"/submissions/" + TestTalks.STORED + "\">stored</a>"))
        .body(containsString("1 file is on the way"))
        .body(containsString("Not read. It is a PDF."));
    browser
        .send("/submissions/followed", Map.of("item", TestTalks.STORED + " a b.md"))
        .statusCode(200)
        .body(containsString("a b.md</th>"))
        .body(containsString("All are processed"));
    browser.send("/submissions/followed", Map.of("item", "x y")).statusCode(400);
  }

  @Test
  void shouldLeadToTheSubmissionOfASingleFile() {
    files("submit", "stored.md")
        .statusCode(303)
        .header("Location", endsWith("/submissions/" + TestTalks.STORED));
  }

  @Test
  void shouldSayWhyNoFileIsTaken() {
    files("submit", "b.pdf").statusCode(422).body(containsString("Not read. It is a PDF."));
  }

  @Test
  void shouldTakeNoFilesWithoutTheTokenOfItsForms() {
    browser.open("/submit");
    browser
        .request()
        .multiPart("file", "a.md", "x".getBytes(StandardCharsets.UTF_8))
        .queryParam("csrf", "x")
        .post("/submit/files")
        .then()
        .statusCode(403)
        .body(containsString("Load the page again"));
  }
}
