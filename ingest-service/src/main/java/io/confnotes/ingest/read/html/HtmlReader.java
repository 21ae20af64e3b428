package io.confnotes.ingest.read.html;

import io.confnotes.ingest.read.frontmatter.FrontMatter;
import io.confnotes.ingest.read.text.Block.Kind;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.read.text.Mark;
import io.confnotes.ingest.read.text.Reading;
import io.confnotes.ingest.read.text.ReadingText;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Reads HTML: of a page with a {@code main} element only what that holds. */
public final class HtmlReader {

  private static final Set<String> SILENT =
      Set.of(
          "head",
          "script",
          "style",
          "template",
          "noscript",
          "nav",
          "iframe",
          "svg",
          "math",
          "textarea",
          "select",
          "button",
          "object",
          "canvas",
          "audio",
          "video",
          "map",
          "dialog");
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final Set<String> BOUNDARIES =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "header",
          "footer",
          "main",
          "aside",
          "figure",
          "figcaption",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "table",
          "thead",
          "tbody",
          "tr",
          "blockquote",
          "pre",
          "hr",
          "address",
          "details",
          "summary",
          "form",
          "fieldset",
          "body",
          "html",
          "caption",
          "center",
          "hgroup",
          "search");
  private static final Set<String> STRONG = Set.of("b", "strong");
  private static final Set<String> EMPHASIS = Set.of("i", "em", "cite");

  private final ReadingText text;
  private final int lineOffset;
  private int silentDepth;
  private int listDepth;
  private int quoteDepth;
  private int codeDepth;
  private int headingLevel;
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
    new HtmlReader(text, offset).walk(source.substring(frontMatter.length()));
    return text.finish(Format.HTML);
  }

  /** Reads a piece of HTML within another text. */
  public static void readInto(ReadingText text, String html, int firstLine) {
    new HtmlReader(text, firstLine - 1).walk(html);
  }

  private void walk(String html) {
    Parser parser = Parser.htmlParser().setTrackPosition(true);
    Document document = parser.parseInput(TamedHtml.of(html), "");
    var mains = document.getElementsByTag("main");
    Element main = mains.first();
    Element root = mains.size() == 1 && main != null && main.hasText() ? main : document.body();
    text.startBlock();
    root.traverse(new Walk());
    endBlock();
  }

  private final class Walk implements NodeVisitor {
    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        takeText(words);
      } else if (node instanceof Element element) {
        enter(element, element.normalName());
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        leave(element, element.normalName());
      }
    }
  }

  private void takeText(TextNode node) {
    if (silentDepth > 0) {
      return;
    }
    String words = node.getWholeText();
    if (!words.isBlank()) {
      int first = lineOffset + Math.max(1, node.sourceRange().start().lineNumber());
      int leading = leadingLines(words);
      firstLine = text.blockIsEmpty() ? first + leading : Math.min(firstLine, first);
      lastLine = Math.max(firstLine, lineOffset + node.sourceRange().end().lineNumber());
    }
    if (codeDepth > 0) {
      text.append(words);
    } else {
      text.appendCollapsed(words);
    }
  }

  private static int leadingLines(String words) {
    int lines = 0;
    for (int i = 0; i < words.length() && Character.isWhitespace(words.charAt(i)); i++) {
      lines += words.charAt(i) == '\n' ? 1 : 0;
    }
    return lines;
  }

  private void enter(Element element, String name) {
    if (SILENT.contains(name) || isPageFooter(element, name)) {
      silentDepth++;
    } else if (HEADINGS.contains(name)) {
      endBlock();
      headingLevel = name.charAt(1) - '0';
    } else if (BOUNDARIES.contains(name)) {
      endBlock();
      count(name, 1);
    } else if (name.equals("br")) {
      lineBreak();
    } else if (name.equals("td") || name.equals("th")) {
      if (!text.blockIsEmpty()) {
        text.append("\t");
      }
    } else {
      openMark(element, name);
    }
  }

  private void leave(Element element, String name) {
    if (SILENT.contains(name) || isPageFooter(element, name)) {
      silentDepth--;
    } else if (HEADINGS.contains(name)) {
      endBlock();
      headingLevel = 0;
    } else if (BOUNDARIES.contains(name)) {
      endBlock();
      count(name, -1);
    } else if (isMark(name)) {
      text.closeMark();
    }
  }

  private static boolean isPageFooter(Element element, String name) {
    return name.equals("footer")
        && element.parent() != null
        && element.parent().normalName().equals("body");
  }

  private void count(String name, int step) {
    switch (name) {
      case "li" -> listDepth += step;
      case "blockquote" -> quoteDepth += step;
      case "pre" -> codeDepth += step;
      default -> {
        // other boundaries only separate
      }
    }
  }

  private void openMark(Element element, String name) {
    if (STRONG.contains(name)) {
      text.openMark(Mark.Kind.STRONG, "");
    } else if (EMPHASIS.contains(name)) {
      text.openMark(Mark.Kind.EMPHASIS, "");
    } else if (name.equals("a")) {
      text.openMark(Mark.Kind.LINK, element.attr("href").strip().toLowerCase(Locale.ROOT));
    }
  }

  private static boolean isMark(String name) {
    return STRONG.contains(name) || EMPHASIS.contains(name) || name.equals("a");
  }

  /** One break ends a line, two in a row end a block. */
  private void lineBreak() {
    if (silentDepth > 0) {
      return;
    }
    if (text.blockEndsWithNewLine() && headingLevel == 0 && codeDepth == 0) {
      endBlock();
    } else {
      text.newLine();
    }
  }

  private void endBlock() {
    if (silentDepth > 0) {
      return;
    }
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
