package io.confnotes.ingest.read.html.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of an article, or of a page without one, what its author did not write there. Within
 * the element that holds most of the text only names that are unmistakable count, beside it any
 * that page makers use, and lists of links to the same site.
 */
final class Pruning {

  private static final int LONGEST_SITE_HEADER = 400;

  private record Place(Part part, boolean inCore) {}

  private final Part root;
  private final Set<Part> path = new HashSet<>();
  private final Part core;

  private Pruning(Part root) {
    this.root = root;
    this.core = descend();
  }

  /** The elements to leave out of a part, which is the whole page if it has no parent. */
  static Set<Element> of(Part root) {
    return new Pruning(root).dropped();
  }

  /** The lowest part that holds more than half of the text. */
  private Part descend() {
    Part lowest = root;
    for (Part next = root; next != null; next = heaviest(next)) {
      path.add(next);
      lowest = next;
    }
    return lowest;
  }

  private @Nullable Part heaviest(Part parent) {
    Part heaviest = null;
    int text = parent.weight();
    for (Part child : parent.children) {
      if (child.isBeside(root)) {
        text -= child.weight();
      } else if (heaviest == null || child.weight() > heaviest.weight()) {
        heaviest = child;
      }
    }
    return heaviest != null && heaviest.weight() * 2 > text ? heaviest : null;
  }

  private Set<Element> dropped() {
    Set<Element> dropped = new HashSet<>();
    Deque<Place> open = new ArrayDeque<>();
    open.add(new Place(root, root.equals(core)));
    while (!open.isEmpty()) {
      Place place = open.removeLast();
      for (Part child : place.part().children) {
        boolean onPath = path.contains(child);
        if (!onPath && (isForeign(child) || (!place.inCore() && isOutside(child)))) {
          dropped.add(child.element);
        } else {
          open.addLast(new Place(child, place.inCore() || child.equals(core)));
        }
      }
    }
    return dropped;
  }

  private boolean isForeign(Part part) {
    boolean foot = part.element.nameIs("footer") && path.contains(part.parent);
    return (foot || part.is(PartKind.STRANGER)) && part.isExpendable(root);
  }

  private boolean isOutside(Part part) {
    boolean wholePage = root.parent == null;
    boolean siteHeader =
        wholePage
            && part.is(PartKind.HEADER)
            && part.homeLinks > 0
            && part.text <= LONGEST_SITE_HEADER;
    boolean title = !wholePage && part.titles > 0;
    boolean beside = part.is(PartKind.NEIGHBOUR) || part.isMenu();
    return siteHeader || (beside && !title && part.isExpendable(root));
  }
}
