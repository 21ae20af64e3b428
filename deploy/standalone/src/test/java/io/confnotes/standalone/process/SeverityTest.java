package io.confnotes.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SeverityTest {

  private final Severity severity = new Severity();

  @Test
  void shouldShowWarningsAndErrorsWithWhatFollowsThem() {
    // Given
    var lines =
        List.of(
            "2026-02-03T04:05:06.789Z INFO  [a.B] started",
            "  more of it",
            "2026-02-03T04:05:06.789+01:00 ERROR [a.B] (main) failed",
            "\tat a.B.c(B.java:1)",
            "2026-02-03 04:05:06,789 WARN  [a.B] (main) slow",
            "2026-02-03 04:05:06,789 DEBUG [a.B] (main) the word ERROR in a text",
            "{\"timestamp\":\"2026\",\"level\":\"ERROR\",\"message\":\"failed\"}",
            "{\"timestamp\":\"2026\",\"level\":\"INFO\",\"message\":\"done\"}");

    // When
    var shown = lines.stream().filter(severity::shows).toList();

    // Then
    assertThat(shown).containsExactly(lines.get(2), lines.get(3), lines.get(4), lines.get(6));
  }

  @Test
  void shouldNotShowLinesBeforeTheFirstRecord() {
    assertThat(severity.shows("some banner")).isFalse();
  }
}
