package io.confnotes.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** How somebody looks at pages. */
public enum Scheme {
  LIGHT,
  DARK,
  PHONE;

  private static final int WIDE = 1280;
  private static final int NARROW = 390;
  private static final int HIGH = 900;

  /**
   * Each page in each scheme, for tests with parameters: the scheme, the page's name and its path.
   *
   * @param pages paths by name
   */
  public static Stream<Arguments> each(Map<String, String> pages) {
    return Stream.of(values())
        .flatMap(
            scheme ->
                pages.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(page -> Arguments.of(scheme, page.getKey(), page.getValue())));
  }

  /** The settings of such a browser. Nothing moves in it. */
  public NewContextOptions options() {
    return new NewContextOptions()
        .setColorScheme(this == DARK ? ColorScheme.DARK : ColorScheme.LIGHT)
        .setReducedMotion(ReducedMotion.REDUCE)
        .setViewportSize(this == PHONE ? NARROW : WIDE, HIGH);
  }

  /** The folder of its pictures. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
