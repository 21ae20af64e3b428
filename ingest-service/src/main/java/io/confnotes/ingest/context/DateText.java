package io.confnotes.ingest.context;

import io.confnotes.ingest.segment.word.WordList;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as people write them, in the languages of {@code months.txt}. Of a range of days the
 * month is known; a date of which month and day can't be told apart tells its year.
 */
final class DateText {

  static final int DAY_LENGTH = 10;

  private static final Map<String, Integer> MONTHS = months();
  private static final String MONTH =
      MONTHS.keySet().stream()
          .sorted((a, b) -> b.length() - a.length())
          .map(Pattern::quote)
          .collect(Collectors.joining("|", "(?<month>", ")\\.?(?!\\p{L})"));
  private static final String YEAR = "(?<year>(?:19|20)\\d{2})(?!\\d)";
  private static final String ORDINAL = "(?:st|nd|rd|th|er|º|ª|\\.)?";

  private static final Pattern ISO =
      Pattern.compile(
          "(?<!\\d)" + "(?<year>(?:19|20)\\d{2})([-/._])(?<m>\\d{1,2})\\2(?<day>\\d{1,2})(?!\\d)");
  private static final Pattern CJK =
      Pattern.compile(
          "(?<year>(?:19|20)\\d{2})\\s?[年년]\\s?(?<m>\\d{1,2})\\s?[月월](?:\\s?(?<day>\\d{1,2})\\s?[日일号])?");
  private static final Pattern DAY_FIRST =
      pattern(
          "(?<!\\d)(?<day>\\d{1,2})"
              + ORDINAL
              + "(?:\\s?(?<to>[-–—/&]|to|bis|au|al|und|and|et|y)\\s?\\d{1,2}"
              + ORDINAL
              + ")?\\s+(?:de\\s+|of\\s+)?"
              + MONTH
              + ",?\\s+(?:de\\s+|del\\s+)?"
              + YEAR);
  private static final Pattern MONTH_FIRST =
      pattern(
          "(?<!\\p{L})"
              + MONTH
              + "\\s+(?<day>\\d{1,2})"
              + ORDINAL
              + "(?<to>\\s?(?:[-–—/&]|to|and)\\s?(?:\\p{L}+\\.?\\s)?\\d{1,2}"
              + ORDINAL
              + ")?,?\\s+"
              + YEAR);
  private static final Pattern MONTH_ONLY =
      pattern("(?<!\\p{L})" + MONTH + ",?\\s+(?:de\\s+)?" + YEAR);
  private static final Pattern NUMBERS =
      Pattern.compile("(?<!\\d)(?<a>\\d{1,2})([./])(?<b>\\d{1,2})\\2" + YEAR);
  private static final Pattern YEAR_ONLY = Pattern.compile("(?<![\\d.])" + YEAR);

  private DateText() {}

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (String line : WordList.lines("months.txt")) {
      String[] words = line.split("\\s+");
      for (int i = 1; i < words.length; i++) {
        months.put(words[i], Integer.parseInt(words[0]));
      }
    }
    return Map.copyOf(months);
  }

  /** The first date with at least a month, as ISO 8601; null where there is none. */
  static @Nullable String find(String text) {
    Matcher matcher = ISO.matcher(text);
    if (matcher.find()) {
      return date(matcher.group("year"), month(matcher.group("m")), matcher.group("day"));
    }
    matcher = CJK.matcher(text);
    if (matcher.find()) {
      return date(matcher.group("year"), month(matcher.group("m")), matcher.group("day"));
    }
    for (Pattern pattern : new Pattern[] {DAY_FIRST, MONTH_FIRST}) {
      matcher = pattern.matcher(text);
      if (matcher.find()) {
        String day = matcher.group("to") == null ? matcher.group("day") : null;
        return date(matcher.group("year"), named(matcher), day);
      }
    }
    matcher = MONTH_ONLY.matcher(text);
    if (matcher.find()) {
      return date(matcher.group("year"), named(matcher), null);
    }
    matcher = NUMBERS.matcher(text);
    return matcher.find() ? numbers(matcher) : null;
  }

  /** The first year from 1900 to 2099; null where there is none. */
  static @Nullable String year(String text) {
    Matcher matcher = YEAR_ONLY.matcher(text);
    return matcher.find() ? matcher.group("year") : null;
  }

  /** With full stops the day comes first; with slashes it depends on who writes. */
  private static @Nullable String numbers(Matcher matcher) {
    int a = month(matcher.group("a"));
    int b = month(matcher.group("b"));
    boolean dayFirst = matcher.group(2).equals(".") || a > 12;
    if (!dayFirst && b <= 12 && a != b) {
      return matcher.group("year");
    }
    return dayFirst
        ? date(matcher.group("year"), b, matcher.group("a"))
        : date(matcher.group("year"), a, matcher.group("b"));
  }

  private static int month(String digits) {
    return Integer.parseInt(digits);
  }

  private static int named(Matcher matcher) {
    return MONTHS.getOrDefault(matcher.group("month").toLowerCase(Locale.ROOT), 0);
  }

  private static @Nullable String date(String year, int month, @Nullable String day) {
    try {
      int number = day == null ? 1 : Integer.parseInt(day);
      String date = LocalDate.of(Integer.parseInt(year), month, number).toString();
      return day == null ? date.substring(0, "2000-01".length()) : date;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
