package io.confnotes.summary.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiter = ';',
      textBlock =
          """
          linux.conf.au 2018; linux-conf-au-2018
          C; c
          C++; c-plus-plus
          C#; c-sharp
          .NET; dot-net
          Node.js; node-js
          Zoë Müller-Straße; zoe-muller-strasse
          Łukasz Đặng; lukasz-dang
          İstanbul; istanbul
          Søren Ærø; soren-aero
          O’Brien's talk; obriens-talk
          機械学習; 機械学習
          データ 分析; データ-分析
          Ελλάδα; ελλαδα
          Москва; москва
          हिन्दी; हिन्दी
          #metoo; metoo
          AT&T; at-t
          １２３ ＡＢＣ; 123-abc
          -- a -- b --; a-b
          🐍; u-1f40d
          """)
  void shouldFoldNames(String name, String expected) {
    assertThat(Slug.of(name)).isEqualTo(expected);
  }

  @Test
  void shouldBeOneSlugForComposedAndDecomposedNames() {
    assertThat(Slug.of("Zoe\u0308")).isEqualTo(Slug.of("Zo\u00eb")).isEqualTo("zoe");
  }

  @Test
  void shouldBeAtMostAHundredCodePoints() {
    // When
    String words = Slug.of("verylongword ".repeat(200));
    String letters = Slug.of("𠮷".repeat(500));

    // Then
    assertThat(words).hasSizeLessThanOrEqualTo(100).endsWith("verylongword");
    assertThat(letters.codePointCount(0, letters.length())).isEqualTo(100);
  }

  @Test
  void shouldNotBeEmptyForLettersOrDigits() {
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      if (Character.isLetterOrDigit(point)) {
        assertThat(Slug.of(Character.toString(point))).as("U+%04X", point).isNotEmpty();
      }
    }
  }

  @Test
  void shouldBeEmptyForBlanks() {
    assertThat(Slug.of(" \n\u3000")).isEmpty();
  }
}
