package io.confnotes.ingest.read;

import io.confnotes.ingest.read.text.Block;
import io.confnotes.ingest.read.text.Mark;
import io.confnotes.ingest.read.text.Reading;
import io.confnotes.ingest.read.text.Span;
import java.util.List;
import java.util.stream.Collectors;

/** Shows a reading as text, so that tests can say what they expect. */
public final class ShownReading {

  private ShownReading() {}

  /** Kind, level, first and last line, text: one line for each block. */
  public static String blocks(Reading reading) {
    return reading.blocks().stream()
        .map(block -> block(block, slice(reading, block.span())))
        .collect(Collectors.joining("\n"));
  }

  private static String block(Block block, String text) {
    return "%s %d %d-%d %s"
        .formatted(
            block.kind(),
            block.level(),
            block.firstLine(),
            block.lastLine(),
            text.replace("\n", "⏎").replace("\r", "␍"));
  }

  /** Kind, text, and the target where there is one. */
  public static List<String> marks(Reading reading) {
    return reading.marks().stream().map(mark -> mark(mark, slice(reading, mark.span()))).toList();
  }

  private static String mark(Mark mark, String text) {
    return mark.kind() + " " + text + (mark.target().isEmpty() ? "" : " → " + mark.target());
  }

  /** The text of a span. */
  public static String slice(Reading reading, Span span) {
    String text = reading.text();
    int start = text.offsetByCodePoints(0, span.start());
    return text.substring(start, text.offsetByCodePoints(start, span.length()));
  }
}
