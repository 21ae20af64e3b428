package io.confnotes.ingest.segment.line;

import io.confnotes.ingest.segment.word.WordList;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words that announce a title on a line of its own: "Topic: ...", "标题：...". */
public final class TitleLabel {

  private static final Set<String> LABELS = WordList.lines("title-labels.txt");
  private static final int LONGEST_LABEL = 24;

  /** What columns of titles are headed with, but no line of its own. */
  private static final Set<String> HEADERS =
      Set.of("talks", "session", "sessions", "presentation", "presentations", "what");

  private TitleLabel() {}

  /** Whether the head of a column says that titles are below it. */
  public static boolean isHeader(String text) {
    String label = TitleLine.clean(text).toLowerCase(Locale.ROOT);
    return LABELS.contains(label) || HEADERS.contains(label);
  }

  /** What follows the label; null where the text begins with none. */
  public static @Nullable String rest(String text) {
    for (int i = 0; i < Math.min(text.length(), LONGEST_LABEL); i++) {
      char c = text.charAt(i);
      if (c == ':' || c == '：' || c == '\t') {
        String label = text.substring(0, i).strip().toLowerCase(Locale.ROOT);
        return LABELS.contains(TitleLine.clean(label)) ? text.substring(i + 1).strip() : null;
      }
    }
    return null;
  }
}
