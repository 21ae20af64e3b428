package io.confnotes.query.web.document;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.confnotes.query.QueryDatabase;
import io.confnotes.query.TestBrowser;
import io.confnotes.query.TestTalks;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
final class DocumentPageIT {

  private final TestBrowser browser = new TestBrowser();

  @Test
  void shouldListDocuments() {
    browser
        .open("/documents")
        .statusCode(200)
        .body(
            containsString(
                "href=\"/documents/" + TestTalks.ADA + "\">Gophercamp 2019, 4 May 2019</a>"))
        .body(containsString("<a href=\"/documents?author=Ada\">Ada</a> · 2 talks"));
    browser
        .open("/documents?author=Ada&event=gophercamp-2019")
        .body(containsString(TestTalks.ADA.toString()))
        .body(not(containsString(TestTalks.BERT.toString())));
    browser.open("/documents?author=Nobody").body(containsString("There are no such documents"));
    browser
        .open("/documents?state=retracted&event=&author=")
        .body(containsString(TestTalks.RETRACTED.toString()));
  }

  @Test
  void shouldShowADocument() {
    browser
        .open("/documents/" + TestTalks.ADA)
        .statusCode(200)
        .body(containsString("<h1>Gophercamp 2019, 4 May 2019</h1>"))
        .body(containsString("href=\"https://ada.example/gophercamp\""))
        .body(containsString("href=\"/talks/" + TestTalks.CONTAINERS + "\""))
        .body(containsString("A sunny day."))
        .body(containsString("Left out"))
        .body(
            containsString(
                "<a class=\"state well\" href=\"/submissions/"
                    + TestTalks.STORED
                    + "\">stored</a>"));
    browser
        .open("/documents/" + TestTalks.HOSTILE)
        .body(not(containsString("<script>alert")))
        .body(not(containsString("href=\"javascript:")));
    browser
        .open("/documents/" + TestTalks.RETRACTED)
        .statusCode(200)
        .body(containsString("It was retracted"))
        .body(not(containsString("Retract it")));
    browser.open("/documents/" + TestTalks.CONTAINERS).statusCode(404);
  }

  @Test
  void shouldRetractADocument() {
    browser
        .send(
            "/documents/" + TestTalks.ADA,
            "/documents/" + TestTalks.ADA + "/retract",
            Map.of("key", "k"))
        .statusCode(303)
        .header("Location", endsWith("/submissions/" + TestTalks.STORED));
  }
}
