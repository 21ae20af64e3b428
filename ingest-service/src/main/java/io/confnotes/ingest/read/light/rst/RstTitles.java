package io.confnotes.ingest.read.light.rst;

import io.confnotes.ingest.read.light.lines.LightLine;
import java.util.ArrayList;
import java.util.List;

/**
 * Titles with a line of signs below, or below and above. Each sort of line is a level of its own,
 * in the order of first appearance.
 */
final class RstTitles {

  /** A line shorter than its title is taken for one from this length on. */
  private static final int LONG_ENOUGH = 4;

  private static final String SIGNS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private final List<LightLine> lines;
  private final List<String> styles = new ArrayList<>();

  RstTitles(List<LightLine> lines) {
    this.lines = lines;
  }

  /** Whether a line has nothing but one sign, at least twice. */
  static boolean isAdornment(LightLine line) {
    String text = line.text();
    return text.length() >= 2
        && SIGNS.indexOf(text.charAt(0)) >= 0
        && line.isRuleOf(text.charAt(0), 2)
        && !text.equals("..")
        && !text.equals("::");
  }

  /** How many lines the title takes that begins at a place: 2 or 3; 0 where none begins. */
  int linesAt(int place) {
    LightLine first = lines.get(place);
    if (first.indent() > 0 || place + 1 >= lines.size()) {
      return 0;
    }
    LightLine second = lines.get(place + 1);
    if (isAdornment(first)) {
      boolean closed = place + 2 < lines.size() && !second.isBlank() && !isAdornment(second);
      LightLine third = closed ? lines.get(place + 2) : second;
      boolean same = third.text().startsWith(first.text().substring(0, 2)) && isAdornment(third);
      return closed && same && fits(second, third) && fits(second, first) ? 3 : 0;
    }
    return isAdornment(second) && fits(first, second) ? 2 : 0;
  }

  private static boolean fits(LightLine title, LightLine adornment) {
    int width = title.text().codePointCount(0, title.text().length());
    return adornment.indent() == 0 && adornment.text().length() >= Math.min(width, LONG_ENOUGH);
  }

  /** Whether the line of signs right below a line is exactly as long. */
  boolean isUnderlinedExactly(int place) {
    return lines.get(place).text().length() == lines.get(place + 1).text().length();
  }

  /** The level of the title that takes so many lines at a place. */
  int level(int place, int count) {
    String style = count + lines.get(place + count - 1).text().substring(0, 1);
    if (!styles.contains(style)) {
      styles.add(style);
    }
    return styles.indexOf(style) + 1;
  }
}
