package io.confnotes.ingest.read.html.page;

import io.confnotes.ingest.read.frontmatter.FrontMatter;
import io.confnotes.ingest.read.frontmatter.FrontMatter.Field;
import io.confnotes.ingest.read.html.tag.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jspecify.annotations.Nullable;

/** The day on which a page was published, as it says to machines. */
public final class PageDate {

  private static final Set<String> KEYS =
      Tags.words(
          """
          article:published_time datepublished date dc.date dc.date.issued dcterms.date pubdate
          publishdate publish_date citation_publication_date
          """);
  private static final Set<String> PUBLISHED =
      Tags.words("published dt-published entry-date post-date pubdate datepublished");

  private PageDate() {}

  /** Null where the page says none, or several different ones: an index of posts. */
  public static @Nullable Field of(Document document) {
    for (Element meta : document.head().getElementsByTag("meta")) {
      String key = meta.attr("property") + meta.attr("name") + meta.attr("itemprop");
      if (KEYS.contains(key.toLowerCase(Locale.ROOT))) {
        Field day = field(meta, meta.attr("content"));
        if (day != null) {
          return day;
        }
      }
    }
    List<Field> published = new ArrayList<>();
    List<Field> times = new ArrayList<>();
    collect(document, published, times);
    return published.isEmpty() ? single(times) : single(published);
  }

  private static void collect(Document document, List<Field> published, List<Field> times) {
    document
        .body()
        .filter(
            (node, _) -> {
              if (!(node instanceof Element element)) {
                return FilterResult.CONTINUE;
              }
              if (element.nameIs("aside") || PageWords.isComments(element)) {
                return FilterResult.SKIP_ENTIRELY;
              }
              Field day = element.attributesSize() == 0 ? null : field(element, value(element));
              if (day != null) {
                (isPublished(element) ? published : times).add(day);
              }
              return FilterResult.CONTINUE;
            });
  }

  private static String value(Element element) {
    if (element.nameIs("time")) {
      return element.attr("datetime");
    }
    return isPublished(element) ? element.attr("title") + element.attr("content") : "";
  }

  private static boolean isPublished(Element element) {
    return element.hasAttr("pubdate")
        || element.attr("itemprop").equals("datePublished")
        || Tags.tokens(element).stream().anyMatch(PUBLISHED::contains);
  }

  private static @Nullable Field field(Element element, String value) {
    return value.isEmpty()
        ? null
        : FrontMatter.day(value, Math.max(1, element.sourceRange().start().lineNumber()));
  }

  private static @Nullable Field single(List<Field> days) {
    boolean same = days.stream().map(Field::value).distinct().count() == 1;
    return same ? days.getFirst() : null;
  }
}
