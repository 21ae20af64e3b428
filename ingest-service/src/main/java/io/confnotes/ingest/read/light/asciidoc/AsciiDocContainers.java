package io.confnotes.ingest.read.light.asciidoc;

import io.confnotes.ingest.read.light.lines.LightLine;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The delimited blocks that hold other blocks, and what is known about their delimiters. */
final class AsciiDocContainers {

  /** The line in which a delimiter is seen for the last time. */
  private final Map<String, Integer> last = new HashMap<>();

  private final Deque<String> open = new ArrayDeque<>();
  private int quotes;

  AsciiDocContainers(Iterable<LightLine> lines) {
    for (LightLine line : lines) {
      if (AsciiDocLine.isDelimiter(line)) {
        last.put(AsciiDocLine.end(line.text()), line.number());
      }
    }
  }

  /** Whether a delimiter is seen again further below: else it is only a rule. */
  boolean canOpen(LightLine delimiter) {
    return last.getOrDefault(AsciiDocLine.end(delimiter.text()), 0) > delimiter.number();
  }

  void open(String delimiter) {
    open.push(delimiter);
    quotes += isQuote(delimiter) ? 1 : 0;
  }

  /** Closes the block that a delimiter has opened, with all blocks within; false without one. */
  boolean close(LightLine line) {
    String delimiter = AsciiDocLine.end(line.text());
    if (!open.contains(delimiter)) {
      return false;
    }
    String closed;
    do {
      closed = open.pop();
      quotes -= isQuote(closed) ? 1 : 0;
    } while (!closed.equals(delimiter));
    return true;
  }

  boolean isQuote() {
    return quotes > 0;
  }

  private static boolean isQuote(String delimiter) {
    return delimiter.startsWith("_");
  }
}
