package io.confnotes.summary.analyse.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confnotes.summary.analyse.tag.Vocabulary.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {

  private static final Vocabulary SEED = Vocabulary.seed();

  private static Term term(String name, String... aliases) {
    return new Term(name, List.of(aliases), 0, List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "postgres, PostgreSQL",
    "K8S, Kubernetes",
    "open-source, open source",
    "open sourcing, open source",
    "databases, databases",
    "Database, databases",
    "cli, command line",
    "ML, machine learning",
    "node, Node.js"
  })
  void shouldFindATermByNameAliasCaseAndNumber(String name, String expected) {
    assertThat(SEED.find(name)).map(Term::name).contains(expected);
  }

  @Test
  void shouldNotFindWhatItDoesNotKnow() {
    assertThat(SEED.find("zymurgon")).isEmpty();
    assertThat(SEED.find("machine")).isEmpty();
    assertThat(SEED.find("")).isEmpty();
  }

  @Test
  void shouldSeedOnlyBroaderTopicsThatAreTerms() {
    // Given
    Set<String> names = SEED.terms().stream().map(Term::name).collect(Collectors.toSet());

    // Then
    assertThat(SEED.terms()).flatExtracting(Term::broader).isSubsetOf(names);
    assertThat(SEED.terms()).noneMatch(term -> term.broader().contains(term.name()));
  }

  @Test
  void shouldSeedNoNameOrAliasTwice() {
    // Given
    Set<String> seen = new HashSet<>();

    // Then
    for (Term term : SEED.terms()) {
      assertThat(seen.add(term.name().toLowerCase(Locale.ROOT))).as(term.name()).isTrue();
      for (String alias : term.aliases()) {
        assertThat(seen.add(alias.toLowerCase(Locale.ROOT))).as(alias).isTrue();
      }
    }
  }

  @Test
  void shouldNotDependOnTheOrderOfTerms() {
    // Given
    Term first = term("mirrors", "glass");
    Term second = term("telescopes", "glass");

    // When
    Vocabulary one = Vocabulary.of(List.of(first, second));
    Vocabulary other = Vocabulary.of(List.of(second, first));

    // Then
    assertThat(one.terms()).isEqualTo(other.terms()).containsExactly(first, second);
    assertThat(one.find("glass")).isEqualTo(other.find("glass")).contains(first);
  }

  @Test
  void shouldPreferTheNameOfATermToTheAliasOfAnother() {
    // Given
    Term named = term("optics");
    Vocabulary vocabulary = Vocabulary.of(List.of(term("mirrors", "optics"), named));

    // Then
    assertThat(vocabulary.find("Optics")).contains(named);
  }

  @Test
  void shouldRefuseTwoTermsOfOneSlug() {
    assertThatThrownBy(() -> Vocabulary.of(List.of(term("Open Source"), term("open-source"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("slug");
  }

  @Test
  void shouldRefuseABlankNameAndANegativeCount() {
    assertThatThrownBy(() -> term(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Term("mirrors", List.of(), -1, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
