package io.confnotes.ingest.read.frontmatter;

import io.confnotes.ingest.read.text.Block;
import io.confnotes.ingest.read.text.Mark;
import io.confnotes.ingest.read.text.ReadingText;
import io.confnotes.ingest.read.text.SourceLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The front matter (YAML between {@code ---} or TOML between {@code +++}) that opens a Markdown or
 * HTML source. Only scalars and flat lists are understood, and only the keys that say what a
 * document is about and who spoke.
 *
 * @param length UTF-16 length of the front matter with its fences; 0 without front matter
 * @param lines how many lines it takes
 * @param fields what was understood, in order
 */
public record FrontMatter(int length, int lines, List<Field> fields) {

  /** A value and the line of its key. */
  public record Field(String key, String value, int line) {}

  private static final int MOST_LINES = 500;
  private static final Set<String> KEYS =
      Set.of(
          "title",
          "subtitle",
          "speaker",
          "speakers",
          "presenter",
          "presenters",
          "talk",
          "panelists",
          "lecturer",
          "speaker_name",
          "presented_by",
          "by");

  public static FrontMatter of(String source) {
    FrontMatter none = new FrontMatter(0, 0, List.of());
    boolean yaml = source.startsWith("---");
    if (!yaml && !source.startsWith("+++")) {
      return none;
    }
    String fence = source.substring(0, 3);
    List<SourceLines.Line> lines = SourceLines.of(source);
    if (!textOf(source, lines.getFirst()).stripTrailing().equals(fence)) {
      return none;
    }
    for (int i = 1; i < Math.min(lines.size(), MOST_LINES); i++) {
      String line = textOf(source, lines.get(i)).stripTrailing();
      if (line.equals(fence) || (yaml && line.equals("..."))) {
        List<Field> fields = fields(source, lines.subList(1, i));
        boolean known = i == 1 || looksLikeFields(source, lines.get(1), lines.subList(1, i));
        return known ? new FrontMatter(lines.get(i).end(), i + 1, fields) : none;
      }
    }
    return none;
  }

  /** A rule followed by prose and another rule is no front matter. */
  private static boolean looksLikeFields(
      String source, SourceLines.Line first, List<SourceLines.Line> lines) {
    String text = textOf(source, first);
    return lines.stream().anyMatch(line -> separator(textOf(source, line)) > 0)
        && !text.isBlank()
        && !text.startsWith("#  ");
  }

  private static List<Field> fields(String source, List<SourceLines.Line> lines) {
    List<Field> fields = new ArrayList<>();
    String listKey = "";
    for (SourceLines.Line line : lines) {
      String text = textOf(source, line);
      int separator = separator(text);
      if (separator > 0) {
        listKey = text.substring(0, separator).strip().toLowerCase(Locale.ROOT).replace('-', '_');
        add(fields, listKey, text.substring(separator + 1), line.number());
      } else if (text.strip().startsWith("- ")) {
        String item = text.strip().substring(2);
        int name = item.startsWith("name:") ? 5 : 0;
        add(fields, listKey, item.substring(name), line.number());
      }
    }
    return List.copyOf(fields);
  }

  private static void add(List<Field> fields, String key, String raw, int line) {
    String value = unquote(raw.strip());
    if (KEYS.contains(key) && !value.isBlank() && !value.equals("|") && !value.equals(">")) {
      fields.add(new Field(key, value, line));
    }
  }

  /** Where the key of an unindented {@code key: value} or {@code key = value} ends; else -1. */
  private static int separator(String line) {
    int at = 0;
    while (at < line.length()
        && (Character.isLetterOrDigit(line.charAt(at)) || isJoiner(line, at))) {
      at++;
    }
    int sign = at;
    while (sign < line.length() && line.charAt(sign) == ' ') {
      sign++;
    }
    boolean separated =
        sign < line.length() && (line.charAt(sign) == ':' || line.charAt(sign) == '=');
    return at > 0 && separated ? sign : -1;
  }

  private static boolean isJoiner(String line, int at) {
    return line.charAt(at) == '_' || (line.charAt(at) == '-' && at > 0);
  }

  private static String unquote(String value) {
    String inner = value;
    if (inner.length() >= 2 && inner.startsWith("[") && inner.endsWith("]")) {
      inner = inner.substring(1, inner.length() - 1).replace("\"", "").replace("'", "").strip();
    }
    if (inner.length() >= 2 && inner.startsWith("\"") && inner.endsWith("\"")) {
      return inner.substring(1, inner.length() - 1).replace("\\\"", "\"").strip();
    }
    if (inner.length() >= 2 && inner.startsWith("'") && inner.endsWith("'")) {
      return inner.substring(1, inner.length() - 1).replace("''", "'").strip();
    }
    return inner;
  }

  private static String textOf(String source, SourceLines.Line line) {
    return source.substring(line.start(), line.end());
  }

  /** Writes the fields into the reading text: the title as a heading, the rest as paragraphs. */
  public void writeTo(ReadingText text) {
    for (Field field : fields) {
      text.startBlock();
      text.openMark(Mark.Kind.FIELD, field.key());
      text.append(field.value());
      text.closeMark();
      boolean title = field.key().equals("title");
      Block.Kind kind = title ? Block.Kind.HEADING : Block.Kind.PARAGRAPH;
      text.endBlock(kind, title ? 1 : 0, field.line(), field.line());
    }
  }
}
