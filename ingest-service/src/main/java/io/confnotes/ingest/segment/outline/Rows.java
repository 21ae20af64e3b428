package io.confnotes.ingest.segment.outline;

import io.confnotes.ingest.read.text.Block;
import io.confnotes.ingest.read.text.CodePoints;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.read.text.Mark;
import io.confnotes.ingest.read.text.Reading;
import io.confnotes.ingest.segment.line.SlotLabel;
import io.confnotes.ingest.segment.word.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a reading apart into rows. */
public final class Rows {

  private static final int MOST_PARTS = 8;
  private static final int LONGEST_PART = 300;

  /** Somebody's own page on a network. */
  private static final Pattern PROFILE =
      Pattern.compile(
          "https?://(?:(?:www\\.|mobile\\.)?(?:twitter\\.com|x\\.com|github\\.com|bsky\\.app/profile|threads\\.net)/@?[\\w.-]{2,40}/?(?:[?#]|$)"
              + "|[\\w.]{2,20}\\.linkedin\\.com/in/|linkedin\\.com/in/|[\\w.-]{4,60}/@[\\w.-]{2,40}/?$)",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_PICTURE = 40;
  private static final Pattern PICTURE = Pattern.compile(":[a-z][a-z0-9_+-]+:");

  private static final Marks NONE = new Marks();

  private final Reading reading;
  private final CodePoints points;
  private final List<Row> rows = new ArrayList<>();
  private int nextMark;

  private Rows(Reading reading, CodePoints points) {
    this.reading = reading;
    this.points = points;
  }

  public static List<Row> of(Reading reading, CodePoints points) {
    Rows rows = new Rows(reading, points);
    for (int i = 0; i < reading.blocks().size(); i++) {
      rows.add(reading.blocks().get(i), i);
    }
    return rows.rows;
  }

  private void add(Block block, int blockIndex) {
    int start = points.toUtf16(block.span().start());
    int end = points.toUtf16(block.span().end());
    boolean whole = reading.format() == Format.PLAIN || block.kind() == Block.Kind.CODE;
    int line = block.firstLine();
    for (int from = start; from < end; line++) {
      int to = whole ? end : reading.text().indexOf('\n', from);
      to = to < 0 || to > end ? end : to;
      add(block, blockIndex, from, to, Math.min(line, block.lastLine()));
      from = to + 1;
    }
  }

  private void add(Block block, int blockIndex, int from, int to, int line) {
    String text = reading.text();
    int start = from;
    int end = to;
    start = behindNoise(start, end);
    while (end > start && isNoise(text.charAt(end - 1))) {
      end--;
    }
    if (start == end) {
      return;
    }
    Marks marks = marks(start, end);
    if (marks.isContext()) {
      return;
    }
    String words = text.substring(start, end);
    rows.add(
        new Row(
            block,
            blockIndex,
            from,
            to,
            line,
            words,
            marks.strong,
            List.copyOf(marks.parts),
            List.copyOf(marks.profiles),
            marks.linked >= end - start - 2,
            marks.field,
            marks.inferred,
            SlotLabel.of(words)));
  }

  /** Behind white space, marks, pictures, and names of pictures such as {@code :wave:}. */
  private int behindNoise(int from, int end) {
    String text = reading.text();
    int start = from;
    while (start < end) {
      if (text.charAt(start) == ':') {
        Matcher picture =
            PICTURE.matcher(text).region(start, Math.min(end, start + LONGEST_PICTURE));
        if (!picture.lookingAt()) {
          return start;
        }
        start = picture.end();
      } else if (isNoiseInFront(text.codePointAt(start))) {
        start += Character.charCount(text.codePointAt(start));
      } else {
        return start;
      }
    }
    return start;
  }

  private static final class Marks {
    final List<String> parts = new ArrayList<>();
    final List<String> profiles = new ArrayList<>();
    String strong = "";
    String field = "";
    int linked;
    boolean inferred;

    /** The event and the day of a document are neither titles nor notes. */
    boolean isContext() {
      return field.equals("event") || field.equals("date");
    }
  }

  /** Reads the marks that begin within a row; those before it were read with earlier rows. */
  private Marks marks(int start, int end) {
    List<Mark> marks = reading.marks();
    if (nextMark == marks.size() || points.toUtf16(marks.get(nextMark).span().start()) >= end) {
      return NONE;
    }
    Marks found = new Marks();
    while (nextMark < marks.size() && points.toUtf16(marks.get(nextMark).span().start()) < end) {
      Mark mark = marks.get(nextMark++);
      int markStart = Math.max(start, points.toUtf16(mark.span().start()));
      int markEnd = Math.min(end, points.toUtf16(mark.span().end()));
      if (markEnd <= markStart) {
        continue;
      }
      boolean apart = mark.kind() != Mark.Kind.FIELD && mark.kind() != Mark.Kind.INFERRED;
      if (apart && found.parts.size() < MOST_PARTS && markEnd - markStart <= LONGEST_PART) {
        String words = PlainText.collapsed(reading.text().substring(markStart, markEnd));
        found.parts.add(words);
        if (mark.kind() == Mark.Kind.LINK && PROFILE.matcher(mark.target()).lookingAt()) {
          found.profiles.add(words);
        }
      }
      switch (mark.kind()) {
        case STRONG -> {
          if (markStart <= start + 1 && found.strong.isEmpty()) {
            found.strong = reading.text().substring(markStart, markEnd).strip();
          }
        }
        case LINK -> found.linked += markEnd - markStart;
        case FIELD -> found.field = mark.target();
        case INFERRED -> found.inferred = true;
        case EMPHASIS -> {
          // says nothing about structure
        }
      }
    }
    return found;
  }

  /** Pictures and signs such as a square also mark titles. */
  private static boolean isNoiseInFront(int c) {
    return Character.getType(c) == Character.OTHER_SYMBOL
        || c == '\uFE0F'
        || c == '\u200D'
        || (c <= Character.MAX_VALUE && isNoise((char) c));
  }

  private static boolean isNoise(char c) {
    return Character.isWhitespace(c)
        || c == '\u00A0'
        || c == '*'
        || c == '_'
        || c == '\u3000'
        || c == '\u200B';
  }
}
