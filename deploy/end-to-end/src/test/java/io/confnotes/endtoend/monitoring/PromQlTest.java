package io.confnotes.endtoend.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.endtoend.monitoring.PromQl.Matcher;
import io.confnotes.endtoend.monitoring.PromQl.Selector;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PromQlTest {

  @Test
  void shouldFindWhatAQueryNames() {
    // When
    PromQl query =
        PromQl.of(
            "histogram_quantile(0.95, sum by (job, le) (rate(a_bucket{job=~\"x|y\", uri!=\"/}\"}[5m])))"
                + " >= 1e3 and on (job) b offset 10m or vector(0)");

    // Then
    assertThat(query.selectors())
        .containsExactly(
            new Selector(
                "a_bucket",
                List.of(new Matcher("job", "=~", "x|y"), new Matcher("uri", "!=", "/}"))),
            new Selector("b", List.of()));
    assertThat(query.selectors())
        .extracting(Selector::query)
        .containsExactly("a_bucket{job=~\"x|y\", uri!=\"/}\"}", "b{}");
    assertThat(query.labels()).containsExactly("job", "le");
  }
}
