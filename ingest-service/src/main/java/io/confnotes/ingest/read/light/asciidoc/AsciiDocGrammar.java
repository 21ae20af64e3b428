package io.confnotes.ingest.read.light.asciidoc;

import io.confnotes.ingest.read.light.lines.LightBlocks;
import io.confnotes.ingest.read.light.lines.LightFields;
import io.confnotes.ingest.read.light.lines.LightLine;
import io.confnotes.ingest.read.light.lines.LightTable;
import io.confnotes.ingest.read.text.Block.Kind;
import io.confnotes.ingest.read.text.ReadingText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines of AsciiDoc: header, section titles, delimited blocks, lists, tables. */
public final class AsciiDocGrammar {

  private static final Set<String> CODE_STYLES = Set.of("source", "listing", "literal");
  private static final Set<String> QUOTE_STYLES = Set.of("quote", "verse");
  private static final Set<String> RULES = Set.of("'''", "---", "***", "- - -", "* * *", "<<<");

  private final List<LightLine> lines;
  private final LightBlocks blocks;
  private final LightTable table;
  private final AsciiDocHeader header;
  private final AsciiDocAttributes attributes;
  private final AsciiDocContainers containers;
  private final AsciiDocLists lists = new AsciiDocLists();

  /** The delimiter that ends what is not read as text; null where text is read. */
  private @Nullable String verbatimEnd;

  private boolean attached;
  private boolean attributeContinues;
  private String style = "";

  /**
   * Writes the blocks of a document.
   *
   * @param room how many units attributes may add to the text
   */
  public static void read(List<LightLine> lines, ReadingText text, int room) {
    AsciiDocAttributes attributes = new AsciiDocAttributes(room);
    LightBlocks blocks =
        new LightBlocks(
            text, (content, out) -> AsciiDocInline.write(attributes.resolve(content), out));
    new AsciiDocGrammar(lines, blocks, attributes).read();
  }

  private AsciiDocGrammar(
      List<LightLine> lines, LightBlocks blocks, AsciiDocAttributes attributes) {
    this.lines = lines;
    this.blocks = blocks;
    this.attributes = attributes;
    this.table = new LightTable(blocks);
    this.header = new AsciiDocHeader(blocks);
    this.containers = new AsciiDocContainers(lines);
  }

  private void read() {
    for (int at = 0; at < lines.size(); ) {
      at += take(at);
    }
    table.endRow();
    blocks.end();
  }

  /** Takes the line at a place; how many lines were taken. */
  private int take(int at) {
    LightLine line = lines.get(at);
    if (verbatimEnd != null) {
      takeVerbatim(line, verbatimEnd);
    } else if (attributeContinues) {
      attributeContinues = line.text().endsWith(" \\");
    } else if (line.isBlank()) {
      takeBlank();
    } else if (blocks.isOpen(Kind.CODE) && !AsciiDocLine.isDelimiter(line)) {
      blocks.extend(line.raw(), line.number());
    } else if (underlineLevel(at) > 0) {
      takeTitle(underlineLevel(at), line.text(), line.number(), line.number() + 1);
      return 2;
    } else if (!takeSilent(line) && !header.take(line) && !takeDelimiter(line)) {
      takeBlock(line);
    }
    return 1;
  }

  private void takeBlank() {
    header.takeBlank();
    blocks.end();
  }

  private int underlineLevel(int at) {
    boolean possible = !blocks.isOpen() && at + 1 < lines.size();
    return possible ? AsciiDocLine.underlineLevel(lines.get(at), lines.get(at + 1)) : 0;
  }

  /** What is read but not shown: comments, attributes, macros that stand for a block. */
  private boolean takeSilent(LightLine line) {
    String text = line.text();
    if (text.startsWith("//") && !text.startsWith("///")) {
      return true;
    }
    int nameEnd = LightFields.nameEnd(text);
    if (nameEnd > 0 && line.indent() == 0 && !blocks.isOpen()) {
      takeAttribute(line, nameEnd);
      return true;
    }
    if (AsciiDocLine.isAttributes(text)) {
      blocks.end();
      style = AsciiDocLine.style(text);
      return true;
    }
    return AsciiDocLine.isBlockMacro(text);
  }

  private void takeAttribute(LightLine line, int nameEnd) {
    header.takeAttribute();
    String name = line.text().substring(1, nameEnd);
    String written = line.text().substring(nameEnd + 1).strip();
    attributeContinues = written.endsWith(" \\");
    String value = attributeContinues ? written.substring(0, written.length() - 2) : written;
    attributes.define(name, value);
    String key = LightFields.key(name);
    if (LightFields.isKnown(key) && !key.equals("title")) {
      blocks.field(key, value, line.number());
      blocks.end();
    }
  }

  private boolean takeDelimiter(LightLine line) {
    if (!AsciiDocLine.isDelimiter(line)) {
      return false;
    }
    blocks.end();
    String end = AsciiDocLine.end(line.text());
    boolean styled = end.equals("--") && CODE_STYLES.contains(style);
    boolean opens = !containers.close(line) && containers.canOpen(line);
    if (opens && (styled || AsciiDocLine.isVerbatim(end))) {
      verbatimEnd = end;
    } else if (opens) {
      containers.open(end);
    }
    if (!attached || verbatimEnd == null) {
      lists.clear();
    }
    attached = false;
    style = "";
    return true;
  }

  private void takeVerbatim(LightLine line, String end) {
    if (line.text().equals(end)) {
      blocks.end();
      table.endRow();
      verbatimEnd = null;
    } else if (end.equals(AsciiDocLine.TABLE)) {
      takeRow(line);
    } else if (AsciiDocLine.isHtml(end)) {
      blocks.html(line.raw(), line.number());
    } else if (!AsciiDocLine.isComment(end)) {
      blocks.add(Kind.CODE, 0, line.raw(), line.number());
    }
  }

  /** A line with several cells is a row; single cells make a row up to a blank line. */
  private void takeRow(LightLine line) {
    if (line.isBlank()) {
      table.endRow();
    } else if (line.text().startsWith("|")) {
      List<String> cells = LightTable.cells(line.text());
      if (cells.size() > 1) {
        table.endRow();
      }
      cells.forEach(cell -> table.addCell(cell, line.number()));
    } else {
      table.extendLast(line.text(), line.number());
    }
  }

  private void takeBlock(LightLine line) {
    String text = line.text();
    int level = isTitlePossible(text) ? AsciiDocLine.titleLevel(line) : 0;
    if (level > 0) {
      takeTitle(level, AsciiDocLine.title(text, level), line.number(), line.number());
    } else if (text.equals("+")) {
      blocks.end();
      attached = lists.depth() > 0;
    } else if (RULES.contains(text)) {
      blocks.end();
      lists.clear();
    } else if (!blocks.isOpen() && AsciiDocLine.isBlockTitle(text)) {
      blocks.strong(text.substring(1), line.number());
      blocks.end();
    } else if (!takeItem(line)) {
      takeParagraph(line);
    }
  }

  /** A number sign can open a line of a paragraph, and a comment in code. */
  private boolean isTitlePossible(String text) {
    return text.charAt(0) == '=' || (!blocks.isOpen() && style.isEmpty());
  }

  private void takeTitle(int level, String title, int firstLine, int lastLine) {
    lists.clear();
    attached = false;
    style = "";
    blocks.whole(Kind.HEADING, level, title, firstLine, lastLine);
  }

  private boolean takeItem(LightLine line) {
    boolean free = !blocks.isOpen() || blocks.isOpen(Kind.LIST_ITEM);
    AsciiDocLists.Item item = AsciiDocLists.item(line.text());
    if (item == null && free) {
      item = AsciiDocLists.description(line.text());
    }
    boolean number = item != null && Character.isDigit(item.sort().charAt(0));
    if (item == null || (number && !free)) {
      return false;
    }
    attached = false;
    blocks.begin(Kind.LIST_ITEM, lists.depth(item), AsciiDocLine.words(item.text()), line.number());
    return true;
  }

  private void takeParagraph(LightLine line) {
    if (blocks.isOpen()) {
      blocks.extend(AsciiDocLine.words(line.text()), line.number());
    } else {
      beginParagraph(line);
    }
  }

  private void beginParagraph(LightLine line) {
    boolean ofItem = lists.depth() > 0 && (attached || line.indent() > 0);
    if (!ofItem) {
      lists.clear();
    }
    boolean literal = !ofItem && (line.indent() > 0 || CODE_STYLES.contains(style));
    boolean quote =
        containers.isQuote() || QUOTE_STYLES.contains(style) || line.text().startsWith("> ");
    Kind kind = ofItem ? Kind.LIST_ITEM : literal ? Kind.CODE : quote ? Kind.QUOTE : Kind.PARAGRAPH;
    String words = literal ? line.raw() : AsciiDocLine.words(line.text());
    blocks.begin(kind, lists.depth(), words, line.number());
    attached = false;
    style = "";
  }
}
