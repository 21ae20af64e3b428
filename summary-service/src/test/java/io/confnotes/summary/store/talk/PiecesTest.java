package io.confnotes.summary.store.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PiecesTest {
  @ParameterizedTest
  @CsvSource({"0, 3, 0", "1, 3, 1", "3, 3, 1", "4, 3, 2", "9, 3, 3", "10, 3, 4"})
  void shouldCutIntoAsFewPiecesAsCanBe(int ids, int most, int expected) {
    // Given
    UUID[] all = Stream.generate(UUID::randomUUID).limit(ids).toArray(UUID[]::new);

    // When
    List<UUID[]> pieces = Pieces.of(all, most);

    // Then
    assertThat(pieces)
        .hasSize(expected)
        .allSatisfy(piece -> assertThat(piece).hasSizeBetween(1, most));
    assertThat(pieces.stream().flatMap(Arrays::stream)).containsExactly(all);
  }
}
