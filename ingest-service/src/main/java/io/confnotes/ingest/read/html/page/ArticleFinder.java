package io.confnotes.ingest.read.html.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the part of a page that its author wrote. Elements and roles that mean an article are
 * trusted most, then names that usually do; where neither holds half of the text, all of the page
 * is kept but for menus and the like. Takes time linear in the number of parts.
 */
public final class ArticleFinder {

  /**
   * What to read of a page.
   *
   * @param root the element to read
   * @param dropped elements within it to leave out
   */
  public record Article(Element root, Set<Element> dropped) {}

  private record Candidates(List<Part> found, int weightBeside) {}

  private static final int SIMILAR = 6;

  private final Part body;

  private ArticleFinder(Part body) {
    this.body = body;
  }

  /** Whether the source is a page: a fragment says nothing of head and body. */
  public static boolean isPage(Document document) {
    return document.documentType() != null
        || !document.body().sourceRange().isImplicit()
        || document.head().selectFirst("title") != null
        || document.body().selectFirst("main, [role=main]") != null;
  }

  /** Finds the article of a page. */
  public static Article find(Element body) {
    PageParts parts = PageParts.of(body);
    if (parts.root().weight() == 0) {
      return new Article(body, Set.of());
    }
    Part root = new ArticleFinder(parts.root()).root();
    Set<Element> dropped = new HashSet<>(parts.hidden());
    dropped.addAll(Pruning.of(root));
    return new Article(root.element, dropped);
  }

  private Part root() {
    List<Part> mains = candidates(body, PartKind.MAIN).found();
    Part scope = mains.size() == 1 ? mains.getFirst() : body;
    Part article = best(scope, candidates(scope, PartKind.ARTICLE));
    if (article != null || scope.parent != null) {
      return article == null ? scope : article;
    }
    Part named = best(body, candidates(body, PartKind.NAMED_MAIN));
    return named == null ? body : named;
  }

  /** The outermost parts of a kind, but for those within what stands beside an article. */
  private static Candidates candidates(Part scope, PartKind kind) {
    List<Part> found = new ArrayList<>();
    int beside = 0;
    Deque<Part> open = new ArrayDeque<>(scope.children.reversed());
    while (!open.isEmpty()) {
      Part part = open.removeLast();
      if (part.is(kind) && part.weight() > 0) {
        found.add(part);
      } else if (part.isBeside(scope)) {
        beside += part.weight();
      } else {
        part.children.reversed().forEach(open::addLast);
      }
    }
    return new Candidates(found, beside);
  }

  /**
   * The largest candidate, or what holds several that are alike; null where that is less than half
   * of the scope.
   */
  private static @Nullable Part best(Part scope, Candidates candidates) {
    Part largest = null;
    for (Part candidate : candidates.found()) {
      largest = largest == null || candidate.weight() > largest.weight() ? candidate : largest;
    }
    if (largest == null) {
      return null;
    }
    Part root = holderOf(largest, alike(largest, candidates.found()), scope);
    return root.weight() * 2 >= scope.weight() - candidates.weightBeside() ? root : null;
  }

  /** The talks of a day, the posts of a blog: of the same kind, and not much shorter. */
  private static List<Part> alike(Part largest, List<Part> candidates) {
    Element first = largest.element;
    return candidates.stream()
        .filter(
            other ->
                other.weight() * SIMILAR >= largest.weight()
                    && other.element.normalName().equals(first.normalName())
                    && (Objects.equals(other.parent, largest.parent)
                        || other.element.className().equals(first.className())))
        .toList();
  }

  /** The lowest part that holds all of these. */
  private static Part holderOf(Part first, List<Part> parts, Part scope) {
    Map<Part, Integer> heights = new HashMap<>();
    List<Part> path = new ArrayList<>();
    for (Part up = first; up != null; up = up.equals(scope) ? null : up.parent) {
      heights.put(up, path.size());
      path.add(up);
    }
    int height = 0;
    for (Part part : parts) {
      Part up = part;
      while (up != null && !heights.containsKey(up)) {
        heights.put(up, 0); // seen: who comes this way again need not climb further
        up = up.parent;
      }
      height = Math.max(height, up == null ? 0 : heights.getOrDefault(up, 0));
    }
    return path.get(height);
  }
}
