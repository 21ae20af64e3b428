package io.confnotes.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.query.talk.TalkFilter;
import io.confnotes.query.talk.TalkFilter.Kind;
import io.confnotes.query.talk.TalkFilter.Name;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {

  private static SearchQuery read(String typed) {
    return SearchQuery.of(typed, TalkFilter.ALL);
  }

  @Test
  void shouldTakeOperatorsOutOfTheWords() {
    // When
    SearchQuery query = read("oiling Tag:hinges -speaker:\"Rosa Lindgren\" \"old doors\" event:x");

    // Then
    assertThat(query.words().split("\\s+")).containsExactly("oiling", "\"old", "doors\"");
    assertThat(query.filter().names())
        .containsExactly(
            new Name(Kind.TAG, "hinges", false),
            new Name(Kind.SPEAKER, "Rosa Lindgren", true),
            new Name(Kind.EVENT, "x", false));
  }

  @Test
  void shouldReadDatesAsHalfOpen() {
    // When
    TalkFilter filter = read("after:2018 before:2019-03").filter();

    // Then
    assertThat(filter.from()).isEqualTo(LocalDate.of(2018, 1, 1));
    assertThat(filter.to()).isEqualTo(LocalDate.of(2019, 2, 28));
  }

  @Test
  void shouldOnlyNarrowWhatWasAskedForBesides() {
    // Given
    TalkFilter base = TalkFilter.of("a", null, null, "2018", "2019");

    // When
    TalkFilter filter = SearchQuery.of("after:2010 before:2019 tag:b", base).filter();

    // Then
    assertThat(filter.from()).isEqualTo(LocalDate.of(2018, 1, 1));
    assertThat(filter.to()).isEqualTo(LocalDate.of(2018, 12, 31));
    assertThat(filter.names()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tag:",
        "tag:\"\"",
        "\"tag:a\"",
        "\"a tag:b",
        "x-tag:a",
        "vintag:a",
        "before:soon",
        "after:2018-13",
        "-before:2018",
        "tag:a\"b"
      })
  void shouldTakeTheRestForWords(String typed) {
    assertThat(read(typed)).isEqualTo(new SearchQuery(typed, typed, TalkFilter.ALL));
  }

  @Test
  void shouldReadAtMostTenOperators() {
    // When
    SearchQuery query = read("tag:a ".repeat(12));

    // Then
    assertThat(query.filter().names())
        .hasSize(10)
        .containsAll(List.of(new Name(Kind.TAG, "a", false)));
    assertThat(query.words()).isEqualTo("tag:a tag:a");
  }
}
