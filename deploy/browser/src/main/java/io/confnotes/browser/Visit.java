package io.confnotes.browser;

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
public final class Visit implements AutoCloseable {

  /** All that a page may transfer, scripts and plots included. */
  private static final int MOST_BYTES = 200_000;

  private final String base;
  private final Page page;
  private final List<String> errors = new ArrayList<>();
  private final List<Request> requests = new ArrayList<>();

  /**
   * Opens a page and returns when it is there.
   *
   * @param base of all URLs that it may ask for, without a slash at its end
   */
  public Visit(BrowserContext profile, String base, String path) {
    this.base = base;
    this.page = profile.newPage();
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

  public Page page() {
    return page;
  }

  /**
   * No error, no other host, no heavy load, nothing that keeps people out. For the first page of a
   * visit: the load of all pages counts.
   */
  public void isWell() {
    assertThat(errors).isEmpty();
    // Asking for sizes lets further events in
    List<Request> seen = List.copyOf(requests);
    assertThat(seen).allSatisfy(request -> assertThat(request.url()).startsWith(base));
    assertThat(seen.stream().mapToInt(request -> request.sizes().responseBodySize).sum())
        .isLessThan(MOST_BYTES);
    keepsNobodyOut();
  }

  /** Nothing on the page as it is now keeps people out, or does not fit. */
  public void keepsNobodyOut() {
    assertThat(new AxeBuilder(page).analyze().getViolations())
        .extracting(Visit::described)
        .isEmpty();
    fits();
  }

  /** Nobody has to scroll sideways. */
  public void fits() {
    assertThat(
            (Boolean)
                page.evaluate(
                    "document.documentElement.scrollWidth"
                        + " <= document.documentElement.clientWidth"))
        .as("fits the width")
        .isTrue();
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

  /** Puts a picture of the whole page into {@code target/screenshots}, for somebody to look at. */
  public void photograph(Scheme scheme, String name) {
    page.screenshot(
        new ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", scheme.folder(), name + ".png")));
  }

  @Override
  public void close() {
    page.close();
  }
}
