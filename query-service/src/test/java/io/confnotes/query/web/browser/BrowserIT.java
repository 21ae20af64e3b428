package io.confnotes.query.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.confnotes.query.QueryDatabase;
import io.confnotes.query.TestTalks;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
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
          Map.entry("design", "/design"),
          Map.entry("not-found", "/talks/none"));

  private static final int WIDE = 1280;
  private static final int NARROW = 390;
  private static final int HIGH = 900;

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

  private enum Scheme {
    LIGHT,
    DARK,
    PHONE;

    private NewContextOptions options() {
      return new NewContextOptions()
          .setColorScheme(this == DARK ? ColorScheme.DARK : ColorScheme.LIGHT)
          .setReducedMotion(ReducedMotion.REDUCE)
          .setViewportSize(this == PHONE ? NARROW : WIDE, HIGH);
    }
  }

  private static Stream<Arguments> pagesInSchemes() {
    return Stream.of(Scheme.values())
        .flatMap(
            scheme ->
                PAGES.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(page -> Arguments.of(scheme, page.getKey(), page.getValue())));
  }

  @ParameterizedTest(name = "{1}, {0}")
  @MethodSource("pagesInSchemes")
  void shouldBeFitForEverybody(Scheme scheme, String name, String path) {
    try (BrowserContext context = chromium.browser().newContext(scheme.options());
        Visit visit = visit(context, path)) {
      visit.photograph(scheme.name().toLowerCase(Locale.ROOT), name);
      if (!name.equals("not-found")) {
        visit.isWell();
      }
      assertThat(
              (Boolean)
                  visit
                      .page()
                      .evaluate(
                          "document.documentElement.scrollWidth"
                              + " <= document.documentElement.clientWidth"))
          .as("fits the width")
          .isTrue();
    }
  }

  private Visit visit(BrowserContext context, String path) {
    return new Visit(context, base.replaceAll("/$", ""), path);
  }

  @Test
  void shouldNoticeWhatKeepsPeopleOut() {
    try (BrowserContext context = chromium.browser().newContext(Scheme.LIGHT.options());
        Visit visit = visit(context, "/")) {
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
    try (BrowserContext context = chromium.browser().newContext(Scheme.LIGHT.options());
        Visit visit = visit(context, "/")) {
      visit.page().evaluate("document.body.setAttribute('style', 'color: red')");
      assertThatThrownBy(visit::isWell).hasMessageContaining("Content Security Policy");
    }
  }

  @Test
  void shouldBeUsableWithTheKeyboard() {
    try (BrowserContext context = chromium.browser().newContext(Scheme.LIGHT.options());
        Visit visit = visit(context, "/talks")) {
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
    try (BrowserContext context = chromium.browser().newContext(Scheme.LIGHT.options());
        Visit visit = visit(context, "/talks/" + TestTalks.CONTAINERS)) {
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
    try (BrowserContext context = chromium.browser().newContext(Scheme.LIGHT.options());
        Visit visit = visit(context, "/tags/containers")) {
      assertThat(visit.page().locator(".plot canvas")).isVisible();
      assertThat(visit.page().locator(".plot table").last()).isHidden();
    }
  }

  @Test
  void shouldSuggestAsOneTypes() {
    try (BrowserContext context = chromium.browser().newContext(Scheme.LIGHT.options());
        Visit visit = visit(context, "/")) {
      visit.page().locator("#q").pressSequentially("jules");
      assertThat(visit.page().locator("#suggestions option").first())
          .hasAttribute("value", Pattern.compile("speaker:.*Jules Verne.*"));
    }
  }

  @Test
  void shouldDoWithoutScripts() {
    try (BrowserContext context =
            chromium.browser().newContext(Scheme.LIGHT.options().setJavaScriptEnabled(false));
        Visit visit = visit(context, "/tags/containers")) {
      assertThat(visit.page().locator(".plot table")).isVisible();
      visit.page().locator(".entries a.title").first().click();
      visit.page().locator(".points a").first().click();
      assertThat(visit.page()).hasURL(Pattern.compile(".*#p1-1"));
    }
  }
}
