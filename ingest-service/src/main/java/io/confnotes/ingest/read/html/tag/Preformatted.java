package io.confnotes.ingest.read.html.tag;

import org.jsoup.nodes.Element;

/** Tells plain text that somebody put on a page as it was from code. */
public final class Preformatted {

  private static final int SHORTEST = 400;
  private static final int MOST_SIGNS = 3;

  private Preformatted() {}

  /**
   * Whether a preformatted element is prose: it holds most of what there is, and few of the signs
   * that code is full of.
   *
   * @param all UTF-16 length of all the text around it and within
   */
  public static boolean isProse(Element element, int all) {
    if (!element.className().isEmpty() || element.selectFirst("code") != null) {
      return false;
    }
    String text = element.wholeText();
    long signs = text.chars().filter(c -> "{};=<>$()[]".indexOf(c) >= 0).count();
    return text.length() >= SHORTEST
        && signs * 100 <= (long) text.length() * MOST_SIGNS
        && text.length() * 2L > all;
  }
}
