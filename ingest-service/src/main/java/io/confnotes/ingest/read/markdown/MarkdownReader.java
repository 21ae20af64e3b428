package io.confnotes.ingest.read.markdown;

import io.confnotes.ingest.read.frontmatter.FrontMatter;
import io.confnotes.ingest.read.html.HtmlReader;
import io.confnotes.ingest.read.text.Block.Kind;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.read.text.Reading;
import io.confnotes.ingest.read.text.ReadingText;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads CommonMark with strikethrough, task lists, tables and front matter. Tables are read here:
 * the library's extension copies a paragraph for each of its lines, which takes a long one
 * quadratic time.
 */
public final class MarkdownReader {

  private static final Pattern HTML_HEADING =
      Pattern.compile("<h[1-6][\\s>]", Pattern.CASE_INSENSITIVE);

  private final ReadingText text = new ReadingText();
  private final TamedMarkdown tamed;
  private final int skippedLines;
  private MarkdownPiece piece = new MarkdownPiece("", 0);
  private int listDepth;
  private int quoteDepth;

  public MarkdownReader(String source) {
    FrontMatter frontMatter = FrontMatter.of(source);
    frontMatter.writeTo(text);
    skippedLines = frontMatter.lines() == 0 ? 0 : frontMatter.lines() - 1;
    tamed = new TamedMarkdown(source.substring(frontMatter.length()));
  }

  public Reading read() {
    List<MarkdownPiece> pieces = tamed.pieces();
    Parser parser = parser(pieces.size() == 1);
    for (MarkdownPiece next : pieces) {
      piece = next;
      walk(parser.parse(next.text()));
    }
    return text.finish(Format.MARKDOWN);
  }

  private Parser parser(boolean whole) {
    return Parser.builder()
        .extensions(List.of(StrikethroughExtension.create(), TaskListItemsExtension.create()))
        .includeSourceSpans(IncludeSourceSpans.BLOCKS)
        .inlineParserFactory(
            context ->
                new BoundedInlineParser(whole ? context : tamed.definitions().around(context)))
        .build();
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
      case BulletList list when isBelowNumber(list) -> listDepth++;
      case Heading heading -> inline(heading, headingKind(), heading.getLevel());
      case Paragraph paragraph -> paragraph(paragraph);
      case FencedCodeBlock code -> literal(code, code.getLiteral());
      case IndentedCodeBlock code -> literal(code, code.getLiteral());
      case HtmlBlock html -> HtmlReader.readInto(text, html.getLiteral(), firstLine(html));
      default -> {
        // document and lists: nothing to do before their children
      }
    }
    return isContainer(node);
  }

  private static boolean isContainer(Node node) {
    return node instanceof Document
        || node instanceof ListItem
        || node instanceof BlockQuote
        || node instanceof ListBlock;
  }

  private void leave(Node node) {
    if (node instanceof ListItem) {
      listDepth--;
    } else if (node instanceof BlockQuote) {
      quoteDepth--;
    } else if (node instanceof BulletList list && isBelowNumber(list)) {
      listDepth--;
    }
  }

  /** Bullets on the line below a number are about it, even where they are not indented. */
  private boolean isBelowNumber(BulletList list) {
    return list.getPrevious() instanceof OrderedList numbers
        && firstLine(list) - lastLine(numbers) <= 1;
  }

  private Kind headingKind() {
    return quoteDepth > 0 ? Kind.QUOTE : Kind.HEADING;
  }

  /** The first paragraph of a list item is the item; others are paragraphs. */
  private Kind kind(Paragraph paragraph) {
    boolean item = listDepth > 0 && !(paragraph.getPrevious() instanceof Paragraph);
    return item ? Kind.LIST_ITEM : quoteDepth > 0 ? Kind.QUOTE : Kind.PARAGRAPH;
  }

  private void paragraph(Paragraph paragraph) {
    Kind kind = kind(paragraph);
    if (kind == Kind.PARAGRAPH && MarkdownTable.isTable(paragraph)) {
      MarkdownTable.write(paragraph, firstLine(paragraph), text);
    } else if (kind == Kind.PARAGRAPH && hasHtmlHeading(paragraph)) {
      HtmlReader.readInto(text, source(paragraph), firstLine(paragraph));
    } else {
      inline(paragraph, kind, listDepth);
    }
  }

  /** Blogs that moved from another system hold whole posts as one paragraph of HTML. */
  private static boolean hasHtmlHeading(Paragraph paragraph) {
    for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof HtmlInline html && HTML_HEADING.matcher(html.getLiteral()).lookingAt()) {
        return true;
      }
    }
    return false;
  }

  private String source(Paragraph paragraph) {
    SourceSpan first = paragraph.getSourceSpans().getFirst();
    SourceSpan last = paragraph.getSourceSpans().getLast();
    return piece.text().substring(first.getInputIndex(), last.getInputIndex() + last.getLength());
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

  private int firstLine(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return line(spans.isEmpty() ? 0 : spans.getFirst().getLineIndex());
  }

  private int lastLine(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return line(spans.isEmpty() ? 0 : spans.getLast().getLineIndex());
  }

  private int line(int index) {
    return skippedLines + Math.max(1, tamed.lineNumber(piece.firstLine() + index));
  }
}
