package io.confnotes.query.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confnotes.query.http.ProblemException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "2018, 2018-01-01, 2018-12-31",
    "2018-02, 2018-02-01, 2018-02-28",
    "2020-02, 2020-02-01, 2020-02-29",
    "2018-01-26, 2018-01-26, 2018-01-26",
    "' 2018 ', 2018-01-01, 2018-12-31"
  })
  void shouldMeanEveryDayTheDateCanMean(String date, LocalDate first, LocalDate last) {
    assertThat(Period.parse("from", date)).isEqualTo(new Period(first, last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "18",
        "20180",
        "2018-1",
        "2018-13",
        "2018-02-29",
        "2018/02",
        "-001",
        "2018-01-26Z",
        "x"
      })
  void shouldRefuseWhatIsNoDate(String date) {
    assertThatThrownBy(() -> Period.parse("from", date))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("'from'");
  }

  @Test
  void shouldTakeBlankForAbsent() {
    assertThat(Period.parse("from", " ")).isNull();
    assertThat(Period.parse("from", null)).isNull();
  }
}
