package io.confnotes.ingest.read.light.rst;

import io.confnotes.ingest.read.light.lines.LightBlocks;
import io.confnotes.ingest.read.light.lines.LightFields;
import io.confnotes.ingest.read.light.lines.LightLine;
import io.confnotes.ingest.read.light.lines.LightLists;
import io.confnotes.ingest.read.light.rst.RstFrames.Role;
import io.confnotes.ingest.read.text.Block.Kind;
import io.confnotes.ingest.read.text.ReadingText;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The lines of reStructuredText: titles, lists, directives, literal blocks, tables. More lenient
 * than the format about blank lines that people leave out.
 */
public final class RstGrammar {

  private static final String BULLETS = "*+-•‣⁃";
  private static final int MOST_BULLETS_OF_A_LINE = 4;
  private static final int NONE = -1;

  private final List<LightLine> lines;
  private final LightBlocks blocks;
  private final RstTitles titles;
  private final RstTable table;
  private final RstFrames frames = new RstFrames();
  private int titlesSoFar;
  private boolean atTop = true;
  private boolean options;

  /** The column of the text that announced a literal block. */
  private int literalBelow = NONE;

  /** Writes the blocks of a document. */
  public static void read(List<LightLine> lines, ReadingText text) {
    Map<String, String> targets = targets(lines);
    LightBlocks blocks =
        new LightBlocks(text, (content, out) -> RstInline.write(content, out, targets));
    new RstGrammar(lines, blocks).read();
  }

  private RstGrammar(List<LightLine> lines, LightBlocks blocks) {
    this.lines = lines;
    this.blocks = blocks;
    this.titles = new RstTitles(lines);
    this.table = new RstTable(blocks);
  }

  /** The addresses that {@code .. _name: address} gives to names, by name in lower case. */
  private static Map<String, String> targets(List<LightLine> lines) {
    Map<String, String> targets = new HashMap<>();
    for (LightLine line : lines) {
      String text = line.text();
      int end = text.startsWith(".. _") ? text.indexOf(": ", 4) : NONE;
      if (end > 4) {
        String name = text.substring(4, end).replace("`", "").toLowerCase(Locale.ROOT);
        targets.put(name, text.substring(end + 2).strip());
      }
    }
    return targets;
  }

  private void read() {
    for (int at = 0; at < lines.size(); ) {
      at += take(at);
    }
    table.end();
    blocks.end();
  }

  /** Takes the line at a place; how many lines were taken. */
  private int take(int at) {
    LightLine line = lines.get(at);
    if (line.isBlank()) {
      takeBlank(line);
      return 1;
    }
    if (frames.leave(line.indent())) {
      blocks.end();
      table.end();
      options = false;
    }
    switch (frames.role()) {
      case DROPPED -> {
        // neither shown nor read
      }
      case CODE -> takeCode(line);
      case HTML -> takeHtml(line);
      default -> {
        return takeBody(at, line);
      }
    }
    return 1;
  }

  private void takeBlank(LightLine line) {
    options = false;
    table.takeBlank();
    boolean verbatim = frames.role() == Role.CODE || frames.role() == Role.HTML;
    if (verbatim && blocks.isOpen()) {
      blocks.extend("", line.number());
    } else {
      blocks.end();
    }
  }

  private void takeCode(LightLine line) {
    if (!isOption(line)) {
      blocks.add(Kind.CODE, 0, line.raw(), line.number());
    }
  }

  private void takeHtml(LightLine line) {
    if (!isOption(line)) {
      blocks.html(line.raw(), line.number());
    }
  }

  private boolean isOption(LightLine line) {
    options &= LightFields.nameEnd(line.text()) > 0;
    return options;
  }

  private int takeBody(int at, LightLine line) {
    if (isOption(line)) {
      return 1;
    }
    int title = frames.isOutermost() ? titleAt(at) : 0;
    if (title > 0) {
      takeTitle(at, title);
      return title;
    }
    boolean deeper = frames.isDeeper(line.indent());
    int literal = literalBelow;
    literalBelow = NONE;
    if (literal != NONE && line.indent() > literal) {
      frames.enter(Role.CODE, literal + 1);
      blocks.begin(Kind.CODE, 0, line.raw(), line.number());
    } else {
      takeBlock(line, deeper);
    }
    return 1;
  }

  /** Below a paragraph only what is underlined at full length is a title. */
  private int titleAt(int at) {
    int count = titles.linesAt(at);
    boolean free = !blocks.isOpen() || (count == 2 && titles.isUnderlinedExactly(at));
    return free && !table.isOpen() ? count : 0;
  }

  private void takeTitle(int at, int count) {
    LightLine first = lines.get(at);
    LightLine title = lines.get(count == 3 ? at + 1 : at);
    int level = titles.level(at, count);
    blocks.whole(Kind.HEADING, level, title.text(), first.number(), first.number() + count - 1);
    literalBelow = NONE;
    titlesSoFar++;
    atTop &= titlesSoFar == 1;
  }

  private void takeBlock(LightLine line, boolean deeper) {
    String text = line.text();
    if (isExplicit(text)) {
      table.end();
      blocks.end();
      takeExplicit(line);
    } else if (table.isOpen() && table.take(line)) {
      atTop = false;
    } else if (RstTable.isBorder(text)) {
      blocks.end();
      table.take(line);
    } else if (RstTitles.isAdornment(line) && text.length() >= 4) {
      blocks.end();
    } else if (blocks.isOpen(Kind.CODE)) {
      blocks.extend(line.raw(), line.number());
    } else if (text.startsWith(">>> ")) {
      blocks.begin(Kind.CODE, 0, line.raw(), line.number());
    } else if (!takeField(line) && !takeItem(line)) {
      takeParagraph(line, deeper);
    }
  }

  private static boolean isExplicit(String text) {
    return text.startsWith(".. ") || text.equals("..") || text.startsWith("__ ");
  }

  /** What begins with two dots: a directive, a footnote, a target, or a comment. */
  private void takeExplicit(LightLine line) {
    String text = line.text().substring(2).strip();
    RstDirective directive = text.startsWith("|") ? null : RstDirective.of(text);
    int least = line.indent() + 1;
    options = directive != null;
    if (directive != null) {
      frames.enter(directive.body(), least);
      show(directive.argument(), line);
    } else if (isFootnote(text)) {
      frames.enter(Role.BODY, least);
      show(text.substring(text.indexOf("] ") + 2), line);
    } else if (!text.isEmpty()) {
      takeMetadata(text, line);
      frames.enter(Role.DROPPED, least);
    }
  }

  private void show(String words, LightLine line) {
    atTop &= frames.role() == Role.DROPPED;
    if (!words.isEmpty()) {
      blocks.begin(frames.kind(), frames.depth(), words, line.number());
    }
  }

  private static boolean isFootnote(String text) {
    int end = text.startsWith("[") ? text.indexOf("] ") : NONE;
    return end > 1 && text.lastIndexOf(' ', end) < 0;
  }

  /** Some blogs keep a post's metadata in comments: {@code .. title: Gates}. */
  private void takeMetadata(String text, LightLine line) {
    int colon = text.indexOf(": ");
    String key = atTop && colon > 0 ? LightFields.key(text.substring(0, colon)) : "";
    if (LightFields.isKnown(key)) {
      blocks.field(key, text.substring(colon + 2).strip(), line.number());
      blocks.end();
    }
  }

  /** {@code :Speaker: Jane Doe}: metadata at the top of the document, elsewhere an item. */
  private boolean takeField(LightLine line) {
    int end = LightFields.nameEnd(line.text());
    if (end < 0) {
      return false;
    }
    String name = line.text().substring(1, end);
    String value = line.text().substring(end + 1).strip();
    String key = LightFields.key(name);
    boolean metadata = atTop && frames.isOutermost() && line.indent() == 0;
    if (!metadata) {
      atTop = false;
      String words = value.isEmpty() ? name + ":" : name + ": " + value;
      blocks.begin(Kind.LIST_ITEM, frames.depth() + 1, words, line.number());
    } else if (LightFields.isKnown(key)) {
      blocks.field(key, value, line.number());
    } else {
      blocks.end();
    }
    boolean shown = !metadata || LightFields.isKnown(key);
    frames.enter(shown ? Role.BODY : Role.DROPPED, line.indent() + 1);
    return true;
  }

  private boolean takeItem(LightLine line) {
    String text = line.text();
    int from = bulletLength(text, 0);
    if (from == 0 && (!blocks.isOpen() || blocks.isOpen(Kind.LIST_ITEM))) {
      int length = LightLists.enumeratorLength(text);
      from = length == 0 ? 0 : length + 1;
    }
    if (from == 0) {
      return false;
    }
    frames.enter(Role.ITEM, line.indent() + 1, line.indent() + from);
    for (int i = 1; i < MOST_BULLETS_OF_A_LINE && bulletLength(text, from) > 0; i++) {
      int column = line.indent() + from;
      from += bulletLength(text, from);
      frames.enter(Role.ITEM, column + 1, line.indent() + from);
    }
    atTop = false;
    String words = announcesLiteral(text.substring(Math.min(from, text.length())));
    blocks.begin(Kind.LIST_ITEM, frames.depth(), words, line.number());
    return true;
  }

  /** Length of the bullet at a place, with the space behind it; else 0. */
  private static int bulletLength(String text, int at) {
    if (at >= text.length() || BULLETS.indexOf(text.charAt(at)) < 0) {
      return 0;
    }
    int end = at + 1;
    while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end > at + 1 || end == text.length() ? end - at : 0;
  }

  /** The text of a line without the colons that announce a literal block. */
  private String announcesLiteral(String text) {
    literalBelow = text.endsWith("::") ? frames.base() : NONE;
    if (literalBelow == NONE) {
      return text;
    }
    String words = text.substring(0, text.length() - 2);
    return words.isEmpty() || words.endsWith(" ") ? words.strip() : words + ":";
  }

  private void takeParagraph(LightLine line, boolean deeper) {
    atTop &= blocks.isOpen();
    if (deeper && !blocks.isOpen()) {
      frames.enter(Role.QUOTE, frames.base() + 1, line.indent());
    } else if (deeper && blocks.isOneLine() && !blocks.isOpen(Kind.LIST_ITEM)) {
      blocks.end();
      frames.enter(Role.BODY, frames.base() + 1, line.indent());
    }
    boolean lineBlock = line.text().startsWith("| ");
    String words = lineBlock ? line.text().substring(2).strip() : announcesLiteral(line.text());
    if (blocks.isOpen()) {
      blocks.extend(words, line.number());
    } else if (!words.isEmpty()) {
      blocks.begin(frames.kind(), frames.depth(), words, line.number());
    }
  }
}
