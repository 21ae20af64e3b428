package io.confnotes.ingest.segment.speaker;

import io.confnotes.ingest.segment.line.DateTail;
import io.confnotes.ingest.segment.line.TitleLine;
import io.confnotes.ingest.segment.outline.MetaLine;
import io.confnotes.ingest.segment.outline.Row;
import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.people.Person;
import io.confnotes.ingest.segment.people.SpeakerLabel;
import io.confnotes.ingest.segment.word.PlainText;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The people that rows name, and what announces them. Each row is looked at from several titles
 * above it, and read once. Not thread-safe.
 */
public final class RowNames {

  private static final double LIKELY = 0.5;
  private static final double SURE = 0.9;
  private static final int SEVERAL = 2;
  private static final int MOST_AFFILIATION_WORDS = 4;

  private final List<Row> rows;
  private final @Nullable People[] all;
  private final @Nullable People[] strict;
  private final @Nullable People[] bare;
  private final BitSet labelRead = new BitSet();
  private final @Nullable String[] labels;
  private final BitSet metaRead = new BitSet();
  private final BitSet meta = new BitSet();
  private @Nullable Boolean titlesJoined;
  private int @Nullable [] labelHeadings;

  public RowNames(List<Row> rows) {
    this.rows = rows;
    this.all = new People[rows.size()];
    this.strict = new People[rows.size()];
    this.bare = new People[rows.size()];
    this.labels = new String[rows.size()];
  }

  /**
   * What follows a label like "Speaker:" that the row begins with; empty where the row is nothing
   * else, null where there is none.
   */
  public @Nullable String label(int row) {
    if (!labelRead.get(row)) {
      labelRead.set(row);
      String text = rows.get(row).text();
      String rest = SpeakerLabel.rest(text);
      labels[row] = rest == null && SpeakerLabel.isLabel(text) ? "" : rest;
    }
    return labels[row];
  }

  /**
   * The only heading between two rows that is a label of speakers, wherever in a talk it stands; -1
   * where there is none, or several, as in a document of several talks.
   */
  int onlyLabelHeading(int from, int to) {
    if (labelHeadings == null) {
      labelHeadings =
          IntStream.range(0, rows.size())
              .filter(i -> rows.get(i).isHeading() && SpeakerLabel.isLabel(rows.get(i).text()))
              .toArray();
    }
    int at = Arrays.binarySearch(labelHeadings, from);
    int first = at < 0 ? -at - 1 : at;
    boolean one = first < labelHeadings.length && labelHeadings[first] < to;
    boolean more = first + 1 < labelHeadings.length && labelHeadings[first + 1] < to;
    return one && !more ? labelHeadings[first] : -1;
  }

  /** Whether it may stand between a title and its speakers. */
  boolean isMeta(int row) {
    if (!metaRead.get(row)) {
      metaRead.set(row);
      meta.set(row, MetaLine.isMeta(rows.get(row)));
    }
    return meta.get(row);
  }

  /** The row as a list of people. */
  public People of(int row) {
    boolean joined = Person.mayHaveSignJoin(rows.get(row).text());
    return joined ? read(all, row, i -> People.of(text(i))) : strictly(row);
  }

  /** The same, where what follows a dash may be a title and no affiliation. */
  public People strictly(int row) {
    return read(strict, row, i -> People.strictly(text(i)));
  }

  /** What the row says, with a comma where bold letters end: "**Jane Doe** Initech". */
  private String text(int row) {
    String text = DateTail.without(rows.get(row).text());
    String strong = rows.get(row).strong();
    if (strong.isEmpty() || !text.startsWith(strong)) {
      return text;
    }
    String rest = text.substring(strong.length());
    String behind = rest.strip();
    boolean affiliation =
        !behind.isEmpty()
            && Character.isWhitespace(rest.charAt(0))
            && Character.isUpperCase(behind.codePointAt(0))
            && PlainText.words(behind) <= MOST_AFFILIATION_WORDS;
    return affiliation ? strong + ", " + behind : text;
  }

  /**
   * The row without the "by" it may begin with; what follows a dash is believed to be an
   * affiliation behind a sure name only.
   */
  People bare(int row) {
    return read(bare, row, this::readBare);
  }

  private People readBare(int row) {
    String by = SpeakerLabel.restAfterWords(rows.get(row).text());
    People people = by == null ? strictly(row) : People.strictly(by);
    if (people.score() >= LIKELY) {
      return people;
    }
    People joined = by == null ? of(row) : People.of(by);
    return joined.score() >= SURE && !titlesAreJoined() ? joined : people;
  }

  /**
   * Whether what follows the dash of "Jane Doe - Oil" is a title in this document: most such lines
   * have none above them.
   */
  private boolean titlesAreJoined() {
    if (titlesJoined == null) {
      int all = 0;
      int alone = 0;
      for (int i = 0; i < rows.size(); i++) {
        Row row = rows.get(i);
        if (row.isParagraph() && row.isShort() && isJoined(row.text())) {
          all++;
          alone += i == 0 || !isTitle(rows.get(i - 1)) ? 1 : 0;
        }
      }
      titlesJoined = alone >= SEVERAL && alone * 2 > all;
    }
    return titlesJoined;
  }

  private static boolean isJoined(String text) {
    int dash = Person.firstDash(text);
    return dash > 0 && People.strictly(text.substring(0, dash)).score() >= SURE;
  }

  private static boolean isTitle(Row row) {
    return row.isHeading()
        || (row.isParagraph() && row.isShort() && TitleLine.isStandalone(row.text()));
  }

  private static People read(@Nullable People[] known, int row, IntFunction<People> reading) {
    People people = known[row];
    if (people == null) {
      people = reading.apply(row);
      known[row] = people;
    }
    return people;
  }
}
