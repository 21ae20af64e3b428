package io.confnotes.query.talk;

import io.confnotes.query.http.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The days a date can mean that may lack the day, or month and day. Both ends are included. */
public record Period(LocalDate first, LocalDate last) {

  private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

  /**
   * Reads 2018, 2018-01 or 2018-01-26; null where there is nothing to read.
   *
   * @throws io.confnotes.query.http.ProblemException if it is none of these
   */
  static @Nullable Period parse(String parameter, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    return of(value.strip())
        .orElseThrow(
            () ->
                Problem.invalidParameter(
                    parameter, "is not a year, month or day such as 2018, 2018-01 or 2018-01-26"));
  }

  /** What 2018, 2018-01 or 2018-01-26 can mean; empty if it is none of these. */
  public static Optional<Period> of(String value) {
    try {
      return DATE.matcher(value).matches() ? Optional.of(days(value)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Period days(String value) {
    return switch (value.length()) {
      case 4 -> {
        Year year = Year.parse(value);
        yield new Period(year.atDay(1), year.atMonth(12).atEndOfMonth());
      }
      case 7 -> {
        YearMonth month = YearMonth.parse(value);
        yield new Period(month.atDay(1), month.atEndOfMonth());
      }
      default -> {
        LocalDate day = LocalDate.parse(value);
        yield new Period(day, day);
      }
    };
  }
}
