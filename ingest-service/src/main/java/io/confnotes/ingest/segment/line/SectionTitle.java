package io.confnotes.ingest.segment.line;

import io.confnotes.ingest.segment.word.Cjk;
import io.confnotes.ingest.segment.word.PlainText;
import io.confnotes.ingest.segment.word.WordList;
import io.confnotes.ingest.segment.word.Words;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Recognises headings that name no talk: sections, days, dates, whole events. */
public final class SectionTitle {

  private static final Set<String> SECTION_WORDS = WordList.of("section.txt");

  private static final Set<String> EVENT_WORDS = WordList.of("event.txt");
  private static final List<String> CJK_EVENT_WORDS =
      EVENT_WORDS.stream().filter(word -> Cjk.isSign(word.codePointAt(0))).toList();

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
  private static final int MOST_SECTION_WORDS = 6;
  private static final int MOST_EVENT_WORDS = 12;
  private static final int MOST_WORDS_AROUND_YEAR = 6;
  private static final Set<String> BREAKS = WordList.of("break.txt");
  private static final int MOST_BREAK_WORDS = 8;
  private static final int LONGEST_DAY_WORD = 16;

  /** "About HedgeConf": who publishes notes says so of themselves. */
  private static final int MOST_ABOUT_WORDS = 3;

  private static final Set<String> SEVERAL_TALKS = WordList.of("several-talks.txt");

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

  private static final Set<String> MONTHS =
      WordList.of("months.txt").stream()
          .filter(word -> Character.isLetter(word.charAt(0)))
          .collect(Collectors.toUnmodifiableSet());
  private static final String MONTH =
      MONTHS.stream()
          .sorted(Comparator.comparingInt(String::length).reversed())
          .collect(Collectors.joining("|", "(?:", ")"));
  private static final Pattern DATE =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}|"
              + MONTH
              + "\\.?\\s+\\d{1,2}(?!\\d)|\\d{1,2}(?:st|nd|rd|th|er|º|ª|\\.)?(?:\\s+de|\\s+of|\\s+del)?\\s+"
              + MONTH
              + "(?!\\p{L})|"
              + MONTH
              + ",?\\s+(?:19|20)\\d{2}|\\d{4}\\s?[年년]|\\d{1,2}\\s?[月월]\\s?\\d{1,2}\\s?[日号일]|\\d{4}-\\d{2}-\\d{2}t)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern YEAR =
      Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)|['’]\\d{2}\\b");

  /** A year that is counted to or from, and behind words that make it a time. */
  private static final Pattern YEAR_OF_SOMETHING =
      Pattern.compile(
          "(?<!\\d)(?:19|20)\\d{2}\\s?[-–/]\\s?(?:(?:19|20)\\d{2}|\\d{2})(?![\\d/.-])"
              + "|(?<!\\p{L})(?:in|en|em|nel|im jahr|since|seit|depuis|before|after|beyond|until|by|für|for)"
              + "\\s(?:19|20)\\d{2}(?!\\d)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Those that are names or other words as well must have a date or nothing behind them. */
  private static final String WEEKDAY =
      "(?:le |el |il )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
          + "(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|"
          + "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|"
          + "понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|"
          + "[月火水木金土日]曜日?|星期[一二三四五六日天]|周[一二三四五六日]|[월화수목금토일]요일)";

  private static final String ORDINAL_DAY =
      "(?:erster|zweiter|dritter|letzter) tag|(?:premier|deuxième|second|troisième|dernier) jour|(?:première|deuxième|seconde|troisième|dernière) journée|"
          + "(?:primer|segundo|tercer|último|primeiro|terceiro) d[ií]a|(?:primo|secondo|terzo|ultimo) giorno|(?:prima|seconda|terza) giornata|"
          + "(?:eerste|tweede|derde|laatste) dag|(?:första|andra|tredje|sista) dagen|(?:pierwszy|drugi|trzeci|ostatni) dzień|dzień (?:pierwszy|drugi|trzeci|ostatni)|"
          + "(?:первый|второй|третий|последний) день|день (?:первый|второй|третий|последний)|(?:첫째|둘째|셋째|마지막) ?날|첫날|初日|最終日";

  private static final Pattern DAY =
      Pattern.compile(
          "^(?:\\d{1,2}\\s?(?:日目|일차)|第\\s?[一二三四五\\d]\\s?[天日]|(?:day|tag|jour|journée|día|dia|giorno|giornata|dag|dzień|день|天) ?[#\\d]+|(?:first|second|third|last) day|day (?:one|two|three|four)|"
              + "(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)(?!\\p{Ll}).{0,40}$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern WEEKDAY_OR_ORDINAL =
      Pattern.compile(
          "(?:" + WEEKDAY + "|" + ORDINAL_DAY + ")(?:$|\\s?[,.:(–—\\d-].{0,40}$)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** What numbers count: no weekday and no ordinal begins with it. */
  private static final Set<String> UNITS =
      Set.of("day", "tag", "jour", "journée", "día", "dia", "giorno", "giornata", "dag");

  /** The first words of days, as far as their letters go. */
  private static final Set<String> DAY_WORDS = WordList.of("day-first.txt");

  private static final Pattern NUMBERED_DAY =
      Pattern.compile(
          "\\b(?:day|tag|jour|día|dia|giorno|dag|dzień|день)\\s?#?\\d{1,2}\\b|\\d\\s?(?:日目|일차)|第\\s?[一二三四五\\d]\\s?天",
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
    if (isDay(text) || isQuestion(text) || isCjkSection(text)) {
      return true;
    }
    int words = 0;
    boolean about = false;
    for (String word : Words.each(text)) {
      words++;
      about |= words == 1 && word.equals("about");
      if (!isNumber(word) && !SECTION_WORDS.contains(word)) {
        return about && isAbout(Words.of(text));
      }
    }
    return words <= MOST_SECTION_WORDS;
  }

  private static boolean isAbout(List<String> words) {
    return words.size() > 1 && words.size() <= MOST_ABOUT_WORDS;
  }

  private static boolean isNumber(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isDigit(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isQuestion(String text) {
    boolean possible = !text.isEmpty() && "qQfFpPaA".indexOf(text.charAt(0)) >= 0;
    return possible && QUESTION.matcher(text).matches();
  }

  /** Where words are not separated: what is left without the words of sections. */
  private static boolean isCjkSection(String text) {
    if (text.isEmpty() || text.length() > LONGEST_CJK_SECTION || !Cjk.isSign(text.codePointAt(0))) {
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
    Iterator<String> words = Words.each(text).iterator();
    boolean first = words.hasNext() && BREAKS.contains(words.next());
    return first && Words.of(text).size() <= MOST_BREAK_WORDS;
  }

  /** A heading like "Day 2" or "Monday". */
  public static boolean isDay(String text) {
    int letters = 0;
    while (letters < text.length() && Character.isLetter(text.charAt(letters))) {
      letters++;
    }
    String word = text.substring(0, Math.min(letters, LONGEST_DAY_WORD)).toLowerCase(Locale.ROOT);
    boolean possible =
        letters == 0
            ? !text.isEmpty() && Character.isDigit(text.charAt(0))
            : text.charAt(0) >= 0x2E80 || DAY_WORDS.contains(word);
    boolean counted = possible && UNITS.contains(word);
    return possible
        && !(counted && letters == text.length())
        && (DAY.matcher(text).matches()
            || (!counted && WEEKDAY_OR_ORDINAL.matcher(text).matches()));
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
    for (String word : Words.each(withoutLastBrackets(text))) {
      boolean talks = SEVERAL_TALKS.contains(word);
      several |= talks;
      if (!talks && !isNumber(word) && !SECTION_WORDS.contains(word)) {
        return false;
      }
    }
    return several;
  }

  /** A heading that speaks of several talks, whatever else it says: "Talks worth watching". */
  public static boolean mentionsTalks(String text) {
    for (String word : Words.each(text)) {
      if (SEVERAL_TALKS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** A date and not much else. */
  public static boolean isDate(String text) {
    return text.length() <= 120 && mentionsDate(text) && PlainText.words(text) <= 9;
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
      char c = text.charAt(i);
      char before = text.charAt(i - 1);
      boolean digits =
          "./-".indexOf(c) >= 0
              && Character.isDigit(before)
              && i + 1 < text.length()
              && Character.isDigit(text.charAt(i + 1));
      boolean named = "年月년월".indexOf(c) >= 0 && (Character.isDigit(before) || before == ' ');
      if (digits || named) {
        return true;
      }
    }
    for (String word : Words.each(text)) {
      if (MONTHS.contains(word)) {
        return true;
      }
    }
    return false;
  }

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
    int words = 0;
    for (String word : Words.each(text)) {
      words++;
      if (words > MOST_EVENT_WORDS || TALK_WORDS.contains(word)) {
        return false;
      }
      event |= EVENT_WORDS.contains(word) || isEventName(word);
    }
    return event
        || isNumberedDay(text)
        || (mentionsYearOfEvent(text) && (words <= MOST_WORDS_AROUND_YEAR || isDate(text)))
        || (Cjk.isIn(text) && CJK_EVENT_WORDS.stream().anyMatch(text::contains));
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

  private static String withoutLastBrackets(String text) {
    return text.endsWith(")") ? LAST_BRACKETS.matcher(text).replaceFirst("") : text;
  }
}
