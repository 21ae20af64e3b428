package io.confnotes.ingest.read;

import io.confnotes.ingest.read.Block.Kind;
import java.util.List;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads CommonMark with tables and front matter. */
final class MarkdownReader {

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .inlineParserFactory(BoundedInlineParser::new)
          .build();

  private final String source;
  private final ReadingText text = new ReadingText();
  private int skippedLines;
  private int listDepth;
  private int quoteDepth;

  MarkdownReader(String source) {
    this.source = source;
  }

  Reading read() {
    FrontMatter frontMatter = FrontMatter.of(source);
    frontMatter.writeTo(text);
    skippedLines = frontMatter.lines() == 0 ? 0 : frontMatter.lines() - 1;
    String body = TamedMarkdown.of(source.substring(frontMatter.length()));
    walk(PARSER.parse(body));
    return text.finish(Format.MARKDOWN);
  }

  /** Walks the tree without recursion. */
  private void walk(Node root) {
    Node node = root;
    while (node != null) {
      boolean inside = enter(node);
      Node next = inside ? node.getFirstChild() : null;
      if (next == null) {
        if (inside) {
          leave(node);
        }
        next = behind(node, root);
      }
      node = next;
    }
  }

  private @Nullable Node behind(Node from, Node root) {
    Node node = from;
    while (node != root && node.getNext() == null) {
      node = node.getParent();
      leave(node);
    }
    return node == root ? null : node.getNext();
  }

  /** Whether the children are to be walked. */
  private boolean enter(Node node) {
    switch (node) {
      case ListItem _ -> listDepth++;
      case BlockQuote _ -> quoteDepth++;
      case Heading heading -> inline(heading, headingKind(), heading.getLevel());
      case Paragraph paragraph -> paragraph(paragraph);
      case FencedCodeBlock code -> literal(code, code.getLiteral());
      case IndentedCodeBlock code -> literal(code, code.getLiteral());
      case HtmlBlock html -> HtmlReader.readInto(text, html.getLiteral(), firstLine(html));
      case TableRow row -> tableRow(row);
      default -> {
        // Document, lists, table sections: nothing to do before their children
      }
    }
    return isContainer(node);
  }

  private static boolean isContainer(Node node) {
    return node instanceof Document
        || node instanceof ListItem
        || node instanceof BlockQuote
        || node instanceof org.commonmark.node.ListBlock
        || node instanceof TableBlock
        || node instanceof org.commonmark.ext.gfm.tables.TableHead
        || node instanceof org.commonmark.ext.gfm.tables.TableBody;
  }

  private void leave(Node node) {
    if (node instanceof ListItem) {
      listDepth--;
    } else if (node instanceof BlockQuote) {
      quoteDepth--;
    }
  }

  private Kind headingKind() {
    return quoteDepth > 0 ? Kind.QUOTE : Kind.HEADING;
  }

  private void paragraph(Paragraph paragraph) {
    Kind kind = listDepth > 0 ? Kind.LIST_ITEM : quoteDepth > 0 ? Kind.QUOTE : Kind.PARAGRAPH;
    inline(paragraph, kind, listDepth);
  }

  private void inline(Node block, Kind kind, int level) {
    text.startBlock();
    InlineText.write(block, text);
    int depth = kind == Kind.HEADING || kind == Kind.LIST_ITEM ? level : 0;
    if (kind == Kind.PARAGRAPH && isDirective(text.block())) {
      text.startBlock();
    }
    text.endBlock(kind, depth, firstLine(block), lastLine(block));
  }

  /** Such as {@code @Metadata { ... }}: an instruction for a documentation compiler. */
  private static boolean isDirective(String block) {
    if (block.length() < 3 || block.charAt(0) != '@' || !Character.isUpperCase(block.charAt(1))) {
      return false;
    }
    int at = 1;
    while (at < block.length() && Character.isLetter(block.charAt(at))) {
      at++;
    }
    String rest = block.substring(at).strip();
    return (rest.startsWith("{") || rest.startsWith("("))
        && (rest.endsWith("}") || rest.endsWith(")"));
  }

  private void literal(Node block, String literal) {
    text.startBlock();
    text.append(literal);
    text.endBlock(Kind.CODE, 0, firstLine(block), lastLine(block));
  }

  private void tableRow(TableRow row) {
    text.startBlock();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      if (cell instanceof TableCell && cell.getPrevious() != null) {
        text.append("\t");
      }
      InlineText.write(cell, text);
    }
    text.endBlock(Kind.PARAGRAPH, 0, firstLine(row), lastLine(row));
  }

  private int firstLine(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return skippedLines + (spans.isEmpty() ? 1 : spans.getFirst().getLineIndex() + 1);
  }

  private int lastLine(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return skippedLines + (spans.isEmpty() ? 1 : spans.getLast().getLineIndex() + 1);
  }
}
