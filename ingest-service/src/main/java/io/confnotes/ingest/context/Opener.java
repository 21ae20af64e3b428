package io.confnotes.ingest.context;

import io.confnotes.ingest.read.text.Block;
import io.confnotes.ingest.read.text.CodePoints;
import io.confnotes.ingest.read.text.Mark;
import io.confnotes.ingest.read.text.Reading;
import io.confnotes.ingest.segment.line.TitleLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line among the first of a document, where event and date are looked for.
 *
 * @param text at most {@value #LONGEST} UTF-16 units of it
 * @param field the front matter key whose value it is, else empty
 * @param heading whether its author set it apart as a heading
 */
record Opener(String text, String field, boolean heading) {

  private static final int MOST_BLOCKS = 60;
  private static final int MOST_LINES = 200;
  private static final int LONGEST = 400;
  private static final int LONGEST_LABEL = 20;

  static List<Opener> of(Reading reading, CodePoints points) {
    Map<Integer, String> fields = new HashMap<>();
    for (Mark mark : reading.marks()) {
      if (mark.kind() == Mark.Kind.FIELD) {
        fields.put(mark.span().start(), mark.target());
      }
    }
    List<Opener> openers = new ArrayList<>();
    for (Block block :
        reading.blocks().subList(0, Math.min(MOST_BLOCKS, reading.blocks().size()))) {
      String field = fields.getOrDefault(block.span().start(), "");
      boolean heading = block.kind() == Block.Kind.HEADING;
      int from = points.toUtf16(block.span().start());
      int end = points.toUtf16(block.span().end());
      while (from < end && openers.size() < MOST_LINES) {
        int newLine = reading.text().indexOf('\n', from);
        int to = newLine < 0 || newLine > end ? end : newLine;
        String line = reading.text().substring(from, Math.min(to, from + LONGEST)).strip();
        if (!line.isEmpty()) {
          openers.add(new Opener(line, field, heading));
        }
        from = to + 1;
      }
    }
    return openers;
  }

  /**
   * What follows a label and a colon at the beginning of the line; null where there is none.
   *
   * @param labels in lower case
   */
  @Nullable String behind(Set<String> labels) {
    for (int i = 0; i < Math.min(text.length(), LONGEST_LABEL); i++) {
      char c = text.charAt(i);
      if (c == ':' || c == '：') {
        String label = TitleLine.clean(text.substring(0, i)).toLowerCase(Locale.ROOT);
        return labels.contains(label) ? text.substring(i + 1) : null;
      }
    }
    return null;
  }
}
