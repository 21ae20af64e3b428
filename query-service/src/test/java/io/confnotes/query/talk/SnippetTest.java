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
}
