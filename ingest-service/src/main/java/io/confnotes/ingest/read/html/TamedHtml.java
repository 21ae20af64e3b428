package io.confnotes.ingest.read.html;

import java.util.Locale;
import java.util.Set;

/**
 * Blanks out tags that nest deeper than anybody writes, all tags once unclosed formatting has been
 * carried into too many elements (a parser repeats it in each), and tables that hold too much
 * outside of their cells (a parser moves each piece in front of the table, and counts what stands
 * there). Keeps lengths and lines.
 */
final class TamedHtml {

  private static final int DEEPEST = 200;
  private static final Set<String> VOID =
      Set.of(
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
          "source", "track", "wbr", "p", "li", "td", "tr", "th", "dt", "dd", "option");

  private static final Set<String> FORMATTING =
      Set.of(
          "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong",
          "tt", "u");
  private static final int MOST_REPEATED = 12;
  private static final int MOST_CARRIED = 50_000;

  private static final Set<String> TABLE =
      Set.of("table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "col", "colgroup");
  private static final Set<String> CELL = Set.of("td", "th", "caption");
  private static final int MOST_MOVED = 2_000;

  private TamedHtml() {}

  static String of(String html) {
    int depth = 0;
    int formatting = 0;
    int carried = 0;
    StringBuilder tamed = null;
    boolean flat = isOutsideOfCells(html);
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      boolean closing = html.startsWith("</", at);
      String name = name(html, closing ? at + 2 : at + 1);
      if (name.isEmpty()) {
        continue;
      }
      if (FORMATTING.contains(name)) {
        formatting = Math.clamp(formatting + (closing ? -1L : 1L), 0, MOST_REPEATED);
      } else {
        carried += formatting;
      }
      int before = depth;
      if (!VOID.contains(name)) {
        depth = closing ? Math.max(0, depth - 1) : depth + 1;
      }
      boolean tooDeep = !VOID.contains(name) && Math.max(before, depth) > DEEPEST;
      if (tooDeep || carried > MOST_CARRIED || (flat && TABLE.contains(name))) {
        tamed = tamed == null ? new StringBuilder(html) : tamed;
        blank(tamed, at);
      }
    }
    return tamed == null ? html : tamed.toString();
  }

  private static boolean isOutsideOfCells(String html) {
    int moved = 0;
    boolean outside = false;
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      boolean closing = html.startsWith("</", at);
      String name = name(html, closing ? at + 2 : at + 1);
      if (CELL.contains(name)) {
        outside = closing;
      } else if (name.equals("table")) {
        moved += outside && !closing ? 1 : 0;
        outside = !closing;
      } else if (!TABLE.contains(name) && !name.isEmpty()) {
        moved += outside ? 1 : 0;
      }
    }
    return moved > MOST_MOVED;
  }

  private static String name(String html, int from) {
    int to = from;
    while (to < html.length() && to - from < 12 && Character.isLetterOrDigit(html.charAt(to))) {
      to++;
    }
    return html.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private static void blank(StringBuilder html, int from) {
    for (int at = from; at < html.length(); at++) {
      char c = html.charAt(at);
      if (at > from && c == '<') {
        return;
      }
      html.setCharAt(at, c == '\n' || c == '\r' ? c : ' ');
      if (c == '>') {
        return;
      }
    }
  }
}
