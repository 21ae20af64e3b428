package io.confnotes.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {

  private static Metadata date(@Nullable String date) {
    return new Metadata(null, date, null, null, null);
  }

  private static Metadata sourceUrl(String url) {
    return new Metadata(null, null, null, url, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2018", "2018-01", "2018-01-26", "2024-02-29"})
  void shouldTakeYearsMonthsAndDays(String date) {
    assertThat(date(date).date()).isEqualTo(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "18",
        "2018-13",
        "2023-02-29",
        "2018-1-2",
        "26.01.2018",
        "+2018-01-02",
        "yesterday"
      })
  void shouldRefuseWhatIsNoDate(String date) {
    assertThatThrownBy(() -> date(date))
        .isInstanceOfSatisfying(
            InvalidMetadata.class, e -> assertThat(e.field()).isEqualTo("date"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notes.example",
        "ftp://notes.example/",
        "https:///path",
        "https://a b/",
        "javascript:alert(1)"
      })
  void shouldRefuseWhatIsNoWebAddress(String url) {
    assertThatThrownBy(() -> sourceUrl(url)).isInstanceOf(InvalidMetadata.class);
  }

  @Test
  void shouldTakeBlankForAbsent() {
    assertThat(new Metadata(" ", "", "\t", "  ", ""))
        .isEqualTo(new Metadata(null, null, null, null, null));
  }

  @Test
  void shouldBoundNamesInCodePoints() {
    // Given
    String longest = "🏮".repeat(Metadata.MAX_NAME);

    // When / Then
    assertThat(new Metadata(longest, null, null, null, null).event()).isEqualTo(longest);
    assertThatThrownBy(() -> new Metadata(longest + "x", null, null, null, null))
        .isInstanceOf(InvalidMetadata.class)
        .hasMessage("has 201 characters, at most 200 are allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\nb", "a\ud83cb"})
  void shouldRefuseControlCharactersAndHalfPairs(String name) {
    assertThatThrownBy(() -> new Metadata(name, null, null, null, null))
        .isInstanceOf(InvalidMetadata.class);
  }
}
