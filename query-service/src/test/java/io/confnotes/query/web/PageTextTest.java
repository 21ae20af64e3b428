package io.confnotes.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageTextTest {

  @ParameterizedTest
  @CsvSource({
    "2018,2018",
    "2018-01,January 2018",
    "2018-01-26,26 January 2018",
    "2018-13,2018-13",
    "2018-02-30,2018-02-30"
  })
  void shouldWriteDatesAsPeopleDo(String date, String expected) {
    assertThat(PageText.day(date)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2018-01-26,2018-01-26,26 January 2018",
    "2018-01-22,2018-01-26,22 – 26 January 2018",
    "2018-01-30,2018-02-02,30 January 2018 – 2 February 2018",
    "2018-01-01,2018-12-31,2018",
    "2018-02-01,2018-02-28,February 2018"
  })
  void shouldWriteDaysShortly(LocalDate first, LocalDate last, String expected) {
    assertThat(PageText.days(first, last)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0,0 %", "0.004,0.4 %", "0.5,50 %", "1,100 %"})
  void shouldWriteParts(double part, String expected) {
    assertThat(PageText.percent(part)).isEqualTo(expected);
  }

  @Test
  void shouldCount() {
    assertThat(PageText.of(1, "talk", "talks")).isEqualTo("1 talk");
    assertThat(PageText.of(12_345, "talk", "talks")).isEqualTo("12,345 talks");
  }

  @ParameterizedTest
  @CsvSource({"https://a.example/b,true", "javascript:alert(1),false", "no url,false"})
  void shouldLinkToPagesOnly(String url, boolean link) {
    assertThat(PageText.isLink(url)).isEqualTo(link);
  }
}
