package io.confnotes.ingest.read.light.lines;

import io.confnotes.ingest.read.text.SourceLines;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of the source.
 *
 * @param number from 1
 * @param indent columns before its text; a tab goes on to the next multiple of eight
 * @param text without the white space around it
 * @param raw with the white space before it
 */
public record LightLine(int number, int indent, String text, String raw) {

  private static final int TAB = 8;

  /** The lines of a source without so many at its start. */
  public static List<LightLine> of(String source, int skipped) {
    List<SourceLines.Line> lines = SourceLines.of(source);
    List<LightLine> found = new ArrayList<>(lines.size());
    for (SourceLines.Line line : lines.subList(skipped, lines.size())) {
      String raw = source.substring(line.start(), line.end()).stripTrailing();
      String text = raw.stripLeading();
      found.add(
          new LightLine(line.number(), columns(raw, raw.length() - text.length()), text, raw));
    }
    return found;
  }

  private static int columns(String raw, int length) {
    int columns = 0;
    for (int i = 0; i < length; i++) {
      columns = raw.charAt(i) == '\t' ? (columns / TAB + 1) * TAB : columns + 1;
    }
    return columns;
  }

  public boolean isBlank() {
    return text.isEmpty();
  }

  /** Whether it is nothing but one sign, at least so many times. */
  public boolean isRuleOf(char sign, int least) {
    return text.length() >= least && text.chars().allMatch(c -> c == sign);
  }
}
