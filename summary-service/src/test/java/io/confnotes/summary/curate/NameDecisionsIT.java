package io.confnotes.summary.curate;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.summary.curate.decision.Action;
import io.confnotes.summary.curate.decision.Curation;
import io.confnotes.summary.curate.decision.Kind;
import io.confnotes.summary.testing.TestDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What tags, speakers and events are called stays so when notes come and rows are rebuilt. */
final class NameDecisionsIT extends CurationFixture {
  @Test
  void shouldRenameTagInStoredTalksAndInThoseThatCome() {
    // Given
    assertThat(tags("Tide gauges at home")).contains("tide-gauges");

    // When
    Curation curation = decide(new Action.Rename(Kind.TAG, "tide-gauges", "Sea level"));

    // Then
    assertThat(curation.talks()).isPositive();
    assertThat(tags("Tide gauges at home")).contains("sea-level").doesNotContain("tide-gauges");
    assertThat(
            database.strings("SELECT target_slug FROM api.tag_redirect WHERE slug = 'tide-gauges'"))
        .containsExactly("sea-level");
    publish(TestDocument.of("later").event("Later").talk("Tide gauges", null, TIDES));
    assertThat(tags("Tide gauges")).contains("sea-level").doesNotContain("tide-gauges");
  }

  @Test
  void shouldKeepMergeWhenNotesComeAndWhenRowsAreRebuilt() {
    // Given
    long clock = database.count("SELECT last FROM recorded.change_clock");
    decide(new Action.Merge(Kind.TAG, "tide-gauges", "kubernetes"));
    assertThat(database.count("SELECT max(change_id) FROM recorded.talk_change"))
        .isEqualTo(clock + 1);
    publish(TestDocument.of("later").event("Later").talk("Tide gauges", null, TIDES));

    // When
    String before = database.derivedRows();
    rebuild();

    // Then
    assertThat(tags("Tide gauges")).contains("kubernetes").doesNotContain("tide-gauges");
    assertThat(database.derivedRows()).isEqualTo(before);
  }

  @Test
  void shouldSplitOffWhatWasMerged() {
    // Given
    List<String> before = tags("Tide gauges at home");
    decide(new Action.Merge(Kind.TAG, "tide-gauges", "kubernetes"));

    // When
    decide(new Action.Split(Kind.TAG, "tide-gauges"));

    // Then
    assertThat(tags("Tide gauges at home")).isEqualTo(before);
    assertThat(database.count("SELECT count(*) FROM recorded.canonical WHERE slug = 'tide-gauges'"))
        .isOne();
  }

  @Test
  void shouldHideTagAndShowItAgain() {
    // Given
    List<String> before = tags("Tide gauges at home");

    // When
    decide(new Action.Hide("tide-gauges"));

    // Then
    assertThat(tags("Tide gauges at home")).doesNotContain("tide-gauges");
    decide(new Action.Unhide("tide-gauges"));
    assertThat(tags("Tide gauges at home")).isEqualTo(before);
  }

  @Test
  void shouldMergeSpeakersAndTellThemApart() {
    // When
    decide(new Action.Merge(Kind.SPEAKER, "m-quill", "mara-quill"));

    // Then
    assertThat(speakers("Measuring the tide")).containsExactly("mara-quill Mara Quill");

    // When
    decide(
        new Action.SplitSpeaker(
            "mara-quill", List.of(talk("Measuring the tide")), "Mara Quill (Oban)"));

    // Then
    assertThat(speakers("Measuring the tide")).containsExactly("mara-quill-oban Mara Quill (Oban)");
    assertThat(speakers("Tide gauges at home")).containsExactly("mara-quill Mara Quill");
    publish(
        TestDocument.of("other")
            .event("HarbourDays 24")
            .talk("Measuring the tide", "M. Quill", "A tide gauge is a jar with a red scale."));
    assertThat(speakers("Measuring the tide")).containsExactly("mara-quill-oban Mara Quill (Oban)");
    String before = database.derivedRows();
    rebuild();
    assertThat(database.derivedRows()).isEqualTo(before);
  }

  @Test
  void shouldMergeEventsAndTellThemApart() {
    // When
    decide(new Action.Merge(Kind.EVENT, "harbourdays-24", "harbour-days-2024"));

    // Then
    String events = "SELECT DISTINCT event_slug || ' ' || event FROM api.talk ORDER BY 1";
    assertThat(database.strings(events)).containsExactly("harbour-days-2024 Harbour Days 2024");
    publish(
        TestDocument.of("fourth")
            .event("HarbourDays 24")
            .talk("Knots", null, "Three knots are plenty."));
    assertThat(notes(talk("Knots"))).as("talks of one event meet").hasSize(2);

    // When
    decide(
        new Action.SplitEvent(
            "harbour-days-2024", List.of(TestDocument.of("other").id()), "Harbour Days Oban"));

    // Then
    assertThat(
            database.strings(
                "SELECT event_slug FROM api.talk WHERE title = 'Measuring the tide' UNION"
                    + " SELECT event_slug FROM api.document WHERE document_id = '"
                    + TestDocument.of("other").id()
                    + "'"))
        .containsExactly("harbour-days-oban");
    String before = database.derivedRows();
    rebuild();
    assertThat(database.derivedRows()).isEqualTo(before);
  }
}
