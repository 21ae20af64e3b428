package io.confnotes.ingest.segment.line;

import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.word.PlainText;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a programme puts behind a title: "(Room 2)", "[Video]", an address, "- Keynote". */
final class SlotTail {

  private static final Pattern PLACE_LAST =
      Pattern.compile(
          "\\s*(?:[\\[(](?:room|raum|saal|hall|salle|sala|track|stage|auditorium)\\b[^\\])]{0,30}[\\])]"
              + "|[,|\\-–—]\\s*(?:room|raum|saal|hall|salle|sala|track|stage)\\s[\\p{L}\\d.]{1,12})$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern KIND_LAST =
      Pattern.compile(
          "\\s*[\\[(](?:opening |closing )?(?:keynote|talk|panel|workshop|tutorial|lightning talk|video|slides|recording|session|plenary|bof)[\\])]$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LINK_LAST =
      Pattern.compile(
          "(?:\\s*[-–—|•,]+\\s*[\\[(]?|\\s+[\\[(])(?:slides?|folien|video|vidéo|recording|github|youtube|code|demo|materials|slideshare|speakerdeck|speaker ?deck|details?|link|pdf|audio|abstract|transcript)[\\])]?$"
              + "|\\s+(?:SLIDES|VIDEO)$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern KEYNOTE_LAST =
      Pattern.compile(
          "\\s+[-–—|]\\s+(?:(?:opening|closing|ending|morning|evening) )?keynote$",
          Pattern.CASE_INSENSITIVE);

  /** The last words of {@link #LINK_LAST}. */
  private static final Set<String> LINKS =
      Set.of(
          "slide",
          "slides",
          "folien",
          "video",
          "vidéo",
          "recording",
          "github",
          "youtube",
          "code",
          "demo",
          "materials",
          "slideshare",
          "speakerdeck",
          "deck",
          "detail",
          "details",
          "link",
          "links",
          "pdf",
          "audio",
          "abstract",
          "transcript");

  /** What {@link #PLACE_LAST} numbers or names without brackets. */
  private static final Set<String> PLACES =
      Set.of("room", "raum", "saal", "hall", "salle", "sala", "track", "stage");

  private static final int LONGEST_TAIL = 48;

  private final SlotLabel slot;
  private final String title;

  SlotTail(SlotLabel slot) {
    this.slot = slot;
    this.title = slot.title();
  }

  /** The slot without one of them; the same where there is none. */
  SlotLabel without() {
    boolean bracketed = title.endsWith(")") || title.endsWith("]");
    int place = bracketed || endsWithPlace() ? start(title, PLACE_LAST, LONGEST_TAIL) : 0;
    if (place > 0) {
      return new SlotLabel(
          title.substring(0, place).strip(), slot.label(), slot.keynote(), slot.timed());
    }
    int link = endsWithLink(bracketed) ? start(title, LINK_LAST, LONGEST_TAIL) : 0;
    if (link > 0) {
      return new SlotLabel(
          title.substring(0, link).strip(), slot.label(), slot.keynote(), slot.timed());
    }
    int address = title.endsWith("/") || title.contains("://") ? addressAtEnd() : 0;
    if (address > 0) {
      return new SlotLabel(title.substring(0, address), slot.label(), slot.keynote(), slot.timed());
    }
    int keynoteLast = endsWithKeynote() ? start(title, KEYNOTE_LAST, LONGEST_TAIL) : 0;
    if (keynoteLast > 0) {
      String found = People.withoutEdges(title.substring(keynoteLast));
      String all = slot.label().isEmpty() ? found : slot.label();
      return new SlotLabel(title.substring(0, keynoteLast).strip(), all, true, slot.timed());
    }
    int kind = bracketed ? start(title, KIND_LAST, LONGEST_TAIL) : 0;
    return kind > 0 ? withoutKind(kind) : slot;
  }

  /**
   * Where the last word is an address: the end of what is before it and its separator; else 0.
   * Nothing but a title or names may be left.
   */
  private int addressAtEnd() {
    int space = title.lastIndexOf(' ');
    String last = title.substring(space + 1);
    boolean bare = last.startsWith("http://") || last.startsWith("https://");
    if (space <= 0
        || closesMore(last)
        || !(bare || last.startsWith("<http") || last.startsWith("(http"))) {
      return 0;
    }
    int end = space;
    while (end > 0 && " :|–—-,".indexOf(title.charAt(end - 1)) >= 0) {
      end--;
    }
    return PlainText.words(title.substring(0, end)) >= 2 ? end : 0;
  }

  /** "(Jane Doe (https://...))": the address belongs to what brackets before it hold. */
  private static boolean closesMore(String word) {
    int depth = 0;
    for (int i = 0; i < word.length(); i++) {
      depth += word.charAt(i) == '(' ? 1 : word.charAt(i) == ')' ? -1 : 0;
    }
    return depth < 0;
  }

  private boolean endsWithKeynote() {
    return title.regionMatches(true, title.length() - "keynote".length(), "keynote", 0, 7);
  }

  private SlotLabel withoutKind(int start) {
    String found = title.substring(start).strip();
    String inner = found.substring(1, found.length() - 1);
    return new SlotLabel(
        title.substring(0, start).strip(),
        slot.label().isEmpty() ? inner : slot.label(),
        slot.keynote() || SlotLabel.isKeynote(inner),
        slot.timed());
  }

  /** Whether the last word but one is a place's, as in "Room 3". */
  private boolean endsWithPlace() {
    int space = title.lastIndexOf(' ');
    return space > 0 && PLACES.contains(wordBefore(space));
  }

  private boolean endsWithLink(boolean bracketed) {
    return LINKS.contains(wordBefore(bracketed ? title.length() - 1 : title.length()));
  }

  /** The letters that end at a place, in lower case. */
  private String wordBefore(int end) {
    int start = end;
    while (start > 0 && Character.isLetter(title.charAt(start - 1))) {
      start--;
    }
    return title.substring(start, end).toLowerCase(Locale.ROOT);
  }

  /**
   * Where a pattern begins that a title ends with; 0 where it does not. Looks at the end of the
   * title only: a pattern that may begin anywhere takes its time.
   */
  static int start(String title, Pattern pattern, int longest) {
    int from = Math.max(0, title.length() - longest);
    Matcher matcher = pattern.matcher(title).region(from, title.length());
    return matcher.find() ? matcher.start() : 0;
  }
}
