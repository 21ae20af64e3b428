package io.confnotes.query.web.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CorrectionsTest {

  private static Corrections of(String text, Correction... said) {
    return Corrections.of(text, List.of(said));
  }

  @Test
  void shouldFindTheNearestLineThatSaysTheSame() {
    Corrections corrections = of("x\na\nx\nx\n", Correction.of(4, "x", true));
    assertThat(corrections.has(4)).isTrue();
    assertThat(of("a\nb\nx\n", Correction.of(1, "x", true)).has(3)).isTrue();
    assertThat(of("x\nb\nc\nd\nx", Correction.of(4, "x", true)).has(5)).isTrue();
  }

  @Test
  void shouldCountWhatIsAboutNoLine() {
    Corrections corrections =
        of(
            "a\n",
            Correction.of(1, "gone", true),
            Correction.of(2, "a", true),
            Correction.of(1, "a", false));
    assertThat(corrections.lost()).isEqualTo(2);
    assertThat(corrections.all()).containsExactly(Correction.of(1, "a", true));
  }

  @Test
  void shouldKeepWhatWasSaidBefore() {
    Corrections corrections = of(" a \nb\n");
    corrections.change(1, "Title", null);
    corrections.change(1, null, List.of());
    assertThat(corrections.all()).containsExactly(new Correction(1, "a", true, "Title", List.of()));
    corrections.set(1, false);
    assertThat(corrections.all()).containsExactly(Correction.of(1, "a", false));
    corrections.remove(1);
    assertThat(corrections.all()).isEmpty();
  }

  @Test
  void shouldIgnoreLinesThatAreNotThere() {
    Corrections corrections = of("a\n");
    corrections.set(2, true);
    corrections.set(0, true);
    corrections.change(5, "x", null);
    assertThat(corrections.all()).isEmpty();
  }

  @Test
  void shouldHaveNoMoreThanAreTaken() {
    Corrections corrections = of("a\n".repeat(600));
    IntStream.rangeClosed(1, 600).forEach(line -> corrections.set(line, true));
    assertThat(corrections.all()).hasSize(Corrections.MOST);
  }

  @Test
  void shouldReadSpeakersAsTyped() {
    Speaker known = new Speaker("Ann", "ann", "Works");
    assertThat(Speaker.read(" Ann ,@bob,, Cid", List.of(known)))
        .containsExactly(known, new Speaker(null, "bob", null), new Speaker("Cid", null, null));
    assertThat(Speaker.typed(List.of(known, new Speaker(null, "bob", null))))
        .isEqualTo("Ann, @bob");
  }
}
