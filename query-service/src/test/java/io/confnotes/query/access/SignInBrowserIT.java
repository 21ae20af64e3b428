package io.confnotes.query.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.confnotes.browser.Chromium;
import io.confnotes.browser.Scheme;
import io.confnotes.browser.Visit;
import io.confnotes.embedded.access.TestTokens;
import io.confnotes.query.QueryDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signing in, as people see it. */
@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
@TestProfile(AccessIT.Restricted.class)
final class SignInBrowserIT {

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

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void shouldSignInAndOut(Scheme scheme) {
    try (BrowserContext profile = chromium.profile(scheme.options());
        Visit visit = new Visit(profile, base.replaceAll("/$", ""), "/sign-in")) {
      Page page = visit.page();
      visit.photograph(scheme, "sign-in-token");
      visit.isWell();

      page.locator("#token").fill(TestTokens.of("read submit"));
      button(page, "Sign in");
      assertThat(page.locator("h1")).hasText("Signed in");
      visit.photograph(scheme, "signed-in");
      visit.keepsNobodyOut();
      assertThat((String) page.evaluate("document.cookie")).doesNotContain("confnotes_token");
      assertThat(profile.cookies())
          .filteredOn(cookie -> cookie.name.equals("confnotes_token"))
          .singleElement()
          .satisfies(cookie -> assertThat(cookie.httpOnly).isTrue());

      button(page, "Sign out");
      assertThat(page.locator("#token")).isVisible();
      assertThat(profile.cookies()).noneMatch(cookie -> cookie.name.equals("confnotes_token"));
    }
  }

  private static void button(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }
}
