package io.confnotes.query.talk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SnippetTest {

  @Test
  void shouldCountHitsInCodePoints() {
    // When
    Snippet snippet = Snippet.ofMarked("🐍🐍 \u0002snake\u0003 and \u0002bird\u0003");

    // Then
    assertThat(snippet.text()).isEqualTo("🐍🐍 snake and bird");
    assertThat(snippet.hits()).containsExactly(new Span(3, 8), new Span(13, 17));
  }

  @Test
  void shouldOutliveMarksThatWereInTheNotes() {
    // When
    Snippet snippet = Snippet.ofMarked("\u0003a\u0002\u0002b\u0003c\u0002");

    // Then
    assertThat(snippet.text()).isEqualTo("abc");
    assertThat(snippet.hits()).containsExactly(new Span(1, 2));
  }

  @Test
  void shouldPutLinesInOne() {
    assertThat(Snippet.ofMarked("a\r\nb\tc").text()).isEqualTo("a  b c");
  }

  @Test
  void shouldPutTogetherWhatWasCutIntoPairs() {
    // Given
    String marked =
        "a \u001f灯\u001f\u0002灯塔\u0003\u001f\u0002塔下\u0003\u001f下下\u001f\u0002下\u0003\u001f b";

    // When
    Snippet snippet = Snippet.ofMarked(marked);

    // Then
    assertThat(snippet.text()).isEqualTo("a 灯塔下下 b");
    assertThat(snippet.hits()).containsExactly(new Span(2, 5), new Span(5, 6));
  }
}
