package io.confnotes.standalone.process;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * What the user sees: steps with the time since the start, and lines of components with their
 * names.
 */
public final class Console {

  private final PrintStream out;
  private final Instant start;

  /**
   * A console.
   *
   * @param start what times are counted from
   */
  public Console(PrintStream out, Instant start) {
    this.out = out;
    this.start = start;
  }

  /** Tells of something done or found out. */
  public void step(String text) {
    out.println(String.format(Locale.ROOT, "%5.1f s  %s", elapsed(), text));
  }

  /** Passes a component's line on. */
  public void line(String component, String line) {
    out.println(String.format(Locale.ROOT, "%-10s | %s", component, line));
  }

  public void print(String text) {
    out.println(text);
  }

  /** Seconds since the start. */
  public double elapsed() {
    return Duration.between(start, Instant.now()).toMillis() / 1000.0;
  }
}
