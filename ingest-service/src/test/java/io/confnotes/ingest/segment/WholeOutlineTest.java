package io.confnotes.ingest.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.read.Readers;
import io.confnotes.ingest.read.text.Format;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What all of a document shows about its headings and tables. All people and talks are invented.
 */
class WholeOutlineTest {

  private static List<String> outline(String source) {
    return TalkLines.of(Segmenter.segment(Readers.read(source, Format.MARKDOWN)));
  }

  @Test
  void shouldFindTheDocumentsTitleBelowATableOfContents() {
    assertThat(
            outline(
                """
                ## Table of Contents

                - [1. Future of the Shears](#future)
                  - [1.1. What gardeners expect](#expect)
                  - [1.2. Hedges without shears](#without)

                # Future of the Shears

                ## What gardeners expect

                - Do they want them sharp, or light?

                ## Hedges without shears

                - Sheep can do it, if there are some.
                """))
        .containsExactly("7 Future of the Shears |");
  }

  @Test
  void shouldNotMakeTalksOfRelatedThingsAndInsights() {
    assertThat(
            outline(
                """
                # HedgeConf 2031 - Day 2

                ## What's New in Pruning - Ida Holm

                - sharper blades

                ## Related Exercises

                https://exercises.example/hedge-2031

                ## Key Insights

                - cut less
                - cut often
                """))
        .containsExactly("3 What's New in Pruning | Ida Holm");
  }

  @Test
  void shouldFindTheTalksOfAListThatALineAboveTheHeadingsAnnounces() {
    assertThat(
            outline(
                """
                title: Lightning Talks 4-12

                ###Ladder Challenge

                * climb them all in a day

                ###Twine

                * holds, mostly

                ###Giving Hedges Structure

                * a frame of hazel
                """))
        .containsExactly("3 Ladder Challenge |", "7 Twine |", "11 Giving Hedges Structure |");
  }

  @Test
  void shouldNotMakeTalksOfAnIndexThatLinksToNotesElsewhere() {
    assertThat(
            outline(
                """
                # HedgeConf 2031

                Talk Title | Speaker | My Notes | Slides | Notes
                ---- | --- | --- | --- | ---
                Tides at home | [Ida Holm](https://ida.example) | [Link](/01-tides.md) | | Lovely speaker, and quite funny
                Knots that hold | [Lou Okafor](https://lou.example) | [Link](/02-knots.md) | | Well prepared, with a live knot
                """))
        .isEmpty();
  }
}
