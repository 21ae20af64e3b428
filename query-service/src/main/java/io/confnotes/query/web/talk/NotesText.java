package io.confnotes.query.web.talk;

import io.confnotes.query.talk.Span;
import io.confnotes.query.talk.TalkNotes;
import io.confnotes.query.talk.TalkNotes.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The text of notes as a page shows it: headings, paragraphs, lists, quotes and code, with the key
 * points marked. The lines of title and speakers in front of the first block are left out: the page
 * shows them already.
 */
record NotesText(List<Part> parts) {

  private static final String LIST_ITEM = "list-item";
  private static final String LIST = "list";
  private static final String REST = "paragraph";

  /** One element of the page; of a list, all items that follow each other. */
  record Part(String kind, List<Passage> passages) {}

  /** A block, or what lies between blocks. */
  record Passage(int level, List<Piece> pieces) {}

  /** The text of notes that were read with it. */
  static NotesText of(TalkNotes notes) {
    String text = Objects.requireNonNull(notes.text());
    int[] codePoints = text.codePoints().toArray();
    int start = notes.span().start();
    List<Span> points =
        notes.keyPoints().stream().map(point -> moved(point.span(), start)).toList();
    List<Part> parts = new ArrayList<>();
    int at = 0;
    for (Block block : Objects.requireNonNull(notes.blocks())) {
      Span span = moved(block.span(), start);
      if (span.start() < at || span.end() > codePoints.length) {
        continue;
      }
      if (at > 0) {
        addRest(parts, codePoints, at, span.start(), points);
      }
      Passage passage = passage(codePoints, block.level(), span, points);
      if (!block.kind().equals(LIST_ITEM)) {
        parts.add(new Part(block.kind(), List.of(passage)));
      } else if (!parts.isEmpty() && parts.getLast().kind().equals(LIST)) {
        parts.getLast().passages().add(passage);
      } else {
        parts.add(new Part(LIST, new ArrayList<>(List.of(passage))));
      }
      at = span.end();
    }
    addRest(parts, codePoints, at, codePoints.length, points);
    return new NotesText(parts);
  }

  /** What is in no block is shown as well, unless it is only a bullet, a number or such. */
  private static void addRest(
      List<Part> parts, int[] codePoints, int from, int to, List<Span> points) {
    for (int at = from; at < to; at++) {
      if (Character.isLetter(codePoints[at])) {
        Passage passage = passage(codePoints, 0, new Span(from, to), points);
        parts.add(new Part(REST, List.of(passage)));
        return;
      }
    }
  }

  private static Passage passage(int[] codePoints, int level, Span span, List<Span> points) {
    String text = new String(codePoints, span.start(), span.end() - span.start());
    List<Span> within = points.stream().map(point -> moved(point, span.start())).toList();
    return new Passage(level, Piece.cut(text, within));
  }

  private static Span moved(Span span, int by) {
    return new Span(span.start() - by, span.end() - by);
  }
}
