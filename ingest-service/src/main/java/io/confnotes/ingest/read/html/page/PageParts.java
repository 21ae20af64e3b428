package io.confnotes.ingest.read.html.page;

import io.confnotes.ingest.read.html.tag.Tags;
import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Takes a page apart into parts, in one pass. */
final class PageParts implements NodeFilter {

  private static final Set<String> HOME =
      Set.of("/", "./", ".", "..", "../", "index.html", "/index.html", "index.php");

  private final Set<Element> hidden = new HashSet<>();
  private final Part root;
  private Part open;
  private int linkDepth;

  private PageParts(Element body) {
    this.root = new Part(body, null, Set.of());
    this.open = root;
    body.filter(this);
  }

  static PageParts of(Element body) {
    return new PageParts(body);
  }

  Part root() {
    return root;
  }

  /** The outermost elements that a browser would not show. */
  Set<Element> hidden() {
    return hidden;
  }

  static boolean isHomeLink(Element link) {
    return HOME.contains(link.attr("href"));
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      int length = length(text.getWholeText());
      open.text += length;
      open.linkText += linkDepth > 0 ? length : 0;
    } else if (node instanceof Element element && depth > 0) {
      if (Tags.isSilent(element)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      if (Tags.isHidden(element)) {
        hidden.add(element);
        return FilterResult.SKIP_ENTIRELY;
      }
      enter(element);
    }
    return FilterResult.CONTINUE;
  }

  private void enter(Element element) {
    open = new Part(element, open, PageWords.kinds(element));
    open.titles = element.nameIs("h1") ? 1 : 0;
    if (element.nameIs("a")) {
      linkDepth++;
      String target = element.attr("href");
      open.links = 1;
      open.linksWithin = target.contains("://") || target.startsWith("//") ? 0 : 1;
      open.homeLinks = isHomeLink(element) ? 1 : 0;
    }
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element && open.parent != null && depth > 0) {
      linkDepth -= node.nameIs("a") ? 1 : 0;
      open.close();
      open = open.parent;
    }
    return FilterResult.CONTINUE;
  }

  /** A run of white space counts one. */
  private static int length(String text) {
    int length = 0;
    boolean space = true;
    for (int i = 0; i < text.length(); i++) {
      boolean white = Character.isWhitespace(text.charAt(i));
      length += white && space ? 0 : 1;
      space = white;
    }
    return length;
  }
}
