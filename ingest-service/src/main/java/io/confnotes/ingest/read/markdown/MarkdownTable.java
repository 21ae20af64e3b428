package io.confnotes.ingest.read.markdown;

import io.confnotes.ingest.read.text.Block;
import io.confnotes.ingest.read.text.ReadingText;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** A paragraph whose second line is the rule of a table: each further line is a row. */
final class MarkdownTable {

  private MarkdownTable() {}

  static boolean isTable(Paragraph paragraph) {
    Node end = lineEnd(paragraph.getFirstChild());
    return end != null && hasBar(paragraph.getFirstChild(), end) && isRule(end.getNext());
  }

  private static @Nullable Node lineEnd(@Nullable Node from) {
    Node node = from;
    while (node != null && !(node instanceof SoftLineBreak)) {
      node = node.getNext();
    }
    return node;
  }

  private static boolean hasBar(@Nullable Node from, Node end) {
    for (Node node = from; node != null && node != end; node = node.getNext()) {
      if (node instanceof Text text && text.getLiteral().indexOf('|') >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRule(@Nullable Node from) {
    boolean bar = false;
    boolean dash = false;
    for (Node node = from;
        node != null && !(node instanceof SoftLineBreak);
        node = node.getNext()) {
      if (!(node instanceof Text text)
          || !text.getLiteral().chars().allMatch(c -> "|-: ".indexOf(c) >= 0)) {
        return false;
      }
      bar |= text.getLiteral().indexOf('|') >= 0;
      dash |= text.getLiteral().indexOf('-') >= 0;
    }
    return bar && dash;
  }

  /** Writes a block for each row, its cells separated by tabs. */
  static void write(Paragraph table, int firstLine, ReadingText text) {
    int row = 0;
    text.startBlock();
    for (Node node = table.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof SoftLineBreak) {
        endRow(text, row, firstLine + row);
        row++;
      } else if (row != 1 && node instanceof Text cells) {
        appendCells(text, cells.getLiteral());
      } else if (row != 1) {
        InlineText.writeNode(node, text);
      }
    }
    endRow(text, row, firstLine + row);
  }

  private static void endRow(ReadingText text, int row, int line) {
    if (row != 1) {
      text.endBlock(Block.Kind.PARAGRAPH, 0, line, line);
    }
    text.startBlock();
  }

  private static void appendCells(ReadingText text, String cells) {
    int from = 0;
    for (int bar = cells.indexOf('|'); bar >= 0; bar = cells.indexOf('|', from)) {
      text.append(cells.substring(from, bar).strip());
      if (!text.blockIsEmpty()) {
        text.append("\t");
      }
      from = bar + 1;
    }
    String rest = cells.substring(from);
    text.append(from > 0 ? rest.stripLeading() : rest);
  }
}
