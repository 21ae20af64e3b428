package io.confnotes.ingest.segment;

import io.confnotes.ingest.read.text.Block;
import io.confnotes.ingest.read.text.Reading;
import io.confnotes.ingest.read.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a document that belongs to no talk.
 *
 * @param span whole blocks of the reading text
 * @param firstLine line of the source, from 1
 * @param lastLine at least {@code firstLine}
 */
public record LeftOut(Span span, int firstLine, int lastLine) {

  /** The stretches between the talks of a reading, in the order of the text. */
  public static List<LeftOut> of(Reading reading, List<TalkNotes> talks) {
    List<LeftOut> found = new ArrayList<>();
    int next = 0;
    boolean open = false;
    for (Block block : reading.blocks()) {
      while (next < talks.size() && talks.get(next).span().end() <= block.span().start()) {
        next++;
      }
      boolean outside =
          next == talks.size() || block.span().start() < talks.get(next).span().start();
      if (outside) {
        LeftOut before = open ? found.removeLast() : null;
        int start = before == null ? block.span().start() : before.span().start();
        int end = Math.min(block.span().end(), startOfNext(talks, next, block));
        int line = before == null ? block.firstLine() : before.firstLine();
        found.add(new LeftOut(new Span(start, end), line, Math.max(line, block.lastLine())));
      }
      open = outside;
    }
    return found;
  }

  private static int startOfNext(List<TalkNotes> talks, int next, Block block) {
    return next == talks.size() ? block.span().end() : talks.get(next).span().start();
  }
}
