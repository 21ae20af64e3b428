package io.confnotes.query.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page that is open in a browser, and what the browser said and asked for on its way. */
final class Visit implements AutoCloseable {

  /** All that a page may transfer, scripts and plots included. */
  private static final int MOST_BYTES = 200_000;

  private final String base;
  private final Page page;
  private final List<String> errors = new ArrayList<>();
  private final List<Request> requests = new ArrayList<>();

  Visit(BrowserContext context, String base, String path) {
    this.base = base;
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            errors.add(message.text());
          }
        });
    page.onPageError(errors::add);
    page.onRequestFinished(requests::add);
    page.navigate(base + path);
  }

  Page page() {
    return page;
  }

  /** No error, no other host, no heavy load, nothing that keeps people out. */
  void isWell() {
    assertThat(errors).isEmpty();
    // Asking for sizes lets further events in
    List<Request> seen = List.copyOf(requests);
    assertThat(seen).allSatisfy(request -> assertThat(request.url()).startsWith(base));
    assertThat(seen.stream().mapToInt(request -> request.sizes().responseBodySize).sum())
        .isLessThan(MOST_BYTES);
    assertThat(new AxeBuilder(page).analyze().getViolations())
        .extracting(Visit::described)
        .isEmpty();
  }

  private static String described(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + " "
        + rule.getNodes().stream()
            .map(node -> node.getHtml() + " " + node.getFailureSummary())
            .toList();
  }

  /** For somebody to look at. */
  void photograph(String scheme, String name) {
    page.screenshot(
        new ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", scheme, name + ".png")));
  }

  @Override
  public void close() {
    page.close();
  }
}
