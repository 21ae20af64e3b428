package io.confnotes.ingest.context;

import io.confnotes.ingest.read.text.Block;
import io.confnotes.ingest.read.text.CodePoints;
import io.confnotes.ingest.read.text.Reading;
import io.confnotes.ingest.read.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document says about its event and its days.
 *
 * @param event the conference edition, null where none was found
 * @param date an ISO 8601 year, month or day, null where none was found
 * @param days headings that name a day, in the order of the text
 */
public record Context(@Nullable Found event, @Nullable Found date, List<Day> days) {

  /**
   * A heading that names a day.
   *
   * @param start code point of the reading text where it begins
   * @param date an ISO 8601 day
   */
  public record Day(int start, String date) {}

  private static final int LONGEST_HEADING = 200;
  private static final int MOST_HEADINGS = 5_000;

  public Context {
    days = List.copyOf(days);
  }

  /**
   * Reads a document's context: what front matter says, then labelled lines and headings, then the
   * path, then prose. Looks at a bounded number of blocks.
   *
   * @param path file name and folders, null where the document came without
   */
  public static Context of(Reading reading, @Nullable String path) {
    CodePoints points = CodePoints.of(reading.text());
    List<Opener> openers = Opener.of(reading, points);
    Found event = EventFinder.find(openers, path);
    return new Context(event, DateFinder.find(openers, path, event), days(reading, points));
  }

  /** The day that the last heading before a talk, or its own, names; null where none does. */
  public @Nullable String dayOf(Span talk) {
    int from = 0;
    int to = days.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (days.get(middle).start() <= talk.start()) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from == 0 ? null : days.get(from - 1).date();
  }

  private static List<Day> days(Reading reading, CodePoints points) {
    List<Day> days = new ArrayList<>();
    int headings = 0;
    for (Block block : reading.blocks()) {
      boolean heading = block.kind() == Block.Kind.HEADING && block.span().length() > 0;
      if (heading && block.span().length() <= LONGEST_HEADING && headings++ < MOST_HEADINGS) {
        int start = points.toUtf16(block.span().start());
        int end = points.toUtf16(block.span().end());
        String date = DateText.find(reading.text().substring(start, end));
        if (date != null && date.length() == DateText.DAY_LENGTH) {
          days.add(new Day(block.span().start(), date));
        }
      }
    }
    return days;
  }
}
