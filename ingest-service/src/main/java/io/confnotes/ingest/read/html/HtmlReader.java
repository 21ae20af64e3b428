package io.confnotes.ingest.read.html;

import io.confnotes.ingest.read.frontmatter.FrontMatter;
import io.confnotes.ingest.read.frontmatter.FrontMatter.Field;
import io.confnotes.ingest.read.html.page.ArticleFinder;
import io.confnotes.ingest.read.html.page.ArticleFinder.Article;
import io.confnotes.ingest.read.html.page.PageDate;
import io.confnotes.ingest.read.html.page.PageTitle;
import io.confnotes.ingest.read.html.tag.Preformatted;
import io.confnotes.ingest.read.html.tag.TableRow;
import io.confnotes.ingest.read.html.tag.Tags;
import io.confnotes.ingest.read.text.Block.Kind;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.read.text.Mark;
import io.confnotes.ingest.read.text.Reading;
import io.confnotes.ingest.read.text.ReadingText;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** Reads HTML: of a page the article with its title and day, of a fragment all. */
public final class HtmlReader {

  private static final Set<String> TABLE_PARTS = Set.of("table", "thead", "tbody", "tfoot", "tr");

  private final ReadingText text;
  private final int lineOffset;
  private Predicate<Element> dropped = Tags::isHidden;
  private @Nullable Element prose;
  private int length;
  private int listDepth;
  private int quoteDepth;
  private int codeDepth;
  private int headingLevel;
  private boolean inDataRow;
  private int firstLine;
  private int lastLine;

  private HtmlReader(ReadingText text, int lineOffset) {
    this.text = text;
    this.lineOffset = lineOffset;
  }

  public static Reading read(String source) {
    FrontMatter frontMatter = FrontMatter.of(source);
    ReadingText text = new ReadingText();
    frontMatter.writeTo(text);
    int offset = frontMatter.lines() == 0 ? 0 : frontMatter.lines() - 1;
    HtmlReader reader = new HtmlReader(text, offset);
    Document document = parse(source.substring(frontMatter.length()));
    if (ArticleFinder.isPage(document)) {
      reader.walkPage(document, frontMatter);
    } else {
      reader.walk(document.body());
    }
    return text.finish(Format.HTML);
  }

  /** Reads a piece of HTML within another text. */
  public static void readInto(ReadingText text, String html, int firstLine) {
    new HtmlReader(text, firstLine - 1).walk(parse(html).body());
  }

  private static Document parse(String html) {
    return Parser.htmlParser().setTrackPosition(true).parseInput(TamedHtml.of(html), "");
  }

  private void walkPage(Document document, FrontMatter frontMatter) {
    Article article = ArticleFinder.find(document.body());
    dropped = article.dropped()::contains;
    if (!frontMatter.has(FrontMatter.DATE)) {
      write(PageDate.of(document));
    }
    if (!frontMatter.has(FrontMatter.TITLE)) {
      writeTitle(PageTitle.of(document, article));
    }
    walk(article.root());
  }

  private void writeTitle(PageTitle title) {
    Element heading = title.heading();
    if (heading == null) {
      write(title.instead());
    } else {
      walk(heading);
    }
  }

  private void write(@Nullable Field field) {
    if (field != null) {
      FrontMatter.write(text, new Field(field.key(), field.value(), lineOffset + field.line()));
    }
  }

  private void walk(Element root) {
    length = root.wholeText().length();
    text.startBlock();
    root.filter(new Walk());
    endBlock();
  }

  private final class Walk implements NodeFilter {
    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode words) {
        takeText(words);
      } else if (node instanceof Element element) {
        boolean silent = Tags.isSilent(element) || dropped.test(element);
        if (silent && depth > 0) {
          return FilterResult.SKIP_ENTIRELY;
        }
        enter(element, element.normalName());
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        leave(element, element.normalName());
      }
      return FilterResult.CONTINUE;
    }
  }

  private void takeText(TextNode node) {
    String words = node.getWholeText().replace("\u00AD", "");
    Element parent = node.parent();
    boolean betweenCells =
        words.isBlank() && parent != null && TABLE_PARTS.contains(parent.normalName());
    if (betweenCells) {
      return;
    }
    if (!words.isBlank()) {
      int first = lineOffset + Math.max(1, node.sourceRange().start().lineNumber());
      int end = lineOffset + node.sourceRange().end().lineNumber();
      String body = words.stripLeading();
      int leading = lineEnds(words.substring(0, words.length() - body.length()));
      int trailing = lineEnds(body.substring(body.stripTrailing().length()));
      firstLine = text.blockIsEmpty() ? first + leading : Math.min(firstLine, first);
      lastLine = Math.max(firstLine, end - trailing);
    }
    if (prose != null) {
      takeLines(words, lineOffset + Math.max(1, node.sourceRange().start().lineNumber()));
    } else if (codeDepth > 0) {
      text.append(words);
    } else {
      text.appendCollapsed(words);
    }
  }

  /** Keeps the lines of plain text; a blank one ends a block. */
  private void takeLines(String words, int first) {
    String[] lines = words.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        lineBreak();
      }
      if (!lines[i].isBlank()) {
        firstLine = text.blockIsEmpty() ? first + i : firstLine;
        lastLine = first + i;
      }
      text.appendCollapsed(lines[i]);
    }
  }

  private static int lineEnds(String space) {
    return (int) space.chars().filter(c -> c == '\n').count();
  }

  private void enter(Element element, String name) {
    if (Tags.isHeading(name)) {
      endBlock();
      headingLevel = name.charAt(1) - '0';
    } else if (inDataRow && Tags.isSoft(name)) {
      text.appendCollapsed(" ");
    } else if (Tags.isBoundary(name)) {
      endBlock();
      beginProse(element, name);
      count(name, 1);
      inDataRow = name.equals("tr") ? TableRow.isData(element) : inDataRow;
    } else if (name.equals("br")) {
      lineBreak();
    } else if (name.equals("td") || name.equals("th")) {
      beginCell();
    } else if (name.equals("q")) {
      text.append("\"");
    }
    openMark(element);
  }

  private void leave(Element element, String name) {
    if (markKind(element) != null) {
      text.closeMark();
    }
    if (Tags.isHeading(name)) {
      endBlock();
      headingLevel = 0;
    } else if (inDataRow && Tags.isSoft(name)) {
      text.appendCollapsed(" ");
    } else if (Tags.isBoundary(name)) {
      endBlock();
      count(name, -1);
      prose = element.equals(prose) ? null : prose;
      inDataRow &= !name.equals("tr");
    } else if (name.equals("q")) {
      text.append("\"");
    }
  }

  private void count(String name, int step) {
    if (name.equals("li")) {
      listDepth += step;
    } else if (name.equals("blockquote")) {
      quoteDepth += step;
    } else if (Tags.isPreformatted(name) && prose == null) {
      codeDepth += step;
    }
  }

  /** Text files that were put on a page as they are. */
  private void beginProse(Element element, String name) {
    boolean outermost = Tags.isPreformatted(name) && prose == null && codeDepth == 0;
    if (outermost && Preformatted.isProse(element, length)) {
      prose = element;
    }
  }

  /** The cells of a row are one line, unless they hold what is none. */
  private void beginCell() {
    if (!inDataRow) {
      endBlock();
    } else {
      text.newCell();
    }
  }

  private void openMark(Element element) {
    Mark.Kind kind = markKind(element);
    if (kind != null) {
      boolean link = kind == Mark.Kind.LINK;
      String target = link ? element.attr("href").strip().toLowerCase(Locale.ROOT) : "";
      text.openMark(kind, target);
    }
  }

  private static Mark.@Nullable Kind markKind(Element element) {
    if (element.nameIs("a")) {
      return Mark.Kind.LINK;
    }
    if (Tags.isStrong(element)) {
      return Mark.Kind.STRONG;
    }
    return Tags.isEmphasis(element) ? Mark.Kind.EMPHASIS : null;
  }

  /** One break ends a line, two in a row end a block. */
  private void lineBreak() {
    if (text.blockEndsWithNewLine() && headingLevel == 0 && codeDepth == 0) {
      endBlock();
    } else {
      text.newLine();
    }
  }

  private void endBlock() {
    if (!text.blockIsEmpty()) {
      Kind kind = kind();
      int level = kind == Kind.HEADING ? headingLevel : kind == Kind.LIST_ITEM ? listDepth : 0;
      text.endBlock(kind, level, Math.max(1, firstLine), Math.max(1, lastLine));
    }
    text.startBlock();
    firstLine = lastLine;
  }

  private Kind kind() {
    if (codeDepth > 0) {
      return Kind.CODE;
    }
    if (headingLevel > 0) {
      return quoteDepth > 0 ? Kind.QUOTE : Kind.HEADING;
    }
    if (listDepth > 0) {
      return Kind.LIST_ITEM;
    }
    return quoteDepth > 0 ? Kind.QUOTE : Kind.PARAGRAPH;
  }
}
