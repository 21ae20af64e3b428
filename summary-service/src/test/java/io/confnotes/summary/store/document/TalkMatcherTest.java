package io.confnotes.summary.store.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.summary.store.document.TalkMatcher.Candidate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TalkMatcherTest {
  private static final Candidate TIDES =
      new Candidate(
          "Tides at Home",
          List.of("Mara Quill"),
          "A jar is enough to see the tide come in, if you wait.");
  private static final Candidate KNOTS =
      new Candidate(
          "Knots",
          List.of("Odo Fenn"),
          "Three knots hold nearly everything on a boat, two hold the rest.");
  private static final Candidate LAMPS =
      new Candidate(
          "Lamps",
          List.of("Ines Rowan"),
          "Light travels further over water than anybody expects at night.");

  @Test
  void shouldMatchByTitleInAnyOrder() {
    assertThat(TalkMatcher.match(List.of(TIDES, KNOTS, LAMPS), List.of(LAMPS, TIDES, KNOTS)))
        .containsExactly(2, 0, 1);
  }

  @Test
  void shouldMatchRetitledTalkByItsContent() {
    // Given
    Candidate retitled = new Candidate("Jars and the Moon", List.of("Mara Quill"), TIDES.text());

    // When / Then
    assertThat(TalkMatcher.match(List.of(KNOTS, TIDES), List.of(retitled))).containsExactly(1);
  }

  @Test
  void shouldMatchRewrittenTalkByItsTitle() {
    // Given
    Candidate rewritten = new Candidate("Knots", List.of(), "Everything is different now.");

    // When / Then
    assertThat(TalkMatcher.match(List.of(TIDES, KNOTS), List.of(rewritten))).containsExactly(1);
  }

  @Test
  void shouldNotMatchAnotherTalkOfTheSameSpeaker() {
    // Given
    Candidate other =
        new Candidate(
            "Sails", List.of("Odo Fenn"), "Canvas wants to be dry and folded by the evening.");

    // When / Then
    assertThat(TalkMatcher.match(List.of(KNOTS), List.of(other))).containsExactly((Integer) null);
  }

  @Test
  void shouldGiveEachTalkOnce() {
    assertThat(TalkMatcher.match(List.of(KNOTS), List.of(KNOTS, KNOTS))).containsExactly(0, null);
  }

  @Test
  void shouldMatchManyTalksOfOneShape() {
    // Given
    List<Candidate> talks =
        IntStream.range(0, 500)
            .mapToObj(
                i ->
                    new Candidate(
                        "Talk " + i, List.of("Speaker " + i), "common words and the number " + i))
            .toList();

    // When / Then
    assertThat(TalkMatcher.match(talks, talks)).isEqualTo(IntStream.range(0, 500).boxed().toList());
  }
}
