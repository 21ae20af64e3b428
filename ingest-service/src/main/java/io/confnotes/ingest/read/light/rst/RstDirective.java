package io.confnotes.ingest.read.light.rst;

import io.confnotes.ingest.read.light.rst.RstFrames.Role;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to make of a directive.
 *
 * @param body what its content is
 * @param argument what to show of the rest of its first line
 */
record RstDirective(Role body, String argument) {

  private static final Set<String> CODE =
      Set.of(
          "code",
          "code-block",
          "sourcecode",
          "highlight",
          "math",
          "parsed-literal",
          "prompt",
          "doctest",
          "testcode",
          "testoutput",
          "productionlist");
  private static final Set<String> QUOTES = Set.of("epigraph", "highlights", "pull-quote");
  private static final Set<String> DROPPED =
      Set.of(
          "image",
          "contents",
          "toctree",
          "include",
          "literalinclude",
          "meta",
          "index",
          "sectnum",
          "section-numbering",
          "target-notes",
          "header",
          "footer",
          "role",
          "default-role",
          "replace",
          "unicode",
          "date",
          "title",
          "graphviz",
          "uml",
          "youtube",
          "vimeo",
          "post-list",
          "highlightlang");
  private static final Set<String> WITHOUT_ARGUMENT =
      Set.of("figure", "container", "class", "rst-class", "only", "compound", "tabs", "math");

  /** Reads what follows the dots; null where that is no directive. */
  static @Nullable RstDirective of(String explicit) {
    int colons = explicit.indexOf("::");
    boolean directive =
        colons > 0
            && explicit.chars().limit(colons).allMatch(RstDirective::isNamePart)
            && (colons + 2 == explicit.length()
                || Character.isWhitespace(explicit.charAt(colons + 2)));
    if (!directive) {
      return null;
    }
    String name = explicit.substring(0, colons).toLowerCase(Locale.ROOT);
    String argument = explicit.substring(colons + 2).strip();
    boolean html = name.equals("raw") && argument.startsWith("html");
    Role body = html ? Role.HTML : body(name);
    boolean shown = (body == Role.BODY || body == Role.QUOTE) && !WITHOUT_ARGUMENT.contains(name);
    return new RstDirective(body, shown ? argument : "");
  }

  private static boolean isNamePart(int c) {
    return Character.isLetterOrDigit(c) || "-_.:+".indexOf(c) >= 0;
  }

  private static Role body(String name) {
    if (CODE.contains(name)) {
      return Role.CODE;
    }
    if (DROPPED.contains(name) || name.equals("raw")) {
      return Role.DROPPED;
    }
    return QUOTES.contains(name) ? Role.QUOTE : Role.BODY;
  }
}
