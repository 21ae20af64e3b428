package io.confnotes.ingest.segment.line;

import io.confnotes.ingest.segment.people.People;
import io.confnotes.ingest.segment.people.SpeakerLabel;
import io.confnotes.ingest.segment.word.Cjk;
import io.confnotes.ingest.segment.word.PlainText;
import io.confnotes.ingest.segment.word.WordList;
import io.confnotes.ingest.segment.word.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a programme puts around a title: "Session 3:", "Keynote:", "10:30 - 11:00", "(Room 2)".
 *
 * @param title what is left, possibly nothing
 * @param label the label as written, without its separator; else empty
 * @param keynote whether the label says keynote
 * @param timed whether a time of day was there
 */
public record SlotLabel(String title, String label, boolean keynote, boolean timed) {

  private static final String CLOCK =
      "(?:[01]?\\d|2[0-4])(?:[:h][0-5]\\d(?:\\s?[ap]\\.?m\\.?|[ap])?|[.][0-5]\\d\\s?(?:Uhr|[ap]m)|\\s?[ap]\\.?m\\b\\.?)"
          + "(?:\\s?(?:Uhr|h|時|点|[ECMPA][SD]?T|CES?T|BST|UTC|GMT|JST|IST)(?![\\p{L}\\d]))?(?![\\p{L}\\d])";
  private static final String RANGE =
      CLOCK + "(?:\\s?(?:-|–|—|to|bis|à|a|until|~)\\s?" + CLOCK + ")?";
  private static final Pattern TIME_FIRST =
      Pattern.compile("[\\[(]?" + RANGE + "[\\])]?\\s*[:|,\\-–—]*\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern TIME_LAST =
      Pattern.compile("\\s*[,|@\\-–—]?\\s*[\\[(]?" + RANGE + "[\\])]?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER_FIRST =
      Pattern.compile(
          "(?:#?\\d{1,3}[.)]\\s+|#\\d{1,3}[:\\s]\\s*|\\d{1,2}\\s?(?:[\\-–—:]\\s+|：\\s*)|第\\s?[\\d一二三四五六七八九十]+\\s?[场場节節回]\\s*[:：]?\\s*|[一二三四五六七八九十]{1,3}、\\s*|【[A-Z]{0,2}[-‐]?\\d{0,3}】\\s*)");

  private static final String NUMBER =
      "(?:\\.\\d{1,3}|\\s?[#№]?(?:\\d{1,3}[a-z]?|[A-Z]\\d?|[ivx]{1,4}|[一二三四五六七八九十]{1,2}))?";
  private static final Set<String> QUALIFIERS = WordList.lines("slot-qualifiers.txt");
  private static final Set<String> KINDS = WordList.lines("slot-kinds.txt");
  private static final Pattern LABEL =
      Pattern.compile(
          "[\\[(【]?((?:"
              + alternatives(QUALIFIERS)
              + "[\\s-]?(?:\\d{1,2}\\s)?)?"
              + alternatives(KINDS)
              + "(?:\\s?(?:speaker|speakers|address|talk|session|inaugural|d['’]ouverture|de clôture|de apertura|de cierre|de clausura"
              + "|de abertura|de encerramento|di apertura|di chiusura))?"
              + NUMBER
              + ")(?:(?<close>[\\])】])\\s*)?(?<rest>\\s*(?:[:：|.\\-–—/]+\\s*|$|(?=[\\s「『《])|(?<=[\\])】]\\s?)))",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Set<String> CJK_KEYNOTES =
      Set.of("基調講演", "主题演讲", "主旨演讲", "主題演講", "專題演講", "기조연설", "키노트");
  private static final Set<String> QUALIFIER_WORDS = firstWords(QUALIFIERS);
  private static final Set<String> KIND_WORDS = firstWords(KINDS);

  /** A qualifier is one word. */
  private static final int MOST_WORDS_TO_KIND = 2;

  private static final Set<String> PANELS =
      Set.of(
          "panel",
          "fireside",
          "round table",
          "roundtable",
          "podiumsdiskussion",
          "table ronde",
          "mesa redonda",
          "パネル",
          "圆桌");
  private static final Set<String> SESSIONS =
      Set.of(
          "session",
          "sessions",
          "block",
          "track",
          "room",
          "stage",
          "hall",
          "sitzung",
          "raum",
          "saal",
          "séance",
          "salle",
          "sesión",
          "sala",
          "sessão",
          "sessione",
          "sesja",
          "セッション",
          "分会场");

  /** Those of them that hold many talks even where a title follows. */
  private static final Set<String> TRACKS =
      Set.of("track", "room", "stage", "hall", "raum", "saal", "salle", "sala", "分会场");

  private static final String NUMERALS = "一二三四五六七八九十第【";
  private static final String TIME_BEGINNINGS = "0123456789[(";
  private static final String NUMBER_BEGINNINGS = "0123456789#" + NUMERALS;
  private static final int LONGEST_TIME = 32;
  private static final int MOST_ROUNDS = 4;
  private static final int LONGEST = 600;

  /** The longest first, as the first that fits is taken. */
  private static String alternatives(Set<String> words) {
    return words.stream()
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
        .map(word -> Pattern.quote(word).replace(" ", "\\E\\s?\\Q"))
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  private static Set<String> firstWords(Set<String> labels) {
    return labels.stream()
        .map(label -> label.split("[ '-]", 2)[0])
        .collect(Collectors.toUnmodifiableSet());
  }

  public static SlotLabel of(String text) {
    if (text.length() > LONGEST) {
      return new SlotLabel(text.strip(), "", false, false);
    }
    SlotLabel slot = new SlotLabel(PlainText.collapsed(text), "", false, false);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      SlotLabel next = slot.withoutOne();
      if (next.title.equals(slot.title)) {
        break;
      }
      slot = next;
    }
    return slot;
  }

  /** Whether the row says anything about the programme. */
  public boolean isSlotted() {
    return timed || !label.isEmpty();
  }

  private SlotLabel withoutOne() {
    if (PlainText.hasDigit(title) || startsWith(NUMERALS)) {
      SlotLabel next = withoutNumbers();
      if (!next.equals(this)) {
        return next;
      }
    }
    SlotLabel next = new SlotTail(this).without();
    return next.equals(this) ? withoutLabel() : next;
  }

  /** Whether the label says that several people talk. */
  public boolean isPanel() {
    String lower = label.toLowerCase(Locale.ROOT);
    return PANELS.stream().anyMatch(lower::contains);
  }

  /** Whether it is a label only, of a slot that holds several talks: "Session 3", "Track B". */
  public boolean isSession() {
    return title.isEmpty() && !keynote && SESSIONS.contains(firstWord(label));
  }

  /** Whether its title names a part of the programme: "Track B: Community". */
  public boolean isTrack() {
    return !title.isEmpty() && TRACKS.contains(firstWord(label));
  }

  /** Whether it is only a label, of where something takes place: "Room A". */
  public boolean isPlace() {
    return title.isEmpty() && TRACKS.contains(firstWord(label));
  }

  /** Whether a slot that can hold several talks has a title: "Session 3: Rope". */
  public boolean isTitledSession() {
    return !title.isEmpty() && !keynote && SESSIONS.contains(firstWord(label));
  }

  private static String firstWord(String label) {
    List<String> words = Words.of(label);
    return words.isEmpty() ? "" : words.getFirst();
  }

  private boolean startsWith(String signs) {
    return !title.isEmpty() && signs.indexOf(title.charAt(0)) >= 0;
  }

  private SlotLabel withoutNumbers() {
    int time = startsWith(TIME_BEGINNINGS) ? end(TIME_FIRST) : 0;
    if (time > 0) {
      return new SlotLabel(title.substring(time).strip(), label, keynote, true);
    }
    int last = mayEndWithTime() ? SlotTail.start(title, TIME_LAST, LONGEST_TIME) : 0;
    if (last > 0) {
      return new SlotLabel(title.substring(0, last).strip(), label, keynote, true);
    }
    int number = startsWith(NUMBER_BEGINNINGS) ? end(NUMBER_FIRST) : 0;
    return number > 0 && number < title.length()
        ? new SlotLabel(title.substring(number).strip(), label, keynote, timed)
        : this;
  }

  /** Where a pattern ends that the title begins with; 0 where it does not. */
  private int end(Pattern pattern) {
    Matcher matcher = pattern.matcher(title);
    return matcher.lookingAt() ? matcher.end() : 0;
  }

  /** Whether the last signs are ones that a time of day can end with. */
  private boolean mayEndWithTime() {
    int end = title.length() - 1;
    char last = end < 0 ? ' ' : title.charAt(end);
    boolean minutes =
        Character.isDigit(last) && end > 2 && ":hH".indexOf(title.charAt(end - 2)) >= 0;
    return minutes || ")].mMhHrRtTcC時点".indexOf(last) >= 0;
  }

  /**
   * Saves the pattern for titles that begin with none of its words, or with one that says something
   * only in front of a kind, which is not there.
   */
  private static boolean mayBeginWithLabel(String title) {
    int end = 0;
    for (int words = 0; words < MOST_WORDS_TO_KIND; words++) {
      int start = end;
      while (start < title.length() && !Character.isLetter(title.charAt(start))) {
        start++;
      }
      end = start;
      while (end < title.length() && Character.isLetter(title.charAt(end))) {
        end++;
      }
      if (start == end) {
        return false;
      }
      String word = title.substring(start, end).toLowerCase(Locale.ROOT);
      if (KIND_WORDS.contains(word) || Cjk.isSign(title.codePointAt(start))) {
        return true;
      }
      if (words == 0 && !QUALIFIER_WORDS.contains(word)) {
        return false;
      }
    }
    return false;
  }

  private SlotLabel withoutLabel() {
    if (!mayBeginWithLabel(title)) {
      return this;
    }
    Matcher matcher = LABEL.matcher(title);
    if (!matcher.lookingAt()) {
      return this;
    }
    String found = matcher.group(1).strip();
    String rest = title.substring(matcher.end()).strip();
    boolean separated =
        !matcher.group("rest").isBlank()
            || matcher.group("close") != null
            || rest.isEmpty()
            || "「『《".indexOf(rest.charAt(0)) >= 0;
    boolean numbered = Character.isDigit(found.charAt(found.length() - 1));
    boolean named = !separated && isKeynote(found) && byPeople(rest);
    if (!separated && !numbered && !named) {
      return this;
    }
    String all = label.isEmpty() ? found : label + " " + found;
    return new SlotLabel(rest, all, keynote || isKeynote(found), timed);
  }

  private static boolean byPeople(String rest) {
    return SpeakerLabel.restAfterWords(rest) != null || People.of(rest).score() >= 0.5;
  }

  static boolean isKeynote(String label) {
    String lower = label.toLowerCase(Locale.ROOT).replace(" ", "");
    return lower.contains("keynote") || CJK_KEYNOTES.stream().anyMatch(label::contains);
  }
}
