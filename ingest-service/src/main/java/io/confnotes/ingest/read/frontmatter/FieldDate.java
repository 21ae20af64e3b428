package io.confnotes.ingest.read.frontmatter;

import io.confnotes.ingest.read.frontmatter.FrontMatter.Field;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The day that a value names: ISO where it begins with year, month and day, else as written. */
final class FieldDate {

  private static final Pattern DAY =
      Pattern.compile("^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d).*", Pattern.DOTALL);
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(19|20)\\d{2}(?!\\d)");
  private static final int LONGEST = 40;

  private FieldDate() {}

  static @Nullable Field of(Value value) {
    Value first = value;
    while (first instanceof Value.Items items && !items.values().isEmpty()) {
      first = items.values().getFirst();
    }
    Field text = FieldText.of(FrontMatter.DATE, first);
    if (text == null || DAY.matcher(text.value()).matches()) {
      return text == null ? null : iso(text.value(), text.line());
    }
    return text.value().length() <= LONGEST && YEAR.matcher(text.value()).find() ? text : null;
  }

  static @Nullable Field iso(String text, int line) {
    Matcher matcher = DAY.matcher(text.strip());
    String day = matcher.matches() ? isoDay(matcher) : null;
    return day == null ? null : new Field(FrontMatter.DATE, day, line);
  }

  private static @Nullable String isoDay(Matcher matcher) {
    try {
      int year = Integer.parseInt(matcher.group(1));
      int month = Integer.parseInt(matcher.group(2));
      return LocalDate.of(year, month, Integer.parseInt(matcher.group(3))).toString();
    } catch (DateTimeException e) {
      return null; // looks like a date, but there is no such day
    }
  }
}
