package io.confnotes.query.trend;

import io.confnotes.query.http.Problem;
import io.confnotes.query.talk.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The days that are asked for, both included; null where there is no bound. */
public record Days(@Nullable LocalDate first, @Nullable LocalDate last) {

  /** Without bounds. */
  public static final Days ALL = new Days(null, null);

  private static final int DAY_LENGTH = 10;

  /**
   * Reads the parameters {@code from} and {@code to}; a blank one counts as absent.
   *
   * @throws io.confnotes.query.http.ProblemException if one is no date, or the first is after the
   *     last
   */
  static Days of(@Nullable String from, @Nullable String to) {
    LocalDate first = isAbsent(from) ? null : period("from", from).first();
    LocalDate last = isAbsent(to) ? null : period("to", to).last();
    if (first != null && last != null && first.isAfter(last)) {
      throw Problem.invalidParameter("from", "is after 'to'");
    }
    return new Days(first, last);
  }

  /** When a day begins, in UTC. */
  static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static boolean isAbsent(@Nullable String date) {
    return date == null || date.isBlank();
  }

  /** Dashboards send times: such a one counts as its day. */
  private static Period period(String parameter, @Nullable String date) {
    String text = String.valueOf(date).strip();
    return Period.of(text.indexOf('T') == DAY_LENGTH ? text.substring(0, DAY_LENGTH) : text)
        .orElseThrow(
            () ->
                Problem.invalidParameter(
                    parameter, "is not a year, month, day or time such as 2018 or 2018-01-26"));
  }
}
