package io.confnotes.ingest.read.detect;

import io.confnotes.ingest.read.text.Format;
import java.util.EnumMap;
import java.util.Map;

/**
 * Decides which format a text is in. What the sender says is a hint: it holds unless the content
 * clearly says otherwise.
 *
 * <ol>
 *   <li>A whole HTML page is HTML. What is sent as HTML stays HTML if it has a tag or a character
 *       reference; else it is looked at like plain text.
 *   <li>reStructuredText, Org and AsciiDoc are told by what only they have: each such construct
 *       counts some points. A text is of the format with most points if these are enough, and more
 *       than what speaks for Markdown. For plain text {@value #ENOUGH} are enough; {@value
 *       #CLEARLY_ENOUGH} where the sender says something else. Underlined titles and bullets, which
 *       are in Markdown and plain text too, count nothing.
 *   <li>Plain text is a fragment of HTML if it begins with elements, and Markdown if it has front
 *       matter, headings together with other markup, or much inline markup.
 *   <li>Else it is what the sender says.
 * </ol>
 *
 * It looks at the first lines only, and takes time linear in the length of the text.
 */
public final class FormatDetector {

  private static final int ENOUGH = 3;
  private static final int CLEARLY_ENOUGH = 4;

  private FormatDetector() {}

  /**
   * The format to read a text as.
   *
   * @param source the text, without byte order mark
   * @param hint what the sender says
   */
  public static Format detect(String source, Format hint) {
    Head head = Head.of(source);
    if (HtmlSigns.isPage(head)) {
      return Format.HTML;
    }
    if (hint == Format.HTML) {
      return HtmlSigns.isPossible(source) ? Format.HTML : ofText(head, Format.PLAIN);
    }
    return ofText(head, hint);
  }

  private static Format ofText(Head head, Format hint) {
    Map<Format, Integer> points = new EnumMap<>(Format.class);
    points.put(Format.RESTRUCTURED_TEXT, RstSigns.points(head));
    points.put(Format.ORG, OrgSigns.points(head));
    points.put(Format.ASCIIDOC, AsciiDocSigns.points(head));
    if (points.getOrDefault(hint, 0) > 0) {
      return hint;
    }
    Format light = strongest(points);
    int enough = hint == Format.PLAIN ? ENOUGH : CLEARLY_ENOUGH;
    int found = points.getOrDefault(light, 0);
    int contrary = MarkdownSigns.points(head);
    if (found >= enough && found > contrary) {
      return light;
    }
    return hint == Format.PLAIN ? ofPlain(head, contrary) : hint;
  }

  private static Format strongest(Map<Format, Integer> points) {
    Format strongest = Format.ASCIIDOC;
    for (Map.Entry<Format, Integer> format : points.entrySet()) {
      if (format.getValue() > points.getOrDefault(strongest, 0)) {
        strongest = format.getKey();
      }
    }
    return strongest;
  }

  private static Format ofPlain(Head head, int contrary) {
    if (contrary < ENOUGH && HtmlSigns.isFragment(head)) {
      return Format.HTML;
    }
    return MarkdownSigns.isClear(head) ? Format.MARKDOWN : Format.PLAIN;
  }
}
