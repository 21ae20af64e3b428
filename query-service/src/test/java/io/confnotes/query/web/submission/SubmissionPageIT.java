package io.confnotes.query.web.submission;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.confnotes.query.QueryDatabase;
import io.confnotes.query.TestBrowser;
import io.confnotes.query.TestTalks;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
final class SubmissionPageIT {

  private static final String UNSEEN = "00000000-0000-4000-8000-000000009999";

  private final TestBrowser browser = new TestBrowser();

  @Test
  void shouldLeadFromASubmissionToItsTalks() {
    browser
        .open("/submissions/" + TestTalks.STORED)
        .statusCode(200)
        .body(containsString("The notes are stored."))
        .body(
            containsString(
                "href=\"/talks/" + TestTalks.CONTAINERS + "\">Containers without tears</a>"))
        .body(not(containsString("hx-get")));
  }

  @Test
  void shouldLookAgainUntilItIsProcessedButNotForever() {
    browser
        .open("/submissions/" + UNSEEN)
        .statusCode(200)
        .body(containsString("hx-get=\"/submissions/" + UNSEEN + "?looks=1\""))
        .body(containsString("load delay:1s"))
        .body(containsString("<a href=\"/submissions/" + UNSEEN + "\">Look again</a>"));
    browser.open("/submissions/" + UNSEEN + "?looks=20").body(containsString("load delay:3s"));
    browser
        .open("/submissions/" + UNSEEN + "?looks=45")
        .body(containsString("Look again"))
        .body(not(containsString("hx-get")));
  }

  @Test
  void shouldSayWhatFailedAndWhatToDo() {
    browser
        .open("/submissions/" + TestTalks.LOST)
        .body(containsString("The record in the log cannot be read. (undecodable)"))
        .body(containsString("An operator can see it among the dead letters"));
    browser
        .open("/submissions?state=dead-lettered")
        .statusCode(200)
        .body(containsString("/submissions/" + TestTalks.LOST))
        .body(not(containsString("/submissions/" + TestTalks.STORED)));
    browser.open("/submissions").body(containsString("/submissions/" + TestTalks.STORED));
    browser.open("/submissions?state=conflict").body(containsString("None is conflict"));
    browser.open("/submissions?state=lost").statusCode(400);
  }
}
