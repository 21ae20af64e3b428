package io.confnotes.query.parameter;

import io.confnotes.query.http.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times in parameters. */
public final class TimeParameter {

  private static final int DAY_LENGTH = 10;

  private TimeParameter() {}

  /**
   * Reads a day, which means its beginning in UTC, or a time with its offset; null where there is
   * nothing to read.
   *
   * @throws io.confnotes.query.http.ProblemException if it is neither
   */
  public static @Nullable Instant parse(String parameter, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String text = value.strip();
    try {
      return text.length() == DAY_LENGTH
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw Problem.invalidParameter(
          parameter, "is not a day or time such as 2018-01-26 or 2018-01-26T10:00:00Z");
    }
  }
}
