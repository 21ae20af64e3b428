package io.confnotes.ingest.segment.line;

import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.people.SpeakerLabel;
import io.confnotes.ingest.segment.word.PlainText;

/** The name of an event in front of or behind a title: "Notes from GateCamp 2030: Hinges". */
public final class EventAffix {

  private static final String[] SEPARATORS = {
    ": ", "：", " - ", " – ", " — ", " | ", " • ", " · ", " @ ", " / "
  };
  private static final int FEWEST_WORDS = 2;
  private static final double NAMES = 0.5;

  private EventAffix() {}

  /** The title without the event; as it is where nothing would be left of it. */
  public static String without(String line) {
    String title = withoutBrackets(line);
    for (String separator : SEPARATORS) {
      int first = title.indexOf(separator);
      if (first > 0 && isEvent(title.substring(0, first))) {
        String behind = TitleLine.clean(title.substring(first + separator.length()));
        if (isTitle(behind)) {
          return behind;
        }
      }
      int last = first < 0 ? -1 : title.lastIndexOf(separator);
      if (last > 0 && isEvent(title.substring(last + separator.length()))) {
        String before = TitleLine.clean(title.substring(0, last));
        if (isTitle(before)) {
          return before;
        }
      }
    }
    return title;
  }

  /** Whether there is the name of an event in front of a title or behind it. */
  public static boolean isIn(String line) {
    return !without(line).equals(line);
  }

  private static boolean isEvent(String text) {
    String by = SpeakerLabel.restAfterWords(text);
    return EventTitle.isEvent(text)
        && People.strictly(text).score() < NAMES
        && (by == null || People.strictly(by).score() < NAMES);
  }

  private static String withoutBrackets(String title) {
    char last = title.isEmpty() ? ' ' : title.charAt(title.length() - 1);
    int open = last == ')' ? title.lastIndexOf(" (") : last == ']' ? title.lastIndexOf(" [") : -1;
    if (open <= 0) {
      return title;
    }
    String inner = title.substring(open + 2, title.length() - 1);
    if (!isEvent(inner)) {
      return title;
    }
    String before = TitleLine.clean(title.substring(0, open));
    return PlainText.words(before) >= FEWEST_WORDS ? before : title;
  }

  private static boolean isTitle(String text) {
    return PlainText.words(text) >= FEWEST_WORDS
        && TitleLine.isPossible(text)
        && !SectionTitle.isSection(text)
        && !EventTitle.isEvent(text)
        && !DateTitle.isDate(text);
  }
}
