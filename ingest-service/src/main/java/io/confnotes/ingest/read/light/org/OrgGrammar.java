package io.confnotes.ingest.read.light.org;

import io.confnotes.ingest.read.light.lines.LightBlocks;
import io.confnotes.ingest.read.light.lines.LightFields;
import io.confnotes.ingest.read.light.lines.LightIndents;
import io.confnotes.ingest.read.light.lines.LightLine;
import io.confnotes.ingest.read.light.lines.LightLists;
import io.confnotes.ingest.read.light.lines.LightTable;
import io.confnotes.ingest.read.text.Block.Kind;
import io.confnotes.ingest.read.text.ReadingText;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The lines of Org: headings with stars, keywords and blocks with {@code #+}, drawers, lists,
 * tables. A heading ends whatever is open, as in Org itself.
 */
public final class OrgGrammar {

  private enum Region {
    TEXT,
    CODE,
    HTML,
    DROPPED,
    PROPERTIES,
    LOGBOOK
  }

  private static final Set<String> CODE = Set.of("SRC", "EXAMPLE");
  private static final Set<String> QUOTES = Set.of("QUOTE", "VERSE");
  private static final Set<String> DROPPED = Set.of("COMMENT", "EXPORT", "LATEX");
  private static final Set<String> TODO_KEYS = Set.of("TODO", "SEQ_TODO", "TYP_TODO");
  private static final Pattern PRIORITY = Pattern.compile("^\\[#[A-Z0-9]{1,2}\\]\\s*");
  private static final Pattern COOKIE = Pattern.compile("\\[\\d{0,4}(?:/\\d{0,4}|%)\\]$");
  private static final Pattern PLANNING =
      Pattern.compile("^(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):\\s*[<\\[].*");
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "(?:<\\d{4}-\\d\\d-\\d\\d[^<>]{0,40}>|\\[\\d{4}-\\d\\d-\\d\\d[^\\[\\]]{0,40}\\])");
  private static final Pattern DRAWER = Pattern.compile("^:[A-Za-z][A-Za-z_-]{0,30}:$");
  private static final Pattern FOOTNOTE = Pattern.compile("^\\[fn:[^\\]\\s]{1,40}\\]\\s+");

  private final LightBlocks blocks;
  private final LightTable table;
  private final LightIndents lists = new LightIndents();
  private final Set<String> todoWords =
      new HashSet<>(
          Set.of(
              "TODO",
              "DONE",
              "NEXT",
              "WAITING",
              "STARTED",
              "HOLD",
              "SOMEDAY",
              "CANCELLED",
              "CANCELED",
              "COMMENT"));
  private Region region = Region.TEXT;
  private boolean quoted;
  private boolean headed;

  /** Writes the blocks of a document. */
  public static void read(List<LightLine> lines, ReadingText text) {
    LightBlocks blocks = new LightBlocks(text, OrgInline::write);
    lines.forEach(new OrgGrammar(blocks)::take);
    blocks.end();
  }

  private OrgGrammar(LightBlocks blocks) {
    this.blocks = blocks;
    this.table = new LightTable(blocks);
  }

  private void take(LightLine line) {
    int stars = stars(line.raw());
    if (stars > 0) {
      takeHeading(stars, line);
      return;
    }
    switch (region) {
      case TEXT -> takeText(line);
      case CODE -> takeCode(line);
      case HTML -> takeHtml(line);
      case DROPPED -> leaveAtBlockEnd(line);
      case PROPERTIES, LOGBOOK -> takeDrawerLine(line);
    }
  }

  /** The stars of a heading; a single one needs a title. */
  private static int stars(String raw) {
    int count = 0;
    while (count < raw.length() && raw.charAt(count) == '*') {
      count++;
    }
    boolean titled = count < raw.length() && Character.isWhitespace(raw.charAt(count));
    return (count > 0 && titled) || (count > 1 && count == raw.length()) ? count : 0;
  }

  private void takeHeading(int stars, LightLine line) {
    blocks.end();
    lists.clear();
    region = Region.TEXT;
    quoted = false;
    headed = true;
    String title = title(line.text().substring(stars).strip());
    blocks.whole(Kind.HEADING, stars, title, line.number(), line.number());
  }

  /** Without the state of a task, its priority, tags and progress. */
  private String title(String heading) {
    int space = heading.indexOf(' ');
    String first = space < 0 ? heading : heading.substring(0, space);
    String title = todoWords.contains(first) ? heading.substring(first.length()).strip() : heading;
    title = PRIORITY.matcher(title).replaceFirst("");
    title = withoutTags(title);
    return COOKIE.matcher(title).replaceFirst("").strip();
  }

  private static String withoutTags(String title) {
    int space = title.lastIndexOf(' ');
    String last = title.substring(space + 1);
    boolean tags = last.length() > 2 && last.startsWith(":") && last.endsWith(":");
    boolean words =
        last.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || "_@#%:".indexOf(c) >= 0);
    return tags && words ? title.substring(0, Math.max(space, 0)).strip() : title;
  }

  private void takeText(LightLine line) {
    String text = line.text();
    if (line.isBlank()) {
      blocks.end();
    } else if (text.startsWith("#+")) {
      takeKeyword(line);
    } else if (text.equals("#") || text.startsWith("# ") || PLANNING.matcher(text).matches()) {
      // comments and dates of tasks are not shown
    } else if (text.equals(":") || text.startsWith(": ")) {
      blocks.add(Kind.CODE, 0, text.length() < 2 ? "" : text.substring(2), line.number());
    } else if (DRAWER.matcher(text).matches()) {
      takeDrawer(text);
    } else if (line.isRuleOf('-', 5)) {
      blocks.end();
    } else if (text.startsWith("|")) {
      takeRow(line);
    } else {
      takeListOrParagraph(line);
    }
  }

  private void takeKeyword(LightLine line) {
    String text = line.text();
    int end = 2;
    while (end < text.length() && isKeyPart(text.charAt(end))) {
      end++;
    }
    String key = text.substring(2, end).toUpperCase(Locale.ROOT);
    if (key.startsWith("BEGIN_")) {
      beginBlock(key.substring(6), text.substring(end).strip());
    } else if (key.startsWith("END_")) {
      blocks.end();
      quoted = false;
    } else if (end < text.length() && text.charAt(end) == ':') {
      takeKeyword(key, text.substring(end + 1).strip(), line.number());
    }
  }

  private static boolean isKeyPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  private void takeKeyword(String key, String value, int line) {
    String field = LightFields.key(key);
    if (TODO_KEYS.contains(key)) {
      for (String word : value.split("[\\s|]+")) {
        todoWords.add(word.split("\\(", 2)[0]);
      }
    } else if (LightFields.isKnown(field)) {
      blocks.field(field, withoutTimestampSigns(value), line);
      blocks.end();
    }
  }

  private static String withoutTimestampSigns(String value) {
    boolean timestamp = TIMESTAMP.matcher(value).matches();
    return timestamp ? value.substring(1, value.length() - 1) : value;
  }

  private void beginBlock(String name, String argument) {
    blocks.end();
    lists.clear();
    quoted = QUOTES.contains(name);
    boolean html = name.equals("HTML") || (name.equals("EXPORT") && argument.equals("html"));
    region = html ? Region.HTML : region(name);
  }

  private static Region region(String name) {
    if (CODE.contains(name)) {
      return Region.CODE;
    }
    return DROPPED.contains(name) ? Region.DROPPED : Region.TEXT;
  }

  private void takeCode(LightLine line) {
    if (!leaveAtBlockEnd(line)) {
      String raw = line.raw();
      boolean escaped = raw.startsWith(",*") || raw.startsWith(",#+");
      blocks.add(Kind.CODE, 0, escaped ? raw.substring(1) : raw, line.number());
    }
  }

  private void takeHtml(LightLine line) {
    if (!leaveAtBlockEnd(line)) {
      blocks.html(line.raw(), line.number());
    }
  }

  private boolean leaveAtBlockEnd(LightLine line) {
    boolean end = line.text().regionMatches(true, 0, "#+END", 0, 5);
    if (end) {
      blocks.end();
      region = Region.TEXT;
    }
    return end;
  }

  private void takeDrawer(String name) {
    blocks.end();
    String upper = name.toUpperCase(Locale.ROOT);
    if (upper.equals(":PROPERTIES:")) {
      region = Region.PROPERTIES;
    } else if (upper.equals(":LOGBOOK:") || upper.equals(":CLOCK:")) {
      region = Region.LOGBOOK;
    }
  }

  private void takeDrawerLine(LightLine line) {
    int nameEnd = LightFields.nameEnd(line.text());
    if (line.text().equalsIgnoreCase(":END:")) {
      region = Region.TEXT;
    } else if (region == Region.PROPERTIES && nameEnd < 0) {
      region = Region.TEXT;
      takeText(line);
    } else if (region == Region.PROPERTIES) {
      takeProperty(line, nameEnd);
    }
  }

  /** A property of the file says what its keywords say, one of a heading is a line below it. */
  private void takeProperty(LightLine line, int nameEnd) {
    String name = line.text().substring(1, nameEnd);
    String value = line.text().substring(nameEnd + 1).strip();
    String key = LightFields.key(name);
    if (LightFields.isKnown(key) && headed) {
      blocks.begin(Kind.PARAGRAPH, 0, name + ": " + value, line.number());
      blocks.end();
    } else if (LightFields.isKnown(key)) {
      blocks.field(key, value, line.number());
      blocks.end();
    }
  }

  private void takeRow(LightLine line) {
    blocks.end();
    if (!line.text().startsWith("|-")) {
      table.extendRow(LightTable.cells(line.text()), line.number());
      table.endRow();
    }
  }

  private void takeListOrParagraph(LightLine line) {
    String text = line.text();
    int bullet = bulletLength(line);
    if (bullet > 0) {
      String item = LightLists.withoutCheckbox(text.substring(bullet).strip());
      blocks.begin(Kind.LIST_ITEM, lists.item(line.indent()), described(item), line.number());
      return;
    }
    int depth = lists.depthBelow(line.indent());
    Kind kind = depth > 0 ? Kind.LIST_ITEM : quoted ? Kind.QUOTE : Kind.PARAGRAPH;
    blocks.add(kind, depth, FOOTNOTE.matcher(text).replaceFirst(""), line.number());
  }

  /** Length of a bullet; a star is one only where it can be no heading. */
  private static int bulletLength(LightLine line) {
    String text = line.text();
    char first = text.charAt(0);
    if (first == '-' || first == '+' || (first == '*' && line.indent() > 0)) {
      return text.length() == 1 || Character.isWhitespace(text.charAt(1)) ? 1 : 0;
    }
    return LightLists.numberLength(text);
  }

  /** A description is read as what it describes, a colon, and what is said. */
  private static String described(String item) {
    int colons = item.indexOf(" ::");
    boolean separated =
        colons > 0
            && (colons + 3 == item.length() || Character.isWhitespace(item.charAt(colons + 3)));
    return separated
        ? (item.substring(0, colons).strip() + ": " + item.substring(colons + 3).strip()).strip()
        : item;
  }
}
