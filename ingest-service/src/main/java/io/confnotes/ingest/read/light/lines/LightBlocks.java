package io.confnotes.ingest.read.light.lines;

import io.confnotes.ingest.read.html.HtmlReader;
import io.confnotes.ingest.read.text.Block.Kind;
import io.confnotes.ingest.read.text.Mark;
import io.confnotes.ingest.read.text.ReadingText;
import java.util.ArrayList;
import java.util.List;

/** Makes blocks of lines: at most one block is open, and grows line by line until it is ended. */
public final class LightBlocks {

  /** Writes the text of a block without its inline markup. */
  public interface InlineMarkup {
    void write(String content, ReadingText text);
  }

  private static final int DEEPEST_HEADING = 6;
  private static final int DEEPEST_LIST = 32;

  private final InlineMarkup inline;
  private final ReadingText text;
  private final List<String> lines = new ArrayList<>();
  private Kind kind = Kind.PARAGRAPH;
  private int level;
  private int firstLine;
  private int lastLine;
  private String field = "";
  private boolean strong;
  private boolean html;
  private boolean open;
  private boolean titled;

  /**
   * Begins without an open block.
   *
   * @param text where the blocks are written
   */
  public LightBlocks(ReadingText text, InlineMarkup inline) {
    this.text = text;
    this.inline = inline;
  }

  /** Ends the open block and opens another; a level deeper than any reader needs is cut. */
  public void begin(Kind kind, int level, String content, int line) {
    end();
    open = true;
    this.kind = kind;
    this.level = bounded(kind, level);
    firstLine = line;
    lastLine = line;
    lines.add(content);
  }

  private static int bounded(Kind kind, int level) {
    return Math.min(level, kind == Kind.HEADING ? DEEPEST_HEADING : DEEPEST_LIST);
  }

  /** Adds a line to the open block. */
  public void extend(String content, int line) {
    lines.add(content);
    lastLine = content.isBlank() ? lastLine : line;
  }

  /** Adds a line to the open block if it is of this kind and level, else begins one. */
  public void add(Kind kind, int level, String content, int line) {
    if (isOpen(kind) && this.level == bounded(kind, level)) {
      extend(content, line);
    } else {
      begin(kind, level, content, line);
    }
  }

  /** Writes a block whose text was made of several lines of the source. */
  public void whole(Kind kind, int level, String content, int firstLine, int lastLine) {
    begin(kind, level, content, firstLine);
    this.lastLine = lastLine;
    end();
  }

  /** Opens a line that is set apart by being bold. */
  public void strong(String content, int line) {
    begin(Kind.PARAGRAPH, 0, content, line);
    strong = true;
  }

  /** Opens a value of the document's metadata; the first title is a heading. */
  public void field(String key, String value, int line) {
    boolean title = key.equals("title") && !titled;
    titled |= title;
    begin(title ? Kind.HEADING : Kind.PARAGRAPH, title ? 1 : 0, value, line);
    field = key.equals("title") && !title ? "" : key;
  }

  /** Adds a line of HTML to the open block if it is HTML too, else begins one. */
  public void html(String content, int line) {
    if (!html) {
      begin(Kind.PARAGRAPH, 0, content, line);
      html = true;
    } else {
      extend(content, line);
    }
  }

  public boolean isOpen() {
    return open;
  }

  public boolean isOpen(Kind kind) {
    return open && this.kind == kind;
  }

  /** Whether the open block has no more than one line so far. */
  public boolean isOneLine() {
    return open && lines.size() == 1;
  }

  /** Ends the open block, if one is. */
  public void end() {
    if (!open) {
      return;
    }
    open = false;
    if (html) {
      HtmlReader.readInto(text, String.join("\n", lines), firstLine);
    } else {
      writeBlock();
    }
    lines.clear();
    field = "";
    strong = false;
    html = false;
  }

  private void writeBlock() {
    text.startBlock();
    if (kind == Kind.CODE) {
      text.append(String.join("\n", withoutIndent(lines)));
    } else {
      write(String.join("\n", lines));
    }
    text.endBlock(kind, level, firstLine, lastLine);
  }

  private void write(String content) {
    if (!field.isEmpty()) {
      text.openMark(Mark.Kind.FIELD, field);
    } else if (strong) {
      text.openMark(Mark.Kind.STRONG, "");
    }
    inline.write(content, text);
    if (!field.isEmpty() || strong) {
      text.closeMark();
    }
  }

  /** Cuts the white space that all lines begin with. */
  private static List<String> withoutIndent(List<String> lines) {
    int indent = Integer.MAX_VALUE;
    for (String line : lines) {
      int own = line.length() - line.stripLeading().length();
      indent = line.isBlank() ? indent : Math.min(indent, own);
    }
    int cut = indent;
    return lines.stream().map(line -> line.isBlank() ? "" : line.substring(cut)).toList();
  }
}
