package io.confnotes.ingest.read.frontmatter;

import io.confnotes.ingest.read.frontmatter.Value.Entry;
import io.confnotes.ingest.read.text.Block;
import io.confnotes.ingest.read.text.Mark;
import io.confnotes.ingest.read.text.ReadingText;
import io.confnotes.ingest.read.text.SourceLines;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The front matter that opens a Markdown or HTML source: YAML between {@code ---}, TOML between
 * {@code +++}, a JSON object, or lines of keys and values without a fence. Only what says what a
 * document is about and who spoke is kept.
 *
 * @param length UTF-16 length of the front matter with its fences; 0 without front matter
 * @param lines how many lines it takes
 * @param fields what was understood: event, date, title, subtitle, speakers
 */
public record FrontMatter(int length, int lines, List<Field> fields) {

  /** Key of the title's field. */
  public static final String TITLE = "title";

  /** Key of the subtitle's field. */
  public static final String SUBTITLE = "subtitle";

  /** Key of a field with one or more speakers. */
  public static final String SPEAKER = "speaker";

  /** Key of the field with the event's name. */
  public static final String EVENT = "event";

  /** Key of the field with the day of the talk or event, else of the document. */
  public static final String DATE = "date";

  /**
   * A value and its line.
   *
   * @param key one of the constants of {@link FrontMatter}
   * @param line from 1
   */
  public record Field(String key, String value, int line) {}

  private static final int MOST_LINES = 2_000;
  private static final int MOST_UNFENCED = 40;
  private static final int LONGEST_UNFENCED = 400;
  private static final int FEWEST_KNOWN = 2;
  private static final FrontMatter NONE = new FrontMatter(0, 0, List.of());

  /** Finds the front matter of a source; blank lines may stand before it. */
  public static FrontMatter of(String source) {
    int start = 0;
    while (start < source.length() && Character.isWhitespace(source.charAt(start))) {
      start++;
    }
    boolean fenced = start < source.length() && "-+{".indexOf(source.charAt(start)) >= 0;
    if (!fenced && !opensUnfenced(source, start)) {
      return NONE;
    }
    List<SourceLines.Line> lines = SourceLines.of(source);
    int first = 0;
    while (textOf(source, lines.get(first)).isBlank()) {
      first++;
    }
    if (!fenced) {
      return unfenced(source, lines, first);
    }
    Notation notation = Notation.openedBy(textOf(source, lines.get(first)));
    return notation == null ? NONE : read(notation, source, lines, first);
  }

  private static boolean opensUnfenced(String source, int start) {
    int end = source.indexOf('\n', start);
    int length = (end < 0 ? source.length() : end) - start;
    return length > 0
        && length <= LONGEST_UNFENCED
        && isKnownEntry(source.substring(start, start + length));
  }

  private static boolean isKnownEntry(String line) {
    int separator = SourceEntry.separator(line.strip());
    return separator > 0 && FieldKey.isKnown(FieldKey.normal(line.strip().substring(0, separator)));
  }

  /** Lines of keys and values up to the first blank one, as in Pelican and MultiMarkdown. */
  private static FrontMatter unfenced(String source, List<SourceLines.Line> lines, int first) {
    List<String> inner = new ArrayList<>();
    int known = 0;
    boolean title = false;
    for (int i = first; i < lines.size() && !textOf(source, lines.get(i)).isBlank(); i++) {
      String line = textOf(source, lines.get(i));
      boolean continued = !inner.isEmpty() && Character.isWhitespace(line.charAt(0));
      if (inner.size() == MOST_UNFENCED || !(continued || Notation.opensEntry(line))) {
        return NONE;
      }
      known += isKnownEntry(line) ? 1 : 0;
      title |= line.regionMatches(true, 0, TITLE, 0, TITLE.length());
      inner.add(line);
    }
    int behind = first + inner.size();
    return known >= FEWEST_KNOWN && title
        ? new FrontMatter(
            lines.get(behind - 1).end(), behind, Fields.of(Notation.plain(inner, first + 1)))
        : NONE;
  }

  private static FrontMatter read(
      Notation notation, String source, List<SourceLines.Line> lines, int first) {
    int end = Math.min(lines.size(), first + MOST_LINES);
    for (int i = first + 1; i < end; i++) {
      if (notation.isClosedBy(textOf(source, lines.get(i)))) {
        List<String> inner =
            lines.subList(first + 1, i).stream().map(line -> textOf(source, line)).toList();
        List<Entry> entries = notation.read(inner, first + 2);
        boolean empty = i == first + 1;
        return empty || isFrontMatter(inner, entries)
            ? new FrontMatter(lines.get(i).end(), i + 1, Fields.of(entries))
            : NONE;
      }
    }
    return NONE;
  }

  /** A rule followed by prose and another rule is no front matter. */
  private static boolean isFrontMatter(List<String> lines, List<Entry> entries) {
    String first = lines.stream().filter(line -> !line.startsWith("#")).findFirst().orElse("");
    boolean known =
        entries.stream().anyMatch(entry -> FieldKey.isKnown(FieldKey.normal(entry.key())));
    return !first.isBlank() && Notation.opensEntry(first) && (known || entries.size() >= 2);
  }

  private static String textOf(String source, SourceLines.Line line) {
    return source.substring(line.start(), line.end());
  }

  /** A field with the day that a text begins with, year first; null if it begins otherwise. */
  public static @Nullable Field day(String text, int line) {
    return FieldDate.iso(text, line);
  }

  /** Whether one of the fields has this key. */
  public boolean has(String key) {
    return fields.stream().anyMatch(field -> field.key().equals(key));
  }

  /** Writes the fields into the reading text: the title as a heading, the rest as paragraphs. */
  public void writeTo(ReadingText text) {
    for (Field field : fields) {
      write(text, field);
    }
  }

  /** Writes a field as a block of its own. */
  public static void write(ReadingText text, Field field) {
    text.startBlock();
    text.openMark(Mark.Kind.FIELD, field.key());
    text.append(field.value());
    text.closeMark();
    boolean title = field.key().equals(TITLE);
    Block.Kind kind = title ? Block.Kind.HEADING : Block.Kind.PARAGRAPH;
    text.endBlock(kind, title ? 1 : 0, field.line(), field.line());
  }
}
