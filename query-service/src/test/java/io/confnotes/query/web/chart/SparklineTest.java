package io.confnotes.query.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SparklineTest {

  @Test
  void shouldReachFromZeroToTheLargest() {
    assertThat(Sparkline.of(List.of(0.0, 0.5, 1.0)).points())
        .isEqualTo("1.5,18.5 40.0,10.0 78.5,1.5");
  }

  @Test
  void shouldTakeNothingAndZeros() {
    assertThat(Sparkline.of(List.of()).points()).isEmpty();
    assertThat(Sparkline.of(List.of(0.0)).points()).isEqualTo("1.5,18.5");
  }
}
