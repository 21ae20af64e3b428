package io.confnotes.summary.analyse.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.summary.analyse.text.Word.Form;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  private static List<Word> words(String text, String language) {
    return new Words(Languages.named(language)).in(text, new Range(0, text.length()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      textBlock =
          """
          en; Node.js, C++ and C#!; node.js c++ and c#
          en; CI/CD or Docker/Podman; ci/cd or docker podman
          en; It's Ada's well-known R&D; it's ada well-known r&d
          en; PG_NUM and _emphasis_; pg_num and emphasis
          en; .NET costs 3,000 at 10:30; .net costs 3,000 at 10:30
          fr; l'analyse d'un système; l analyse d un système
          ja; 機械学習のモデル; 機械 械学 学習 の モデル
          zh; 机器学习; 机器 器学 学习
          """)
  void shouldFindWords(String language, String text, String expected) {
    // When
    List<String> found = words(text, language).stream().map(Word::lower).toList();

    // Then
    assertThat(found).containsExactlyElementsOf(Arrays.asList(expected.split(" ", -1)));
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/a,ADDRESS",
    "ada@example.org,ADDRESS",
    "@ada,ADDRESS",
    "2018,NUMBER",
    "v1.2.3,NUMBER",
    "16GB,NUMBER",
    "21st,NUMBER",
    "k8s,LETTERS",
    "3D,LETTERS",
    "PostgreSQL,LETTERS"
  })
  void shouldTellForms(String text, Form expected) {
    // When
    List<Word> found = words(text, "en");

    // Then
    assertThat(found).singleElement().extracting(Word::form).isEqualTo(expected);
  }

  @Test
  void shouldGiveInflectedFormsOneStem() {
    // When
    List<Word> found = words("container containers VM VMs open-source", "en");

    // Then
    assertThat(found.stream().map(Word::stem))
        .containsExactly("contain", "contain", "vm", "vm", "open sourc");
  }
}
