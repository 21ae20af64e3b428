package io.confnotes.ingest.read.html.tag;

import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;

/** Tells rows of data from rows that only lay out a page. */
public final class TableRow {

  private TableRow() {}

  /** Whether no cell holds more than one paragraph, nor anything that is none. */
  public static boolean isData(Element row) {
    for (Element cell = row.firstElementChild(); cell != null; cell = cell.nextElementSibling()) {
      if (!isLine(cell)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLine(Element cell) {
    int[] paragraphs = {0};
    int[] breaks = {0};
    NodeFilter filter =
        (node, _) -> {
          if (!(node instanceof Element element) || element.equals(cell)) {
            return FilterResult.CONTINUE;
          }
          String name = element.normalName();
          boolean paragraph = Tags.isSoft(name);
          paragraphs[0] += paragraph ? 1 : 0;
          breaks[0] += name.equals("br") ? 1 : 0;
          boolean structure = !paragraph && (Tags.isBoundary(name) || Tags.isHeading(name));
          return structure || paragraphs[0] > 1 || breaks[0] > 1
              ? FilterResult.STOP
              : FilterResult.CONTINUE;
        };
    return NodeTraversor.filter(filter, cell) != FilterResult.STOP;
  }
}
