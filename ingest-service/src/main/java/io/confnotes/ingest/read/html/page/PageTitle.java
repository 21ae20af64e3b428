package io.confnotes.ingest.read.html.page;

import io.confnotes.ingest.read.frontmatter.FrontMatter;
import io.confnotes.ingest.read.frontmatter.FrontMatter.Field;
import io.confnotes.ingest.read.html.page.ArticleFinder.Article;
import io.confnotes.ingest.read.html.tag.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** Looks for the title of an article that does not hold it itself. */
public final class PageTitle implements NodeFilter {

  private static final int HIGHEST = 4;
  private static final List<String> SITE_JOINS = List.of(" | ", " « ", " » ", " :: ", " · ", " • ");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Document document;
  private final Article article;
  private final String pageTitle;
  private final List<Element> before = new ArrayList<>();
  private final List<Element> within = new ArrayList<>();
  private boolean inArticle;
  private int droppedDepth;
  private boolean begun;

  private PageTitle(Document document, Article article) {
    this.document = document;
    this.article = article;
    this.pageTitle = normal(document.title());
    document.body().filter(this);
  }

  /** Looks at all headings of a page. */
  public static PageTitle of(Document document, Article article) {
    return new PageTitle(document, article);
  }

  /** The heading before the article that is its title; null without one, or if it has its own. */
  public @Nullable Element heading() {
    if (within.stream().anyMatch(own -> PageWords.isTitle(own) || isInPageTitle(own))) {
      return null;
    }
    List<Element> possible = before.stream().filter(PageTitle::isOfNoSite).toList();
    List<Element> firsts = possible.stream().filter(heading -> heading.nameIs("h1")).toList();
    boolean single = firsts.size() == 1 && within.stream().noneMatch(own -> own.nameIs("h1"));
    return Stream.of(
            possible.stream().filter(PageWords::isTitle),
            firsts.stream().filter(this::isInPageTitle),
            single ? firsts.stream() : Stream.<Element>empty(),
            possible.stream().filter(this::isInPageTitle))
        .flatMap(choice -> choice)
        .findFirst()
        .orElse(null);
  }

  /** What the page calls itself, where no heading does; null where it has no name either. */
  public @Nullable Field instead() {
    Element title = document.head().selectFirst("title");
    String name = title == null || !within.isEmpty() || heading() != null ? "" : ofPage(document);
    return title == null || !isTitle(name)
        ? null
        : new Field(FrontMatter.TITLE, name, Math.max(1, title.sourceRange().start().lineNumber()));
  }

  /** The name of a file or a pad is none: a title has words, or is written without spaces. */
  private static boolean isTitle(String name) {
    return name.indexOf(' ') > 0 || name.codePoints().anyMatch(Character::isIdeographic);
  }

  private boolean isInPageTitle(Element heading) {
    String text = normal(heading.text());
    boolean much = text.length() * 3 >= pageTitle.length() || pageTitle.startsWith(text);
    return text.length() >= 2 && much && pageTitle.contains(text);
  }

  private static boolean isOfNoSite(Element heading) {
    Element up = heading;
    for (int i = 0; i < HIGHEST && up != null && !up.nameIs("body"); i++) {
      boolean elsewhere = up.nameIs("aside") || PageWords.isComments(up);
      if (elsewhere || PageWords.isSiteName(up) || PageParts.isHomeLink(up)) {
        return false;
      }
      up = up.parent();
    }
    return heading.getElementsByTag("a").stream().noneMatch(PageParts::isHomeLink);
  }

  /** Letters and digits in lower case, with single spaces between the words. */
  private static String normal(String text) {
    return NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /** What the page calls itself, without the name of its site; empty where it does not. */
  private static String ofPage(Document document) {
    String title = document.title().strip();
    Element site = document.head().selectFirst("meta[property=og:site_name]");
    String name = site == null ? "" : site.attr("content").strip();
    if (!name.isEmpty() && title.endsWith(name) && title.length() > name.length()) {
      title = title.substring(0, title.length() - name.length()).strip();
      return title.replaceAll("\\s*[-–—|:·•«»]+$", "");
    }
    for (String join : SITE_JOINS) {
      int cut = title.indexOf(join);
      title = cut > 0 ? title.substring(0, cut) : title;
    }
    return title.strip();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      begun |= inArticle && droppedDepth == 0 && !text.isBlank();
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    inArticle |= element.equals(article.root());
    droppedDepth += article.dropped().contains(element) ? 1 : 0;
    if (Tags.isHeading(element.normalName()) && element.hasText()) {
      add(element);
    }
    return Tags.isSilent(element) ? FilterResult.SKIP_CHILDREN : FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      inArticle &= !element.equals(article.root());
      droppedDepth -= article.dropped().contains(element) ? 1 : 0;
    }
    return FilterResult.CONTINUE;
  }

  private void add(Element heading) {
    if (inArticle && droppedDepth == 0) {
      within.add(heading);
    } else if (!begun) {
      before.add(heading);
    }
  }
}
