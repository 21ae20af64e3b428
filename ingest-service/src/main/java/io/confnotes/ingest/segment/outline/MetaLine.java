package io.confnotes.ingest.segment.outline;

import io.confnotes.ingest.segment.line.DateTitle;
import io.confnotes.ingest.segment.line.SlotLabel;
import io.confnotes.ingest.segment.line.TitleLine;
import io.confnotes.ingest.segment.word.PlainText;
import io.confnotes.ingest.segment.word.WordList;
import java.util.Locale;
import java.util.Set;

/** Recognises lines that tell about a talk but name neither it nor a speaker. */
public final class MetaLine {

  private static final Set<String> KEYS = WordList.lines("meta-labels.txt");

  private MetaLine() {}

  /** Dates, places, links: what may stand between a title and its speakers. */
  public static boolean isMeta(Row row) {
    String text = row.text();
    if (row.linked()
        || PlainText.hasAddress(text)
        || TitleLine.isPlaceholder(text)
        || DateTitle.isDate(text)) {
      return true;
    }
    SlotLabel slot = row.slot();
    boolean slotOnly = slot.isSlotted() && PlainText.words(slot.title()) <= 3 && !row.isListItem();
    boolean directive = text.startsWith("{%") || text.startsWith("{:") || text.startsWith("![");
    boolean aside = text.startsWith("(") && text.endsWith(")");
    return isKeyed(text) || slotOnly || directive || aside || endsWithAddress(text);
  }

  /** "Room: 3", "Subject: notes": a key that names no speaker, with its value. */
  public static boolean isKeyed(String text) {
    int colon = text.indexOf(':');
    return colon > 0
        && colon < 24
        && KEYS.contains(text.substring(0, colon).strip().toLowerCase(Locale.ROOT));
  }

  private static boolean endsWithAddress(String text) {
    int at = text.indexOf("://");
    return at > 0 && PlainText.words(text.substring(0, at)) <= 3;
  }
}
