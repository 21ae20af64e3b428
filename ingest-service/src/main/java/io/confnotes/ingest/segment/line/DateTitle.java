package io.confnotes.ingest.segment.line;

import io.confnotes.ingest.segment.word.PlainText;
import io.confnotes.ingest.segment.word.WordList;
import io.confnotes.ingest.segment.word.Words;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Recognises dates and the days of an event. */
public final class DateTitle {

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

  private static final int LONGEST_DAY_WORD = 16;

  private DateTitle() {}

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
}
