package io.confnotes.ingest.read.html.page;

import io.confnotes.ingest.read.html.tag.Tags;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The classes, ids and roles by which pages on the web name their parts. */
final class PageWords {

  private static final Set<String> NAMES = Set.of("article", "main", "aside", "footer", "header");
  private static final Set<String> ARTICLES =
      Tags.words(
          """
          hentry h-entry post entry article blog-post blogpost post-content post-body entry-content
          article-body article-content article-text markdown-body e-content story story-body
          """);
  private static final Set<String> MAINS =
      Tags.words(
          """
          main content main-content maincontent page-content site-content primary mw-content-text
          bodycontent body-content text documentwrapper
          """);

  /** What is no part of an article even where it stands within. */
  private static final Set<String> STRANGERS =
      Tags.words(
          """
          toc table-of-contents tableofcontents toc_container toc-container ez-toc-container
          sharedaddy share share-buttons sharebuttons social-share share-links post-share sharing
          addtoany_share_save_container addthis_toolbox jp-relatedposts related related-posts
          relatedposts related-articles yarpp-related read-next
          post-navigation posts-navigation nav-links post-nav pagination pager breadcrumb breadcrumbs
          entry-meta post-meta article-meta post-info entry-info posted-on byline post-byline dateline
          post-date entry-date post-author entry-author author-box author-bio about-author author-info
          p-author vcard entry-footer post-footer entry-utility post-tags entry-tags tags-links
          cat-links reading-time post-header-meta
          mw-editsection mw-jump-link printfooter catlinks sitesub contentsub jump-to-nav
          cookie-banner cookie-notice cookie-consent newsletter newsletter-signup subscribe
          subscribe-form adsbygoogle advertisement ads edit-link edit-page edit-this-page skip-link
          skip-to-content wp-caption-toggle noprint
          """);

  /** What is no part of an article where it stands beside it. */
  private static final Set<String> NEIGHBOURS =
      Tags.words(
          """
          sidebar sidebars sidenav widget widgets nav navbar navigation menu menus footer foot
          colophon masthead banner topbar toolbar breadcrumb breadcrumbs related share sharing social
          pagination pager toc cookie cookies consent gdpr newsletter subscribe subscription ad ads
          advert advertisement promo copyright blogroll tagcloud search login popup modal skip rss
          meta byline author bio tagline logo branding comments respond disqus
          """);

  private static final Set<String> COMMENTS =
      Tags.words(
          """
          comments comment-list commentlist comments-area comment-section comments-section comment
          comment-body comment-respond respond commentform disqus_thread disqus giscus utterances
          post-comments blog-comments webmentions replies
          """);
  private static final Set<String> SITE_NAMES =
      Tags.words(
          """
          site-title site-name sitename site-branding logo brand navbar-brand masthead blog-title
          blog-name book-brand branding site-header header-title site-logo
          """);
  private static final Set<String> TITLES =
      Tags.words(
          """
          entry-title post-title article-title page-title p-name firstheading posttitle
          post__title blog-post-title
          """);
  private static final Set<String> HEADERS = Set.of("header", "head", "top");
  private static final Set<String> INNER_ROLES =
      Tags.words("navigation search dialog alertdialog menu menubar toolbar doc-toc");
  private static final Set<String> OUTER_ROLES = Tags.words("banner complementary contentinfo");

  private PageWords() {}

  private static boolean hasAny(List<String> tokens, Set<String> names) {
    return tokens.stream().anyMatch(names::contains);
  }

  static Set<PartKind> kinds(Element element) {
    String name = element.normalName();
    List<String> tokens = Tags.tokens(element);
    String role = tokens.isEmpty() && element.attributesSize() == 0 ? "" : element.attr("role");
    boolean bare = tokens.isEmpty() && role.isEmpty() && !element.hasAttr("itemprop");
    if (bare && !NAMES.contains(name)) {
      return Set.of();
    }
    Set<PartKind> kinds = EnumSet.noneOf(PartKind.class);
    boolean comments = hasAny(tokens, COMMENTS);
    boolean stranger = comments || INNER_ROLES.contains(role) || hasAny(tokens, STRANGERS);
    boolean neighbour =
        stranger || name.equals("aside") || name.equals("footer") || OUTER_ROLES.contains(role);
    boolean block = Tags.isBoundary(name) || name.equals("td");
    boolean article =
        name.equals("article")
            || role.equals("article")
            || element.attr("itemprop").equals("articleBody")
            || (block && !comments && hasAny(tokens, ARTICLES));
    add(kinds, PartKind.COMMENTS, comments);
    add(kinds, PartKind.STRANGER, stranger);
    add(kinds, PartKind.NEIGHBOUR, neighbour || hasPart(tokens, NEIGHBOURS));
    add(kinds, PartKind.ARTICLE, article);
    add(kinds, PartKind.MAIN, name.equals("main") || role.equals("main"));
    add(kinds, PartKind.NAMED_MAIN, block && hasAny(tokens, MAINS));
    add(kinds, PartKind.HEADER, name.equals("header") || hasPart(tokens, HEADERS));
    return kinds;
  }

  private static void add(Set<PartKind> kinds, PartKind kind, boolean present) {
    if (present) {
      kinds.add(kind);
    }
  }

  /** Whether a name consists of one of these words and others, like {@code right-sidebar}. */
  private static boolean hasPart(List<String> tokens, Set<String> words) {
    for (String token : tokens) {
      if (words.contains(token)) {
        return true;
      }
      for (String part : parts(token)) {
        if (words.contains(part)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<String> parts(String token) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= token.length(); i++) {
      if (i == token.length() || token.charAt(i) == '-' || token.charAt(i) == '_') {
        parts.add(token.substring(from, i));
        from = i + 1;
      }
    }
    return parts;
  }

  /** Whether it is a heading of the page's own title. */
  static boolean isTitle(Element element) {
    return element.attr("itemprop").equals("headline") || hasAny(Tags.tokens(element), TITLES);
  }

  static boolean isComments(Element element) {
    return hasAny(Tags.tokens(element), COMMENTS);
  }

  static boolean isSiteName(Element element) {
    return hasAny(Tags.tokens(element), SITE_NAMES);
  }
}
