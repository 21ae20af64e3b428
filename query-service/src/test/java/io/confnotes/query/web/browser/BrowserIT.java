package io.confnotes.query.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.confnotes.browser.Chromium;
import io.confnotes.browser.Scheme;
import io.confnotes.browser.Visit;
import io.confnotes.query.QueryDatabase;
import io.confnotes.query.TestTalks;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page, as people see it. */
@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
final class BrowserIT {

  private static final Map<String, String> PAGES =
      Map.ofEntries(
          Map.entry("home", "/"),
          Map.entry("talks", "/talks"),
          Map.entry("search", "/talks?q=container"),
          Map.entry("nothing-found", "/talks?q=qqqqqqqq"),
          Map.entry("talk", "/talks/" + TestTalks.CONTAINERS),
          Map.entry("tags", "/tags"),
          Map.entry("tag", "/tags/containers"),
          Map.entry("events", "/events"),
          Map.entry("event", "/events/long-days"),
          Map.entry("speakers", "/speakers"),
          Map.entry("speaker", "/speakers/jules-verne"),
          Map.entry("compare", "/compare"),
          Map.entry("compared", "/compare?left=gophercamp-2019&right=long-days"),
          Map.entry("submit", "/submit"),
          Map.entry("submission", "/submissions/" + TestTalks.STORED),
          Map.entry("submissions", "/submissions"),
          Map.entry("documents", "/documents"),
          Map.entry("document", "/documents/" + TestTalks.ADA),
          Map.entry("sign-in", "/sign-in"),
          Map.entry("status", "/status"),
          Map.entry("design", "/design"),
          Map.entry("not-found", "/talks/none"));

  private static Chromium chromium;

  @TestHTTPResource("/")
  String base;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private static Stream<Arguments> pagesInSchemes() {
    return Scheme.each(PAGES);
  }

  @ParameterizedTest(name = "{1}, {0}")
  @MethodSource("pagesInSchemes")
  void shouldBeFitForEverybody(Scheme scheme, String name, String path) {
    try (BrowserContext profile = chromium.profile(scheme.options());
        Visit visit = visit(profile, path)) {
      visit.photograph(scheme, name);
      if (name.equals("not-found")) {
        visit.fits();
      } else {
        visit.isWell();
      }
    }
  }

  private Visit visit(BrowserContext profile, String path) {
    return new Visit(profile, base.replaceAll("/$", ""), path);
  }

  @Test
  void shouldNoticeWhatKeepsPeopleOut() {
    try (BrowserContext profile = chromium.profile(Scheme.LIGHT.options());
        Visit visit = visit(profile, "/")) {
      visit
          .page()
          .evaluate(
              "document.querySelector('main').append("
                  + "Object.assign(document.createElement('img'), { src: '/confnotes.svg' }))");
      assertThatThrownBy(visit::isWell).hasMessageContaining("image-alt");
    }
  }

  @Test
  void shouldNoticeForeignRequestsAndStyles() {
    try (BrowserContext profile = chromium.profile(Scheme.LIGHT.options());
        Visit visit = visit(profile, "/")) {
      visit.page().evaluate("document.body.setAttribute('style', 'color: red')");
      assertThatThrownBy(visit::isWell).hasMessageContaining("Content Security Policy");
    }
  }

  @Test
  void shouldBeUsableWithTheKeyboard() {
    try (BrowserContext profile = chromium.profile(Scheme.LIGHT.options());
        Visit visit = visit(profile, "/talks")) {
      Page page = visit.page();

      page.keyboard().press("Tab");
      assertThat(page.locator(":focus")).hasText("Skip to the content");

      page.locator("#q").focus();
      page.keyboard().type("container");
      page.keyboard().press("Enter");
      assertThat(page).hasURL(Pattern.compile(".*/talks\\?q=container"));
      assertThat(page.locator("h1")).hasText("Talks about “container”");
    }
  }

  @Test
  void shouldLightUpThePlaceOfAKeyPoint() {
    try (BrowserContext profile = chromium.profile(Scheme.LIGHT.options());
        Visit visit = visit(profile, "/talks/" + TestTalks.CONTAINERS)) {
      Page page = visit.page();

      page.locator(".points a").first().focus();
      assertThat(page.locator("mark.active")).hasCount(1);

      page.keyboard().press("Enter");
      assertThat(page).hasURL(Pattern.compile(".*#p1-1"));
      assertThat(page.locator("#p1-1 + mark")).isInViewport();
    }
  }

  @Test
  void shouldDrawThePlotOfATag() {
    try (BrowserContext profile = chromium.profile(Scheme.LIGHT.options());
        Visit visit = visit(profile, "/tags/containers")) {
      assertThat(visit.page().locator(".plot canvas")).isVisible();
      assertThat(visit.page().locator(".plot table").last()).isHidden();
    }
  }

  @Test
  void shouldSuggestAsOneTypes() {
    try (BrowserContext profile = chromium.profile(Scheme.LIGHT.options());
        Visit visit = visit(profile, "/")) {
      visit.page().locator("#q").pressSequentially("jules");
      assertThat(visit.page().locator("#suggestions option").first())
          .hasAttribute("value", Pattern.compile("speaker:.*Jules Verne.*"));
    }
  }

  @Test
  void shouldDoWithoutScripts() {
    try (BrowserContext profile =
            chromium.profile(Scheme.LIGHT.options().setJavaScriptEnabled(false));
        Visit visit = visit(profile, "/tags/containers")) {
      assertThat(visit.page().locator(".plot table")).isVisible();
      visit.page().locator(".entries a.title").first().click();
      visit.page().locator(".points a").first().click();
      assertThat(visit.page()).hasURL(Pattern.compile(".*#p1-1"));
    }
  }
}
