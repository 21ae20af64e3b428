package io.confnotes.summary.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confnotes.summary.curate.decision.Action;
import io.confnotes.summary.curate.decision.Curation;
import io.confnotes.summary.curate.decision.Kind;
import io.confnotes.summary.http.ProblemException;
import io.confnotes.summary.testing.TestDocument;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is undone leaves no trace, and what others build on is not undone. */
final class UndoIT extends CurationFixture {
  @Test
  void shouldRestoreByteForByteWhatIsUndone() {
    // Given
    publish(
        TestDocument.of("third")
            .event("Harbour Days 2024")
            .talk("Knots", null, "Ropes and hooks."));
    List<Action> actions =
        List.of(
            new Action.Rename(Kind.TAG, "tide-gauges", "Sea level"),
            new Action.Rename(Kind.TAG, "kubernetes", "Kubernetes!"),
            new Action.Merge(Kind.TAG, "tide-gauges", "kubernetes"),
            new Action.Split(Kind.TAG, "k8s"),
            new Action.Hide("tide-gauges"),
            new Action.Rename(Kind.SPEAKER, "odo-fenn", "Odo Fenn-Marsh"),
            new Action.Merge(Kind.SPEAKER, "m-quill", "mara-quill"),
            new Action.Merge(Kind.EVENT, "harbourdays-24", "harbour-days-2024"),
            new Action.MergeTalks(talk("Measuring the tide"), talk("Tide gauges at home")),
            new Action.SplitTalk(talk("Knots"), notes(talk("Knots")).subList(0, 1)),
            new Action.SplitSpeaker(
                "mara-quill", List.of(talk("Tide gauges at home")), "Mara Quill (Oban)"),
            new Action.SplitEvent(
                "harbour-days-2024", List.of(TestDocument.of("friday").id()), "Harbour Oban"));

    for (Action action : actions) {
      // When
      String before = state();
      Curation curation = decide(action);
      String after = state();
      Curation undo = decide(new Action.Undo(curation.id()));

      // Then
      assertThat(after).as("%s", action).isNotEqualTo(before);
      assertThat(state()).as("%s undone", action).isEqualTo(before);

      // When the undo is undone
      Curation redo = decide(new Action.Undo(undo.id()));

      // Then
      assertThat(state()).as("%s done again", action).isEqualTo(after);
      decide(new Action.Undo(redo.id()));
    }
  }

  @Test
  void shouldUndoDecisionsInAnyOrderThatTheyAllow() {
    // Given decisions at random, refused ones among them
    String before = state();
    Random random = new Random(11);
    List<String> slugs = List.of("tide-gauges", "kubernetes", "k8s", "django", "sea-level");
    for (int i = 0; i < 40; i++) {
      String slug = slugs.get(random.nextInt(slugs.size()));
      String other = slugs.get(random.nextInt(slugs.size()));
      Action action =
          switch (random.nextInt(4)) {
            case 0 -> new Action.Merge(Kind.TAG, slug, other);
            case 1 -> new Action.Split(Kind.TAG, slug);
            case 2 -> new Action.Rename(Kind.TAG, slug, other.replace('-', ' '));
            default -> new Action.Hide(slug);
          };
      tryTo(action);
    }

    // When all are undone, the newest first
    List<Curation> all = store.before(Long.MAX_VALUE, 200);
    assertThat(all).hasSizeGreaterThan(8);
    all.forEach(curation -> decide(new Action.Undo(curation.id())));

    // Then
    assertThat(state()).isEqualTo(before);
  }

  private void tryTo(Action action) {
    try {
      decide(action);
    } catch (ProblemException refused) {
      assertThat(refused.problem().status()).isBetween(404, 422);
    }
  }

  @Test
  void shouldRefuseToUndoWhatLaterDecisionsBuildOn() {
    // Given
    Curation merge = decide(new Action.Merge(Kind.TAG, "tide-gauges", "kubernetes"));
    Curation rename = decide(new Action.Rename(Kind.TAG, "kubernetes", "Sea level"));

    // When
    assertThatThrownBy(() -> decide(new Action.Undo(merge.id())))
        // Then
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().detail()).contains("undo " + rename.id() + " first"));
    decide(new Action.Undo(rename.id()));
    decide(new Action.Undo(merge.id()));
    assertProblem(() -> decide(new Action.Undo(merge.id())), "superseded");
  }
}
