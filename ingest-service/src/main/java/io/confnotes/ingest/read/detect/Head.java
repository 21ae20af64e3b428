package io.confnotes.ingest.read.detect;

import io.confnotes.ingest.read.frontmatter.FrontMatter;
import io.confnotes.ingest.read.text.SourceLines;
import java.util.ArrayList;
import java.util.List;

/**
 * The first lines of a text, as far as they tell its format.
 *
 * @param lines without front matter and without what stands between fences; cut at {@value
 *     #LONGEST_LINE} units
 * @param frontMatter whether the text begins with front matter
 * @param fences how many pairs of fences there are
 */
record Head(List<String> lines, boolean frontMatter, int fences) {

  private static final int MOST_LINES = 1_000;
  private static final int MOST_UNITS = 1 << 17;
  private static final int LONGEST_LINE = 400;

  static Head of(String source) {
    FrontMatter frontMatter = FrontMatter.of(source);
    int from = frontMatter.length();
    String start = source.substring(from, Math.min(source.length(), from + MOST_UNITS));
    List<String> open = new ArrayList<>();
    List<String> fenced = new ArrayList<>();
    int fences = 0;
    for (SourceLines.Line line : SourceLines.of(start).stream().limit(MOST_LINES).toList()) {
      int end = Math.min(line.end(), line.start() + LONGEST_LINE);
      String text = start.substring(line.start(), end).stripTrailing();
      boolean fence = text.stripLeading().startsWith("```");
      if (fence && !fenced.isEmpty()) {
        fenced.clear();
        fences++;
      } else if (fence || !fenced.isEmpty()) {
        fenced.add(text);
      } else {
        open.add(text);
      }
    }
    open.addAll(fenced);
    return new Head(List.copyOf(open), frontMatter.length() > 0, fences);
  }

  /** The line at a place; an empty one outside of the text. */
  String line(int place) {
    return place >= 0 && place < lines.size() ? lines.get(place) : "";
  }
}
