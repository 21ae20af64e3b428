package io.confnotes.ingest.segment;

import io.confnotes.ingest.read.text.Block;
import io.confnotes.ingest.read.text.CodePoints;
import io.confnotes.ingest.read.text.Reading;
import io.confnotes.ingest.read.text.Span;
import io.confnotes.ingest.segment.opening.Opening;
import io.confnotes.ingest.segment.outline.Outline;
import io.confnotes.ingest.segment.outline.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes talk notes of the openings: where each talk ends, and which blocks are its own. */
final class Assembly {

  private final Reading reading;
  private final CodePoints points;
  private final List<Row> rows;
  private final Outline outline;
  private final List<Opening> openings;

  Assembly(
      Reading reading, CodePoints points, List<Row> rows, Outline outline, List<Opening> openings) {
    this.reading = reading;
    this.points = points;
    this.rows = rows;
    this.outline = outline;
    this.openings = openings;
  }

  List<TalkNotes> talks() {
    int[] sectionEnd = new int[rows.size()];
    for (Outline.Heading heading : outline.headings()) {
      sectionEnd[heading.row()] = heading.end();
    }
    List<TalkNotes> talks = new ArrayList<>();
    int free = 0;
    for (int i = 0; i < openings.size(); i++) {
      Opening opening = openings.get(i);
      if (opening.firstRow() < free) {
        continue;
      }
      int next = i + 1 < openings.size() ? openings.get(i + 1).firstRow() : rows.size();
      int section = sectionEnd[opening.firstRow()];
      int last = opening.used().getLast() + 1;
      int end =
          Math.max(last, Math.min(next, section == 0 ? nextHeading(last, next, opening) : section));
      talks.add(talk(opening, end));
      free = end;
    }
    return talks;
  }

  /** A talk that no heading opens ends where the next heading opens something else. */
  private int nextHeading(int from, int to, Opening opening) {
    Outline.Heading above = outline.above(opening.firstRow());
    int level = above == null ? 1 : Math.max(1, rows.get(above.row()).level());
    for (int i = from; i < to; i++) {
      if (rows.get(i).isHeading() && rows.get(i).level() <= level) {
        return i;
      }
    }
    return to;
  }

  private TalkNotes talk(Opening opening, int end) {
    Row first = rows.get(opening.firstRow());
    Row last = rows.get(end - 1);
    boolean fromBlockStart =
        opening.firstRow() == 0
            || rows.get(opening.firstRow() - 1).blockIndex() != first.blockIndex();
    boolean toBlockEnd = end == rows.size() || rows.get(end).blockIndex() != last.blockIndex();
    Span span =
        new Span(
            fromBlockStart ? first.block().span().start() : points.toCodePoint(first.start()),
            toBlockEnd ? last.block().span().end() : points.toCodePoint(last.end()));
    return new TalkNotes(
        opening.title(),
        opening.speakers(),
        first.line(),
        span,
        new Evidence(confidence(opening), opening.reason()),
        title(opening),
        speakers(opening),
        blocks(opening, end));
  }

  private static double confidence(Opening opening) {
    return rounded(1 / (1 + Math.exp(-opening.odds())));
  }

  private static double rounded(double confidence) {
    return Math.round(Math.clamp(confidence, 0.05, 1) * 100) / 100.0;
  }

  private Evidence title(Opening opening) {
    Row row = rows.get(opening.row());
    if (opening.reason().equals(Corrections.REASON)) {
      return new Evidence(1, opening.reason());
    }
    if (row.isTitleField()) {
      return new Evidence(0.95, "front matter");
    }
    if (row.isHeading()) {
      return new Evidence(0.9, "heading of level " + row.level());
    }
    return row.isStrong()
        ? new Evidence(0.8, "line in bold letters")
        : new Evidence(
            row.isListItem() ? 0.6 : 0.7, row.isListItem() ? "list item" : "line of its own");
  }

  private static Evidence speakers(Opening opening) {
    if (!opening.isNamed()) {
      return new Evidence(0.5, "nobody is named");
    }
    double sure = opening.labelled() ? Math.max(0.9, opening.strength()) : opening.strength();
    return new Evidence(rounded(sure), opening.reason());
  }

  /** Whole blocks, and what is left of those that hold title or speakers. */
  private List<Block> blocks(Opening opening, int end) {
    Set<Integer> used = new HashSet<>(opening.used());
    List<Block> blocks = new ArrayList<>();
    if (opening.rest() > 0) {
      blocks.add(rest(rows.get(opening.used().getLast()), opening.rest()));
    }
    for (int i = opening.firstRow(); i < end; ) {
      int block = rows.get(i).blockIndex();
      int from = i;
      boolean whole = from == 0 || rows.get(from - 1).blockIndex() != block;
      while (i < end && rows.get(i).blockIndex() == block) {
        whole &= !used.contains(i);
        i++;
      }
      whole &= i == rows.size() || rows.get(i).blockIndex() != block;
      if (whole) {
        blocks.add(reading.blocks().get(block));
      } else {
        addRest(blocks, used, from, i);
      }
    }
    return blocks;
  }

  /** The notes behind title and speakers on one line. */
  private Block rest(Row row, int from) {
    int start = reading.text().indexOf(row.text(), row.start()) + from;
    Span span = new Span(points.toCodePoint(start), points.toCodePoint(row.end()));
    return new Block(row.block().kind(), row.block().level(), span, row.line(), row.line());
  }

  private void addRest(List<Block> blocks, Set<Integer> used, int from, int to) {
    for (int i = from; i < to; i++) {
      int start = i;
      while (i < to && !used.contains(i)) {
        i++;
      }
      if (i > start) {
        Row first = rows.get(start);
        Row last = rows.get(i - 1);
        Span span = new Span(points.toCodePoint(first.start()), points.toCodePoint(last.end()));
        Block whole = first.block();
        blocks.add(new Block(whole.kind(), whole.level(), span, first.line(), last.line()));
      }
    }
  }
}
