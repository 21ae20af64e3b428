package io.confnotes.ingest.read.html.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * An element that may matter for what a page consists of, with sums over all that is within it but
 * silent and hidden elements. Small elements without a name are no parts, only counted.
 */
final class Part {

  private static final int LEAST_BESIDE_COMMENTS = 200;
  private static final int LEAST_WITHOUT_NAME = 100;

  final Element element;
  final @Nullable Part parent;
  final Set<PartKind> kinds;
  final List<Part> children = new ArrayList<>(0);
  int text;
  int linkText;
  int links;
  int linksWithin;
  int homeLinks;
  int titles;

  Part(Element element, @Nullable Part parent, Set<PartKind> kinds) {
    this.element = element;
    this.parent = parent;
    this.kinds = kinds;
  }

  boolean is(PartKind kind) {
    return kinds.contains(kind);
  }

  /** How much it says: the text of a link counts a quarter. */
  int weight() {
    return text - linkText + linkText / 4;
  }

  /** Whether it is a list of links to other places of the same site. */
  boolean isMenu() {
    return links >= 3 && linkText * 10L >= text * 6L && linksWithin * 2 > links;
  }

  /** A name alone never takes away the better part of a text, unless that is comments. */
  boolean isExpendable(Part scope) {
    int rest = scope.weight() - weight();
    return rest > weight() || (rest >= LEAST_BESIDE_COMMENTS && is(PartKind.COMMENTS));
  }

  /** Whether it is named as something that stands beside an article. */
  boolean isBeside(Part scope) {
    return is(PartKind.NEIGHBOUR) && isExpendable(scope);
  }

  /** Adds what it holds to its parent, and itself where it matters. */
  void close() {
    if (parent == null) {
      return;
    }
    parent.text += text;
    parent.linkText += linkText;
    parent.links += links;
    parent.linksWithin += linksWithin;
    parent.homeLinks += homeLinks;
    parent.titles += titles;
    boolean large = weight() >= LEAST_WITHOUT_NAME;
    if (large || !kinds.isEmpty() || !children.isEmpty() || isMenu()) {
      parent.children.add(this);
    }
  }
}
