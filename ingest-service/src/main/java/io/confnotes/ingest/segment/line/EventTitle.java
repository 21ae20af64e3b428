package io.confnotes.ingest.segment.line;

import io.confnotes.ingest.segment.word.Cjk;
import io.confnotes.ingest.segment.word.WordList;
import io.confnotes.ingest.segment.word.Words;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Recognises the names of events, and the years that they have. */
public final class EventTitle {

  private static final Set<String> EVENT_WORDS = WordList.of("event.txt");

  /** Those that a number makes a length of time: "A better hedge in 90 days". */
  private static final Set<String> SPANS = Set.of("days", "week", "dagen");

  private static final List<String> CJK_EVENT_WORDS =
      EVENT_WORDS.stream().filter(word -> Cjk.isSign(word.codePointAt(0))).toList();

  private static final Set<String> TALK_WORDS =
      Set.of(
          "keynote",
          "talk",
          "panel",
          "workshop",
          "tutorial",
          "vortrag",
          "exposé",
          "charla",
          "ponencia",
          "palestra",
          "lezing",
          "prelekcja",
          "доклад",
          "föredrag",
          "基調講演",
          "演讲");

  private static final Pattern YEAR =
      Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)|['’]\\d{2}\\b");

  private static final String YEAR_JOINTS =
      WordList.lines("year-joints.txt").stream()
          .sorted()
          .collect(Collectors.joining("|", "(?:", ")"));

  /** A year that is counted to or from, and behind words that make it a time. */
  private static final Pattern YEAR_OF_SOMETHING =
      Pattern.compile(
          "(?<!\\d)(?:19|20)\\d{2}\\s?[-–/]\\s?(?:(?:19|20)\\d{2}|\\d{2})(?![\\d/.-])"
              + "|(?<!\\p{L})"
              + YEAR_JOINTS
              + "\\s(?:19|20)\\d{2}(?!\\d)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern NUMBERED_DAY =
      Pattern.compile(
          "\\b(?:day|tag|jour|día|dia|giorno|dag|dzień|день)\\s?#?\\d{1,2}\\b|\\d\\s?(?:日目|일차)|第\\s?[一二三四五\\d]\\s?天",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** "36C3": congresses that count themselves. */
  private static final Pattern CHAOS_CONGRESS = Pattern.compile("\\d{2}c3");

  private static final int MOST_EVENT_WORDS = 12;
  private static final int MOST_WORDS_AROUND_YEAR = 6;

  private EventTitle() {}

  public static boolean mentionsYear(String text) {
    return mayMentionYear(text) && YEAR.matcher(text).find();
  }

  /** Whether a year is that of an event: "HedgeCamp 2031", not "hedges in 2031" or "2029-2031". */
  private static boolean mentionsYearOfEvent(String text) {
    return mentionsYear(text) && !YEAR_OF_SOMETHING.matcher(text).find();
  }

  /** Saves the pattern for texts without the first digits of a year and without an apostrophe. */
  private static boolean mayMentionYear(String text) {
    return text.contains("20")
        || text.contains("19")
        || text.indexOf('\'') >= 0
        || text.indexOf('’') >= 0;
  }

  /** The name of a conference, or of somebody's notes on one. */
  public static boolean isEvent(String text) {
    boolean event = false;
    String before = "";
    int words = 0;
    for (String word : Words.each(text)) {
      words++;
      if (words > MOST_EVENT_WORDS || TALK_WORDS.contains(word)) {
        return false;
      }
      boolean span = SPANS.contains(word) && isCount(before);
      event |= (EVENT_WORDS.contains(word) && !span) || isEventName(word);
      before = word;
    }
    return event
        || isNumberedDay(text)
        || (mentionsYearOfEvent(text)
            && (words <= MOST_WORDS_AROUND_YEAR || DateTitle.isDate(text)))
        || (Cjk.isIn(text) && CJK_EVENT_WORDS.stream().anyMatch(text::contains));
  }

  /** Whether a word is a number, and too small for a year. */
  private static boolean isCount(String word) {
    return !word.isEmpty()
        && word.length() <= 3
        && word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isNumberedDay(String text) {
    return mayHaveNumberedDay(text) && NUMBERED_DAY.matcher(text).find();
  }

  /** Saves the pattern for texts in which no number is beside what could be the word for a day. */
  private static boolean mayHaveNumberedDay(String text) {
    int before = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if ("第日일".indexOf(c) >= 0 || (digit && "ygraoYGRAO".indexOf(before) >= 0)) {
        return true;
      }
      before = c == '#' || Character.isWhitespace(c) ? before : c;
    }
    return false;
  }

  /** "PyCon", "GopherCon", "RubyConf". */
  private static boolean isEventName(String word) {
    return isConference(word) || (word.endsWith("c3") && CHAOS_CONGRESS.matcher(word).matches());
  }

  private static boolean isConference(String word) {
    return word.length() > 4
        && (word.endsWith("con") || word.endsWith("conf"))
        && !word.equals("silicon")
        && !word.equals("lexicon")
        && !word.equals("falcon")
        && !word.equals("bacon")
        && !word.equals("icon")
        && !word.equals("beacon");
  }
}
