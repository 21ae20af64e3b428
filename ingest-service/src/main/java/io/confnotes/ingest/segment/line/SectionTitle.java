package io.confnotes.ingest.segment.line;

import io.confnotes.ingest.segment.people.CjkName;
import io.confnotes.ingest.segment.word.PlainText;
import io.confnotes.ingest.segment.word.WordList;
import io.confnotes.ingest.segment.word.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises headings that name no talk: sections, days, dates, whole events. */
public final class SectionTitle {

  private static final Set<String> SECTION_WORDS = WordList.of("section.txt");

  private static final Set<String> EVENT_WORDS = WordList.of("event.txt");
  private static final List<String> CJK_EVENT_WORDS =
      EVENT_WORDS.stream().filter(word -> CjkName.isCjk(word.codePointAt(0))).toList();

  /** The longest first, so that none is taken for a part of another. */
  private static final List<String> CJK_SECTION_WORDS =
      WordList.of("section-cjk.txt").stream()
          .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
          .toList();

  private static final List<String> LIGHTNING =
      List.of(
          "lightning",
          "ignite talks",
          "blitz",
          "relâmpago",
          "relámpago",
          "ライトニング",
          "闪电",
          "閃電",
          "라이트닝");
  private static final Pattern LAST_BRACKETS = Pattern.compile("\\s*\\([^)]*\\)$");

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
  private static final int LONGEST_CJK_SECTION = 20;
  private static final Set<String> BREAKS = WordList.of("break.txt");
  private static final int MOST_BREAK_WORDS = 8;

  /** "About HedgeConf": who publishes notes says so of themselves. */
  private static final int MOST_ABOUT_WORDS = 3;

  private static final Set<String> SEVERAL_TALKS = WordList.of("several-talks.txt");

  private static final Set<String> TALK_WORDS =
      Set.of("keynote", "talk", "panel", "workshop", "tutorial", "vortrag", "charla", "基調講演", "演讲");

  private static final String MONTH =
      "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|"
          + "september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|"
          + "mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|"
          + "julio|agosto|septiembre|octubre|noviembre|diciembre)";
  private static final Set<String> MONTHS =
      Set.copyOf(List.of(MONTH.substring(3, MONTH.length() - 1).split("\\|", -1)));
  private static final Pattern DATE =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}|"
              + MONTH
              + "\\.?\\s+\\d{1,2}(?!\\d)|\\d{1,2}(?:st|nd|rd|th|\\.)?(?:\\s+de|\\s+of)?\\s+"
              + MONTH
              + "(?!\\p{L})|"
              + MONTH
              + ",?\\s+(?:19|20)\\d{2}|\\d{4}年|\\d{1,2}月\\d{1,2}日|\\d{4}-\\d{2}-\\d{2}t)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern YEAR =
      Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)|['’]\\d{2}\\b");
  private static final Pattern DAY =
      Pattern.compile(
          "^(?:\\d{1,2}\\s?(?:日目|일차)|第[一二三\\d]天|(?:day|tag|jour|día|dia|giorno|dag|dzień|день)\\s?[#\\d]+|(?:first|second|third|last) day|day (?:one|two|three|four)|"
              + "(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)(?!\\p{Ll}).{0,40}$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern NUMBERED_DAY =
      Pattern.compile(
          "\\b(?:day|tag|jour|día|dia|giorno)\\s?#?\\d{1,2}\\b|\\d\\s?(?:日目|일차)|第[一二三]天",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** "36C3": congresses that count themselves. */
  private static final Pattern CHAOS_CONGRESS = Pattern.compile("\\d{2}c3");

  private static final Pattern QUESTION =
      Pattern.compile(
          "^(?:q|question|frage|pregunta|a|answer)\\s?\\d{0,3}\\s?[:.)].*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private SectionTitle() {}

  /** Words that any talk or document has sections of, days, questions. */
  public static boolean isSection(String text) {
    if (DAY.matcher(text).matches() || QUESTION.matcher(text).matches()) {
      return true;
    }
    List<String> words = Words.of(text);
    boolean about =
        words.size() > 1 && words.size() <= MOST_ABOUT_WORDS && words.getFirst().equals("about");
    if (words.isEmpty() || about || isCjkSection(text)) {
      return true;
    }
    for (String word : words) {
      boolean number = word.chars().allMatch(Character::isDigit);
      if (!number && !SECTION_WORDS.contains(word)) {
        return false;
      }
    }
    return words.size() <= 6;
  }

  /** Where words are not separated: what is left without the words of sections. */
  private static boolean isCjkSection(String text) {
    if (text.length() > LONGEST_CJK_SECTION || !CjkName.isCjk(text.codePointAt(0))) {
      return false;
    }
    String rest = NO_LETTERS.matcher(text).replaceAll("");
    for (String word : CJK_SECTION_WORDS) {
      rest = rest.replace(word, "");
    }
    return rest.isEmpty();
  }

  /** A slot of a programme that holds no talk, with or without a place in brackets. */
  public static boolean isBreak(String text) {
    return isSection(withoutLastBrackets(text));
  }

  /** A slot in which people eat, arrive or rest, whatever else it says: "Lunch (provided)". */
  public static boolean beginsWithBreak(String text) {
    List<String> words = Words.of(text);
    return !words.isEmpty()
        && words.size() <= MOST_BREAK_WORDS
        && BREAKS.contains(words.getFirst());
  }

  /** A heading like "Day 2" or "Monday". */
  public static boolean isDay(String text) {
    return DAY.matcher(text).matches();
  }

  /** A heading like "Lightning talks". */
  public static boolean isLightning(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return LIGHTNING.stream().anyMatch(lower::contains);
  }

  /** A heading that talks are listed below, such as "Lightning talks" or "Sessions on Monday". */
  public static boolean isListOfTalks(String text) {
    if (text.length() > 80) {
      return false;
    }
    boolean several = false;
    for (String word : Words.of(withoutLastBrackets(text))) {
      several |= SEVERAL_TALKS.contains(word);
      boolean number = word.chars().allMatch(Character::isDigit);
      if (!number && !SECTION_WORDS.contains(word) && !SEVERAL_TALKS.contains(word)) {
        return false;
      }
    }
    return several;
  }

  /** A heading that speaks of several talks, whatever else it says: "Talks worth watching". */
  public static boolean mentionsTalks(String text) {
    return Words.of(text).stream().anyMatch(SEVERAL_TALKS::contains);
  }

  /** A date and not much else. */
  public static boolean isDate(String text) {
    return text.length() <= 120 && PlainText.words(text) <= 9 && mentionsDate(text);
  }

  public static boolean mentionsDate(String text) {
    return mayMentionDate(text) && DATE.matcher(text).find();
  }

  /** Saves the pattern for texts without a month and without digits beside a date's sign. */
  private static boolean mayMentionDate(String text) {
    if (!PlainText.hasDigit(text)) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      boolean sign = "./-年月".indexOf(text.charAt(i)) >= 0;
      if (sign && Character.isDigit(text.charAt(i - 1))) {
        return true;
      }
    }
    for (String word : Words.of(text)) {
      if (MONTHS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  public static boolean mentionsYear(String text) {
    return YEAR.matcher(text).find();
  }

  /** The name of a conference, or of somebody's notes on one. */
  public static boolean isEvent(String text) {
    boolean year = YEAR.matcher(text).find();
    boolean event = NUMBERED_DAY.matcher(text).find();
    boolean talk = false;
    List<String> words = Words.of(text);
    for (String word : words) {
      event |= EVENT_WORDS.contains(word) || isEventName(word);
      talk |= TALK_WORDS.contains(word);
    }
    boolean cjkEvent = CjkName.hasCjk(text) && CJK_EVENT_WORDS.stream().anyMatch(text::contains);
    return !talk
        && words.size() <= 12
        && ((year && words.size() <= 6) || event || cjkEvent || (year && isDate(text)));
  }

  /** "PyCon", "GopherCon", "RubyConf". */
  private static boolean isEventName(String word) {
    return CHAOS_CONGRESS.matcher(word).matches() || isConference(word);
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

  private static String withoutLastBrackets(String text) {
    return LAST_BRACKETS.matcher(text).replaceFirst("");
  }
}
