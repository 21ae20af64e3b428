package io.confnotes.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.confnotes.browser.Chromium;
import io.confnotes.browser.Scheme;
import io.confnotes.browser.Visit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What people do on pages that all services answer together, as they see it. */
final class BrowserIT {

  private static final IsVisibleOptions STORED = new IsVisibleOptions().setTimeout(30_000);

  private static Standalone confnotes;
  private static Chromium chromium;

  @BeforeAll
  static void start(@TempDir Path data) {
    chromium = Chromium.start();
    confnotes = new Standalone(data.resolve("confnotes"));
    store(
        "document=a&event=Harbour+Nights+2024&date=2024-05-17&author=Ines",
        "# Containers below deck\nMara Quill\n\n- Namespaces hide, cgroups bound.\n");
    store(
        "document=b&event=Harbour+Nights+2024&date=2024-05-17&author=Odo",
        "# Containers below deck\nMara Quill\n\n- Seccomp refuses what nobody asked for.\n");
    store(
        "document=c&event=Harbour+Night+2023&date=2023-05-19",
        "# Small containers\nMaria Quill\n\n- An image without a shell has less to break.\n");
    LogWriter.write(confnotes, "key", "no notes".getBytes(StandardCharsets.UTF_8));
    confnotes.await(
        "a dead letter",
        Duration.ofSeconds(30),
        () -> confnotes.json("/api/v1/status").get("deadLetters").asLong() == 1);
  }

  private static void store(String parameters, String text) {
    confnotes.awaitState(confnotes.submit(parameters, text));
  }

  @AfterAll
  static void stop() throws IOException {
    if (confnotes != null) {
      confnotes.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  private static Visit visit(BrowserContext profile, String path) {
    return new Visit(profile, confnotes.web(), path);
  }

  private static Stream<Arguments> pagesInSchemes() {
    String talk = confnotes.json("/api/v1/talks?q=deck").at("/items/0/id").asText();
    String letter = confnotes.json("/api/v1/dead-letters").at("/items/0/id").asText();
    Map<String, String> pages =
        Map.ofEntries(
            Map.entry("curate", "/curate"),
            Map.entry("curate-found", "/curate?kind=speaker&q=quill"),
            Map.entry("curate-tag", "/curate/tags/containers"),
            Map.entry("curate-speaker", "/curate/speakers/mara-quill"),
            Map.entry("curate-event", "/curate/events/harbour-nights-2024"),
            Map.entry("curate-talk", "/curate/talks/" + talk),
            Map.entry("decisions", "/curate/decisions"),
            Map.entry("status", "/status"),
            Map.entry("dead-letters", "/status/dead-letters"),
            Map.entry("dead-letter", "/status/dead-letters/" + letter),
            Map.entry("dead-letter-discard", "/status/dead-letters/" + letter + "?discard=yes"));
    return Scheme.each(pages);
  }

  @ParameterizedTest(name = "{1}, {0}")
  @MethodSource("pagesInSchemes")
  void shouldBeFitForEverybody(Scheme scheme, String name, String path) {
    try (BrowserContext profile = chromium.profile(scheme.options());
        Visit visit = visit(profile, path)) {
      visit.photograph(scheme, name);
      visit.isWell();
    }
  }

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void shouldSubmitWhatSomebodyPutRightAndShowItStored(Scheme scheme) {
    try (BrowserContext profile = chromium.profile(scheme.options());
        Visit visit = visit(profile, "/submit")) {
      Page page = visit.page();

      // What was understood is drawn as one types
      page.locator("#event").fill("Lantern Conf " + scheme);
      page.locator("#text")
          .fill(
              """
              # Caches that forget
              Ines Rowan

              - A cache is a promise to forget in time.

              Then Noor Hale about plots without tables, for %s

              - A plot without a table keeps people out.
              """
                  .formatted(scheme));
      Locator understood = page.locator("#outline h2");
      assertThat(understood).hasText("1 talk understood");

      // A boundary is moved
      button(page, "A talk begins here (line 6)").click();
      assertThat(understood).hasText("2 talks understood");

      // Title and speaker are corrected
      correct(page.locator("#title-6"), "Plots without tables");
      correct(page.locator("#speakers-6"), "Noor Hale");
      visit.photograph(scheme, "submit-understood");
      visit.isWell();

      // It is followed until it is stored
      button(page, "Submit 2 talks").click();
      assertThat(page).hasURL(Pattern.compile(".*/submissions/[0-9a-f-]{36}"));
      Locator talk = page.getByRole(AriaRole.LINK).getByText("Plots without tables");
      assertThat(talk).isVisible(STORED);
      visit.photograph(scheme, "submission-stored");
      visit.keepsNobodyOut();

      // And read
      talk.click();
      assertThat(page.locator("h1")).hasText("Plots without tables");
      assertThat(page.locator(".heading .by")).containsText("Noor Hale");
      assertThat(page.locator("main")).containsText("A plot without a table keeps people out.");
    }
  }

  @Test
  void shouldKeepWhatSomebodyTypesWhileAnEarlierAnswerIsAwaited() {
    try (BrowserContext profile = chromium.profile(Scheme.LIGHT.options());
        Visit visit = visit(profile, "/submit")) {
      Page page = visit.page();
      page.locator("#text").fill("# Caches that forget\nInes Rowan\n\n- A cache forgets.\n");
      assertThat(page.locator("#outline h2")).hasText("1 talk understood");

      // The next question waits for its answer
      List<Route> held = new ArrayList<>();
      page.route(
          url -> url.endsWith("/submit"),
          route -> {
            if (held.isEmpty()) {
              held.add(route);
            } else {
              route.resume();
            }
          });
      page.locator("#event").fill("Lantern Conf");
      page.locator("#event").press("Tab");
      page.waitForCondition(() -> !held.isEmpty());

      // Which comes after a title was put right
      Locator title = page.locator("#title-1");
      title.fill("Caches that remember");
      title.press("Tab");
      held.getFirst().resume();
      assertThat(title).hasAttribute("value", "Caches that remember");
      assertThat(title).hasValue("Caches that remember");
    }
  }

  /** Types, leaves the field, and waits for the page to have understood it. */
  private static void correct(Locator field, String value) {
    field.fill(value);
    field.press("Tab");
    assertThat(field).hasAttribute("value", value);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void shouldDecideAfterSayingWhatWillHappen() {
    try (BrowserContext profile = chromium.profile(Scheme.LIGHT.options());
        Visit visit = visit(profile, "/curate?kind=speaker")) {
      Page page = visit.page();

      page.locator("#name").pressSequentially("maria");
      assertThat(page.locator("#found-heading")).hasText("Called “maria”, or alike");
      page.locator("#found").getByText("Maria Quill").click();

      page.locator("#into").pressSequentially("mara");
      button(page, "Merge into Mara Quill").click();
      assertThat(page.locator("h1")).hasText("Merge the speaker “maria-quill” into “mara-quill”?");
      visit.photograph(Scheme.LIGHT, "decision-preview");
      visit.keepsNobodyOut();

      page.locator("#curator").fill("Ines Rowan");
      button(page, "Merge").click();
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("It is done");
      visit.photograph(Scheme.LIGHT, "decision");
      visit.keepsNobodyOut();

      button(page, "Undo").click();
      button(page, "Undo").click();
      assertThat(page.locator("h1")).hasText(Pattern.compile("Undid decision \\d+"));
    }
  }
}
