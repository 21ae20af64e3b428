package io.confnotes.query.trend;

import io.confnotes.query.parameter.Choice;
import java.time.LocalDate;
import java.util.Locale;

/** What counts are given for. */
public enum Scale implements Choice {
  MONTH(7),
  YEAR(4),
  EVENT(0);

  private final int length;

  Scale(int length) {
    this.length = length;
  }

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How long the names of its periods are: 4 for 2018, 7 for 2018-01; 0 for events. */
  int length() {
    return length;
  }

  /** The period of a day. */
  String period(LocalDate day) {
    return day.toString().substring(0, length);
  }
}
