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

  @Test
  void shouldBelieveWhatStandsInFrontOfADashWhereMostLinesHaveNamesThere() {
    assertThat(
            markdown(
                """
                # Ida Holm - Getting started with tides

                # Quorra - Net mending

                # Lou Okafor - Knots that hold

                # Fenn- Harbours after the flood

                # Ada Bergström - Winches of your own

                # Peter Holm & Anna Okafor - The moon and other neighbours
                """))
        .containsExactly(
            "1 Getting started with tides | Ida Holm",
            "3 Net mending | Quorra",
            "5 Knots that hold | Lou Okafor",
            "7 Harbours after the flood | Fenn",
            "9 Winches of your own | Ada Bergström",
            "11 The moon and other neighbours | Peter Holm, Anna Okafor");
  }

  @Test
  void shouldLeaveASubjectInFrontOfADashToTheTitleWhereFewLinesHaveNamesThere() {
    assertThat(
            markdown(
                """
                # HarbourConf 2031

                ## Ida Holm - Getting started with tides

                - the moon pulls

                ## Ropewalk - how it came to be

                Lou Okafor

                ## Knots - three that hold

                - and a bow

                ## Harbours - after the flood

                - most of them are left
                """))
        .containsExactly(
            "3 Getting started with tides | Ida Holm",
            "7 Ropewalk - how it came to be | Lou Okafor",
            "11 Knots - three that hold |",
            "15 Harbours - after the flood |");
  }

  @Test
  void shouldTellNameFromTitleByTheHandleBelow() {
    // When
    List<TalkNotes> before =
        talks("# Okke Fenn - Principles of mending\n\n@okke\n\n- patience comes first\n");
    List<TalkNotes> behind =
        talks("# Principles of mending - Okke Fenn\n\n@ofenn\n\n- patience comes first\n");
    // Then
    assertThat(TalkLines.of(before)).containsExactly("1 Principles of mending | Okke Fenn");
    assertThat(before.getFirst().speakers())
        .containsExactly(new Speaker("Okke Fenn", "okke", null));
    assertThat(TalkLines.of(behind)).containsExactly("1 Principles of mending | Okke Fenn");
    assertThat(behind.getFirst().speakers())
        .containsExactly(new Speaker("Okke Fenn", "ofenn", null));
  }

  @Test
  void shouldTakeAHandleOfSomebodyElseForTheSpeaker() {
    assertThat(markdown("# Knot Works - Principles of mending\n\n@idaholm\n\n- patience first\n"))
        .containsExactly("1 Knot Works - Principles of mending | @idaholm");
  }

  @Test
  void shouldReadNamesAndHandlesInFrontOfADate() {
    // When
    List<TalkNotes> talks =
        talks(
            "# The inland tides\n\n## Ida Holm - @idaholm - 5 May 2031 15:00\n\nThe moon pulls.\n");
    // Then
    assertThat(TalkLines.of(talks)).containsExactly("1 The inland tides | Ida Holm");
    assertThat(talks.getFirst().speakers())
        .containsExactly(new Speaker("Ida Holm", "idaholm", null));
  }

  @Test
  void shouldNotTakeANetworkForTheNameOfWhoHasAHandleThere() {
    assertThat(
            markdown(
                """
                # HarbourConf 2031

                ## Tides at home

                Twitter: @idaholm

                - the moon pulls

                ## Knots that hold

                Mastodon: @lou

                - three of them
                """))
        .containsExactly("3 Tides at home | @idaholm", "9 Knots that hold | @lou");
  }

  @Test
  void shouldReadSeveralPeopleWhoWorkForOneFoundation() {
    // When
    List<TalkNotes> talks =
        talks(
            """
            # HarbourConf 2031

            ## Tides at home
            *Okke Fenn (Ropewalk Foundation), Quorra Brandt (Ropewalk Foundation)*

            - the moon pulls
            """);
    // Then
    assertThat(talks).hasSize(1);
    assertThat(talks.getFirst().speakers())
        .containsExactly(
            new Speaker("Okke Fenn", null, "Ropewalk Foundation"),
            new Speaker("Quorra Brandt", null, "Ropewalk Foundation"));
  }
}
