package io.confnotes.ingest.read.markdown;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tracks where blocks of HTML end (CommonMark 0.31, 4.6): kinds 1 to 5 at a sign of their own, even
 * behind blank lines, all others at a blank line. A paragraph that begins with a tag counts, too.
 */
final class HtmlBlockEnd {

  private static final List<String> RAW = List.of("pre", "script", "style", "textarea");
  private static final List<String> RAW_ENDS = RAW.stream().map("</%s>"::formatted).toList();
  private static final List<String> BLANK_LINE = List.of();

  private @Nullable List<String> ends;

  boolean isOpen() {
    return ends != null;
  }

  /** Takes the next line that is no fenced code. */
  void track(String line) {
    String text = line.strip();
    if (ends == null && text.startsWith("<")) {
      ends = ends(text.toLowerCase(Locale.ROOT));
    }
    if (ends != null && isEnd(text, ends)) {
      ends = null;
    }
  }

  private static boolean isEnd(String text, List<String> ends) {
    if (ends.equals(BLANK_LINE)) {
      return text.isEmpty();
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return ends.stream().anyMatch(lower::contains);
  }

  private static List<String> ends(String text) {
    if (text.startsWith("<!--")) {
      return List.of("-->");
    }
    if (text.startsWith("<?")) {
      return List.of("?>");
    }
    if (text.startsWith("<![cdata[")) {
      return List.of("]]>");
    }
    if (text.startsWith("<!")) {
      return List.of(">");
    }
    return RAW.stream().anyMatch(tag -> text.startsWith(tag, 1)) ? RAW_ENDS : BLANK_LINE;
  }
}
