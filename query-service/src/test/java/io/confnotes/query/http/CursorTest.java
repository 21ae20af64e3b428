package io.confnotes.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confnotes.query.parameter.TimeOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CursorTest {

  private static @Nullable List<@Nullable String> decode(String query, @Nullable String cursor) {
    return Cursor.decode(query, cursor, Function.identity());
  }

  @Test
  void shouldGiveBackTheKeyWithNullsAndEmptyTexts() {
    // Given
    String cursor = Cursor.encode("q", 0.1, null, "", "größer");

    // When, Then
    assertThat(decode("q", cursor)).isEqualTo(Arrays.asList("0.1", null, "", "größer"));
  }

  @Test
  void shouldBeFitForAUrl() {
    assertThat(Cursor.encode("q", "???>>>~~~")).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void shouldBeginWithoutCursor() {
    assertThat(decode("q", null)).isNull();
    assertThat(decode("q", "")).isNull();
  }

  @Test
  void shouldRefuseCursorOfAnotherQuery() {
    assertThatThrownBy(() -> decode("other", Cursor.encode("q", 1)))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void shouldRefuseNonsense() {
    // Given
    Random random = new Random(42);
    byte[] bytes = new byte[40];

    // When, Then
    for (int i = 0; i < 200; i++) {
      random.nextBytes(bytes);
      String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      assertThatThrownBy(() -> decode("q", cursor)).isInstanceOf(ProblemException.class);
    }
    assertThatThrownBy(() -> decode("q", "A".repeat(5000))).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> decode("q", "é")).isInstanceOf(ProblemException.class);
  }

  @Test
  void shouldRefuseKeyTheReaderRefuses() {
    assertThatThrownBy(() -> Cursor.decode("q", Cursor.encode("q", "x"), TimeOrder.Position::of))
        .isInstanceOf(ProblemException.class);
  }
}
