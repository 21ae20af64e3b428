package io.confnotes.query.web.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.query.talk.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class PieceTest {

  @Test
  void shouldCutAtSpansInCodePoints() {
    assertThat(Piece.cut("🐍a🐍b", List.of(new Span(1, 3))))
        .containsExactly(
            new Piece("🐍", false, List.of()),
            new Piece("a🐍", true, List.of(1)),
            new Piece("b", false, List.of()));
  }

  @Test
  void shouldAnchorEachOfOverlappingSpans() {
    assertThat(Piece.cut("abcdef", List.of(new Span(2, 5), new Span(0, 3), new Span(2, 4))))
        .containsExactly(
            new Piece("ab", true, List.of(2)),
            new Piece("c", true, List.of(1, 3)),
            new Piece("d", true, List.of()),
            new Piece("e", true, List.of()),
            new Piece("f", false, List.of()));
  }

  @Test
  void shouldLoseNoTextWhateverTheSpans() {
    // Given
    Random random = new Random(7);
    String text = "one 🐍 two\r\nthree ü four";

    for (int round = 0; round < 500; round++) {
      List<Span> spans = new ArrayList<>();
      for (int i = random.nextInt(5); i > 0; i--) {
        int start = random.nextInt(-5, 30);
        spans.add(new Span(start, start + random.nextInt(1, 20)));
      }

      // When
      List<Piece> pieces = Piece.cut(text, spans);

      // Then
      assertThat(pieces.stream().map(Piece::text).collect(Collectors.joining())).isEqualTo(text);
    }
  }

  @Test
  void shouldTakeEmptyText() {
    assertThat(Piece.cut("", List.of(new Span(0, 4)))).isEmpty();
  }
}
