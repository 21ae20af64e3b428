package io.confnotes.query.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EditDistanceTest {

  @ParameterizedTest
  @CsvSource({
    "harbour, harbour, 0",
    "harbor, harbour, 1",
    "ahrbour, harbour, 1",
    "habrour, harbour, 1",
    "harbxxr, harbour, 2",
    "'', harbour, 7",
    "harbour, '', 7",
    "a🏮b, a🏮c, 1",
    "ca, abc, 3",
  })
  void shouldCountEdits(String a, String b, int edits) {
    assertThat(EditDistance.of(a, b)).isEqualTo(edits);
  }
}
