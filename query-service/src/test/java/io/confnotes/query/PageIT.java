package io.confnotes.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
final class PageIT {

  private static String page(String path) {
    return given()
        .urlEncodingEnabled(false)
        .accept("text/html,application/xhtml+xml,*/*;q=0.8")
        .get(path)
        .then()
        .statusCode(200)
        .contentType(equalTo("text/html;charset=UTF-8"))
        .extract()
        .asString();
  }

  @Test
  void shouldLeadFromHomeToTalksEventsAndTopics() {
    assertThat(page("/"))
        .contains("<form class=\"search\" action=\"/talks\" role=\"search\">")
        .contains("href=\"/talks/" + TestTalks.id(3000) + "\"")
        .contains("href=\"/events/gophercamp-2019\"")
        .contains("href=\"/tags/linux-kernel\"")
        .contains("href=\"/tags/%3Ctag%3E\"");
  }

  @Test
  void shouldShowWhatASearchFound() {
    assertThat(page("/talks?q=confirmed"))
        .contains("Talks about “confirmed”")
        .contains("href=\"/talks/" + TestTalks.STORAGE + "\"")
        .contains("<mark>confirmed</mark>")
        .contains("value=\"confirmed\"")
        .doesNotContain(TestTalks.CONTAINERS.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/talks?q=conteneurs", "/talks/00000000-0000-4000-8000-000000000013"})
  void shouldNotSayTheYearOfAnEventTwice(String path) {
    assertThat(page(path)).contains("Systèmes 2020").doesNotContainPattern("2020(</a>)?, ");
  }

  @Test
  void shouldLinkKeyPointsToTheirPlaceInTheText() {
    assertThat(page("/talks/" + TestTalks.CONTAINERS))
        .contains("Notes by Ada")
        .contains("Notes by Bert")
        .contains("<a href=\"#p1-1\">a container is a group of ordinary processes.</a>")
        .contains(
            "Why: <span class=\"anchor\" id=\"p1-1\"></span><mark>a container is a group of"
                + " ordinary processes.</mark>");
  }

  @Test
  void shouldKeepTheTextAroundLineEndsAndSymbols() {
    assertThat(page("/talks/" + TestTalks.SNAKE))
        .contains(
            "Größe 🐍\r\n<span class=\"anchor\" id=\"p1-1\"></span><mark>zweite Zeile\r\n\tund Schluss</mark>  \r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/talks",
        "/talks?q=%3Cscript%3Ealert%281%29%3C/script%3E",
        "/talks?q=said",
        "/talks/00000000-0000-4000-8000-000000000016",
        "/speakers/bobby-tables",
        "/events/img",
        "/tags/%3Ctag%3E"
      })
  void shouldEscapeWhatNotesSay(String path) {
    assertThat(page(path).replaceAll("<script src=\"/[\\w./]+\" defer></script>", ""))
        .doesNotContain("<script")
        .doesNotContain("<img")
        .doesNotContain("<b>")
        .doesNotContain("<i>")
        .doesNotContain("<u>")
        .doesNotContain("<tag>")
        .doesNotContain("href=\"javascript:");
  }

  @Test
  void shouldOfferMoreWhereThereIsMore() {
    String first = page("/events/long-days");
    assertThat(first).contains("rel=\"next\"");
    String more = first.replaceAll("(?s).*<a href=\"([^\"]+)\" rel=\"next\".*", "$1");
    assertThat(page(more.replace("&amp;", "&")))
        .contains(TestTalks.id(3000 - 20).toString())
        .doesNotContain(TestTalks.id(3000 - 19).toString());
  }

  @Test
  void shouldRedirectMergedTalk() {
    given()
        .redirects()
        .follow(false)
        .get("/talks/" + TestTalks.MERGED)
        .then()
        .statusCode(301)
        .header("Location", endsWith("/talks/" + TestTalks.CONTAINERS));
  }

  @Test
  void shouldExplainProblemsOnAPage() {
    given()
        .accept("text/html,*/*;q=0.8")
        .get("/talks/none")
        .then()
        .statusCode(404)
        .contentType("text/html")
        .body(containsString("<h1>Not found</h1>"));
  }

  @Test
  void shouldServeItsOneScript() {
    given()
        .get("/suggest.js")
        .then()
        .statusCode(200)
        .contentType("text/javascript")
        .header("Content-Security-Policy", containsString("script-src 'self'; connect-src 'self'"))
        .body(containsString("/api/v1/suggestions?q="));
  }

  @Test
  void shouldServeItsStylesheet() {
    given()
        .get("/confnotes.css")
        .then()
        .statusCode(200)
        .contentType("text/css")
        .body(containsString("prefers-color-scheme: dark"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/lib/htmx.min.js", "/lib/uPlot.iife.min.js", "/plot.js", "/talk.js"})
  void shouldServeTheScriptsOfPages(String path) {
    given().get(path).then().statusCode(200).contentType("text/javascript");
  }

  @Test
  void shouldShowATagOverTheYears() {
    assertThat(page("/tags/containers"))
        .contains("<h1>containers</h1>")
        .contains("<figure class=\"plot\"")
        .contains("All talks")
        .contains("Occurs with")
        .contains("/talks/" + TestTalks.CONTAINERS)
        .contains("/api/v1/talks?tag=containers&amp;format=atom");
  }

  @Test
  void shouldShowTheTalksOfAnEventInOrder() {
    String page = page("/events/long-days");
    assertThat(page).contains("<h1>Long Days</h1>").contains("Talks, in order");
    assertThat(page.indexOf(TestTalks.id(3000 - 1).toString()))
        .isPositive()
        .isNotEqualTo(page.indexOf(TestTalks.id(3000 - 2).toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/events", "/tags", "/speakers"})
  void shouldListNames(String path) {
    assertThat(page(path)).contains("class=\"bars directory\"").contains("href=\"" + path + "/");
    assertThat(page(path + "?q=no-such-name")).contains("None begins with “no-such-name”");
  }

  @Test
  void shouldCompareEvents() {
    assertThat(page("/compare")).contains("Compare two events or two years");
    assertThat(page("/compare?left=GopherCamp%202019&right=long-days"))
        .contains("Part of the talks about each tag")
        .contains("href=\"/events/gophercamp-2019\"");
    assertThat(page("/compare?left=long-days&right=1066")).contains("There are no talks of “1066”");
  }

  @Test
  void shouldShowWhatPagesAreMadeOf() {
    assertThat(page("/design")).contains("<code>--accent</code>");
  }

  @Test
  void shouldOfferToNarrowASearchDown() {
    given()
        .queryParam("q", "container tag:storage")
        .get("/talks")
        .then()
        .statusCode(200)
        .body(containsString("<p class=\"count\" role=\"status\">1 talk</p>"))
        .body(
            containsString(
                "href=\"/talks?q=container%20tag%3Astorage%20speaker%3Ajules-verne\""
                    + " title=\"Jules Verne\">Jules Verne</a>"))
        .body(not(containsString("tag%3Astorage%20tag%3Astorage")));
  }
}
