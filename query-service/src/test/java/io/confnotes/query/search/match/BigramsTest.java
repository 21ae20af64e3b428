package io.confnotes.query.search.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BigramsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          plain words -and "a phrase" | plain words -and "a phrase"
          灯塔                          | "灯塔"
          灯塔维护                        | "灯塔 塔维 维护"
          猫                           | "猫"
          kubernetes集群                | kubernetes "集群"
          灯塔 or 港                     | "灯塔"  or  "港"
          -灯塔                         | -"灯塔"
          "灯塔维护"                      | " 灯塔 塔维 维护"
          "用kubernetes"               | "  用 kubernetes"
          "kubernetes集群x"             | "kubernetes 集 集群 群 x"
          "a 猫 b"                      | "a  猫  猫  b"
          "灯塔                         | " 灯塔"
          𠀀𠀁                          | "𠀀𠀁"
          """)
  void shouldCutRunsIntoPairs(String words, String cut) {
    assertThat(Bigrams.of(words).strip()).isEqualTo(cut);
  }
}
