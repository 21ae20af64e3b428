package io.confnotes.ingest.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.read.Readers;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.segment.people.Speaker;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Titles and speakers on one line, which the other lines of a document, or the next one, help to
 * tell apart. All people, talks and events are invented.
 */
class BylineHabitsTest {

  private static List<TalkNotes> talks(String source) {
    return Segmenter.segment(Readers.read(source, Format.MARKDOWN));
  }

  private static List<String> markdown(String source) {
    return TalkLines.of(talks(source));
  }

  @Test
  void shouldReadNamesInLowerCaseAndAddressesWithinTheirBrackets() {
    // When
    List<TalkNotes> talks =
        talks(
            """
            # tides at home (sarah holm)

            - the moon pulls

            # knots that hold (peter okafor (https://ropewalk.example))

            - three of them

            # nets worth mending (anna fenn (@annafenn / https://nets.example))

            - patience

            # winches of your own (quorra reed)

            - a bicycle
            """);
    // Then
    assertThat(TalkLines.of(talks))
        .containsExactly(
            "1 tides at home | sarah holm",
            "5 knots that hold | peter okafor",
            "9 nets worth mending | anna fenn",
            "13 winches of your own | quorra reed");
    assertThat(talks.get(1).speakers()).containsExactly(new Speaker("peter okafor", null, null));
    assertThat(talks.get(2).speakers()).containsExactly(new Speaker("anna fenn", "annafenn", null));
  }

  @Test
  void shouldLeaveOtherBracketsInLowerCaseToTheTitles() {
    assertThat(
            markdown(
                """
                # HarbourConf 2031

                ## Tides at home (for beginners) by Ida Holm

                - the moon pulls

                ## Knots that hold (part two) by Lou Okafor

                - three of them

                ## Nets worth mending (live demo)

                - patience
                """))
        .containsExactly(
            "3 Tides at home (for beginners) | Ida Holm",
            "7 Knots that hold (part two) | Lou Okafor",
            "11 Nets worth mending (live demo) |");
  }

  @Test
  void shouldReadNamesInBracketsThatSignsFollow() {
    assertThat(
            markdown(
                """
                # HarbourConf 2031

                ## [Tides at home（Ida Holm）](https://harbour.example/1) 🔥

                - the moon pulls

                ## [Knots that hold (Lou Okafor)](https://harbour.example/2) ☑️

                - three of them

                ## Nets worth mending [Ada Bergström (Ropewalk)] ✅

                - patience

                ## Winches of your own（Quorra） 👍🏽

                - a bicycle
                """))
        .containsExactly(
            "3 Tides at home | Ida Holm",
            "7 Knots that hold | Lou Okafor",
            "11 Nets worth mending | Ada Bergström",
            "15 Winches of your own | Quorra");
  }
}
