package io.confnotes.ingest.read.html.tag;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What the elements of HTML mean for a reading text. */
public final class Tags {

  private static final int LONGEST_NAMES = 500;
  private static final Set<String> SILENT =
      words(
          """
          head script style template noscript noframes nav iframe svg math textarea select button
          object canvas audio video map dialog rt rp datalist
          """);
  private static final Set<String> BOUNDARIES =
      words(
          """
          p div section article header footer main aside figure figcaption ul ol menu dir li dl dt dd
          table thead tbody tfoot tr blockquote pre listing xmp hr address details summary form
          fieldset legend body html frameset caption center hgroup search
          """);
  private static final Set<String> STRONG = Set.of("b", "strong", "summary");
  private static final Set<String> EMPHASIS = Set.of("i", "em", "cite");
  private static final Set<String> SOFT = Set.of("p", "div");
  private static final Set<String> HIDING =
      words("sr-only screen-reader-text visually-hidden visuallyhidden screenreader-only");

  private Tags() {}

  /** A set of words written one after the other. */
  public static Set<String> words(String words) {
    return Set.of(words.strip().split("\\s+"));
  }

  /** Whether nothing within it is text of the document. */
  public static boolean isSilent(Element element) {
    return SILENT.contains(element.normalName()) || isReference(element);
  }

  /** A link to another place of the page that says nothing: a heading's anchor, a note's number. */
  private static boolean isReference(Element element) {
    if (element.nameIs("sup")) {
      Element only = element.childrenSize() == 1 ? element.firstElementChild() : null;
      return only != null && only.nameIs("a") && only.attr("href").startsWith("#");
    }
    return element.nameIs("a")
        && element.attr("href").startsWith("#")
        && element.childNodeSize() <= 3
        && element.wholeText().codePoints().noneMatch(Character::isLetterOrDigit);
  }

  /** Whether a browser would not show it. */
  public static boolean isHidden(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    String style = style(element);
    return (element.hasAttr("hidden") && !element.attr("hidden").equals("until-found"))
        || element.attr("aria-hidden").equals("true")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
        || tokens(element).stream().anyMatch(HIDING::contains);
  }

  /** Classes and id, lower case. */
  public static List<String> tokens(Element element) {
    if (element.attributesSize() == 0) {
      return List.of();
    }
    String all = element.className() + " " + element.id();
    if (all.length() == 1 || all.length() > LONGEST_NAMES) {
      return List.of();
    }
    return List.of(all.strip().toLowerCase(Locale.ROOT).split("\\s+"));
  }

  private static String style(Element element) {
    String style = element.attr("style");
    return style.isEmpty() ? "" : style.replace(" ", "").toLowerCase(Locale.ROOT);
  }

  public static boolean isBoundary(String name) {
    return BOUNDARIES.contains(name);
  }

  /** Whether it separates less than other boundaries do: a paragraph, or anything at all. */
  public static boolean isSoft(String name) {
    return SOFT.contains(name);
  }

  public static boolean isHeading(String name) {
    return name.length() == 2
        && name.charAt(0) == 'h'
        && name.charAt(1) >= '1'
        && name.charAt(1) <= '6';
  }

  public static boolean isPreformatted(String name) {
    return name.equals("pre") || name.equals("listing") || name.equals("xmp");
  }

  public static boolean isStrong(Element element) {
    String style = style(element);
    if (STRONG.contains(element.normalName())) {
      return !style.contains("font-weight:normal") && !style.contains("font-weight:400");
    }
    boolean inline = element.nameIs("span") || EMPHASIS.contains(element.normalName());
    return inline && (style.contains("font-weight:bold") || style.contains("font-weight:700"));
  }

  public static boolean isEmphasis(Element element) {
    return EMPHASIS.contains(element.normalName());
  }
}
