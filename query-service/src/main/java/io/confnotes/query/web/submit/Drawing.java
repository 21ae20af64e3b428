package io.confnotes.query.web.submit;

import io.confnotes.query.web.submit.Outline.Beginning;
import io.confnotes.query.web.submit.Outline.Line;
import io.confnotes.query.web.submit.Outline.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Draws what was understood into the text, from its first line to the last. Not thread-safe. */
final class Drawing {

  /**
   * A line and where it is in the reading text.
   *
   * @param start in code points
   */
  private record Row(int start, Line line) {}

  private final Preview preview;
  private final IntPredicate corrected;
  private final List<Stretch> stretches = new ArrayList<>();
  private int nextTalk;
  private int nextGap;
  private boolean inTalk;

  private Drawing(Preview preview, IntPredicate corrected) {
    this.preview = preview;
    this.corrected = corrected;
  }

  /**
   * Draws it.
   *
   * @param corrected whether somebody said something about a line
   */
  static Outline of(Preview preview, IntPredicate corrected) {
    Drawing drawing = new Drawing(preview, corrected);
    drawing.rows().forEach(drawing::add);
    // What has no line after it, such as the title of an empty text
    drawing.beginTalks(Integer.MAX_VALUE);
    return new Outline(
        preview.event(),
        preview.date(),
        preview.talks().size() + preview.moreTalks(),
        drawing.stretches,
        preview.moreBlocks() > 0);
  }

  private void add(Row row) {
    boolean leftOut = isLeftOut(row.start());
    if (!leftOut) {
      beginTalks(row.line().number());
    }
    if (stretches.isEmpty() || leftOut == inTalk) {
      begin(null);
      inTalk = !leftOut;
    }
    Stretch stretch = stretches.getLast();
    boolean first = stretch.talk() != null && stretch.talk().talk().line() == row.line().number();
    stretch.lines().add(first ? row.line().withoutOffer() : row.line());
  }

  private boolean isLeftOut(int start) {
    List<Preview.LeftOut> gaps = preview.leftOut();
    while (nextGap < gaps.size() && gaps.get(nextGap).span().end() <= start) {
      nextGap++;
    }
    return nextGap < gaps.size() && gaps.get(nextGap).span().start() <= start;
  }

  private void beginTalks(int line) {
    while (nextTalk < preview.talks().size() && preview.talks().get(nextTalk).line() <= line) {
      Preview.Talk talk = preview.talks().get(nextTalk++);
      begin(new Beginning(nextTalk, talk, corrected.test(talk.line())));
      inTalk = true;
    }
  }

  private void begin(@Nullable Beginning talk) {
    stretches.add(new Stretch(talk, new ArrayList<>()));
  }

  private List<Row> rows() {
    int[] text = preview.readingText().codePoints().toArray();
    List<Row> rows = new ArrayList<>();
    int at = 0;
    for (Preview.Block block : preview.blocks()) {
      int end = Math.min(block.span().end(), text.length);
      if (block.span().start() >= at && block.span().start() < end) {
        addRows(rows, block, new String(text, block.span().start(), end - block.span().start()));
        at = end;
      }
    }
    return rows;
  }

  /** Lines of a block have a number each where they are as many as in the source. */
  private void addRows(List<Row> rows, Preview.Block block, String text) {
    List<String> lines = text.lines().toList();
    boolean each = lines.size() == block.lastLine() - block.firstLine() + 1;
    int start = block.span().start();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int number = i == 0 || each ? block.firstLine() + i : 0;
      if (!line.isBlank()) {
        boolean said = number > 0 && corrected.test(number);
        rows.add(
            new Row(start, new Line(number, line, block.kind(), block.level(), said, number > 0)));
      }
      start += line.codePointCount(0, line.length()) + 1;
    }
  }
}
