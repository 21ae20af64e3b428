package io.confnotes.ingest.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.read.Readers;
import io.confnotes.ingest.read.text.Format;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways to write down a day that people have. All people and talks are invented. */
class StylesTest {

  private static List<String> markdown(String source) {
    return TalkLines.of(Segmenter.segment(Readers.read(source, Format.MARKDOWN)));
  }

  private static List<String> plain(String source) {
    return TalkLines.of(Segmenter.segment(Readers.read(source, Format.PLAIN)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "%s, %s",
        "%s, %s (Ropewalk)",
        "%s: %s",
        "%2$s. %1$s",
        "%2$s, Ropewalk. %1$s",
        "%s (Workshop, %s)",
        "10:30 %s, %s",
      })
  void shouldReadFormsThatRecur(String form) {
    // Given
    String source =
        "# HarbourConf 2031\n\n## "
            + form.formatted("Tides at home", "Ida Holm")
            + "\n\n- the moon pulls\n\n## "
            + form.formatted("Knots that hold", "Lou Okafor")
            + "\n\n- three of them\n";
    // When / Then
    assertThat(markdown(source))
        .containsExactly("3 Tides at home | Ida Holm", "7 Knots that hold | Lou Okafor");
  }

  @Test
  void shouldReadSeveralSpeakersBehindAColon() {
    assertThat(
            markdown(
                """
                # HarbourConf 2031

                ## Tides at home: Ida Holm, Ada Bergström

                - the moon pulls

                ## Knots that hold: Lou Okafor, Rosa Lindgren

                - three of them
                """))
        .containsExactly(
            "3 Tides at home | Ida Holm, Ada Bergström",
            "7 Knots that hold | Lou Okafor, Rosa Lindgren");
  }

  @Test
  void shouldTakeSpeakersFromTheProgrammeInFrontOfTheNotes() {
    // When
    List<String> table =
        markdown(
            """
            # HarbourConf 2031

            | Time | Talk | Speaker |
            |------|------|---------|
            | 09:30 | Tides at home | Ida Holm |
            | 10:30 | Coffee | |
            | 11:00 | Knots that hold | Lou Okafor, Ropewalk |

            ## Tides at home

            - the moon pulls

            ## Knots that hold

            - three of them
            """);
    List<String> list =
        markdown(
            """
            # HarbourConf 2031

            ## Schedule
            - 09:30 Tides at home, Ida Holm (Ropewalk)
            - 10:30 Coffee
            - 11:00 Knots that hold - Lou Okafor

            ## Tides at home

            - the moon pulls

            ## Knots that hold

            - three of them
            """);
    // Then
    assertThat(table)
        .containsExactly("9 Tides at home | Ida Holm", "13 Knots that hold | Lou Okafor");
    assertThat(list)
        .containsExactly("8 Tides at home | Ida Holm", "12 Knots that hold | Lou Okafor");
  }

  @Test
  void shouldFindTheTalksBelowTracks() {
    // When
    List<String> talks =
        markdown(
            """
            # HarbourConf 2031

            ## Track A: Water

            ### Tides at home

            - the moon pulls

            ### Currents and what drives them

            - wind

            ## Track B: Rope

            ### Knots that hold

            - three of them
            """);
    // Then
    assertThat(talks)
        .containsExactly(
            "5 Tides at home |", "9 Currents and what drives them |", "15 Knots that hold |");
  }

  @Test
  void shouldFindThePapersOfASession() {
    // When
    List<String> talks =
        markdown(
            """
            # HarbourConf 2031

            ## Session 1: Water and wind

            ### Paper 1: Tides at home

            - the moon pulls

            ### Paper 2: Currents and what drives them

            - wind

            ## Session 2: Rope

            ### Paper 1: Knots that hold

            - three of them
            """);
    // Then
    assertThat(talks)
        .containsExactly(
            "5 Tides at home |", "9 Currents and what drives them |", "15 Knots that hold |");
  }

  @Test
  void shouldNotMakeTalksOfListsOfNames() {
    // When
    List<String> minutes =
        plain(
            """
            Harbour board, 3 May 2031

            Present: Ida Holm, Lou Okafor, Ada Bergström
            Absent: Rosa Lindgren

            1. Budget
            Lou presented the numbers. They were approved.

            2. Nets
            Ada will mend them.
            """);
    List<String> papers =
        markdown(
            """
            # HarbourConf 2031

            ## Session 1: Water

            ### Paper 1: Tides at home
            Authors: Wing Hardo, Rosa Lindgren, Sura Thum
            - the moon pulls

            ### Paper 2: Currents and what drives them
            Authors: Tom Titus, Ida Holm
            - wind

            ## Session 2: Rope

            ### Paper 1: Knots that hold
            Authors: Dena Ford, Greg Wils
            - three of them
            """);
    // Then
    assertThat(minutes).noneMatch(talk -> talk.contains("Rosa"));
    assertThat(papers)
        .extracting(talk -> talk.substring(0, talk.indexOf(" |")))
        .containsExactly(
            "5 Tides at home", "9 Currents and what drives them", "15 Knots that hold");
  }

  @Test
  void shouldTakeAQuotedTitleAboveItsNotesForATalk() {
    // When
    List<String> talks =
        plain(
            """
            NOTES -- HarbourConf 14

            SESSION 1 -- 9:40
            "Tides at home" -- Ida Holm, Ropewalk
            the moon pulls, the water follows
            a jar is too small

            SESSION 2 -- 10:40
            "Knots that hold" -- Lou Okafor
            three of them hold nearly everything
            """);
    // Then
    assertThat(talks)
        .containsExactly("4 Tides at home | Ida Holm", "9 Knots that hold | Lou Okafor");
  }

  @Test
  void shouldFindQuotedTitlesOfNumberedItemsInAMail() {
    // When
    List<String> talks =
        plain(
            """
            From: Nia Brandt <nia@notes.example>
            To: all@notes.example
            Subject: Notes from HarbourConf 2031

            Hi all, this is what I saw.

            1) "Tides at home" - Ida Holm, Ropewalk

            The moon pulls, and the water follows, at home and in a jar.

             - a jar is too small

            2) "Knots that hold" - Lou Okafor

            Three knots hold nearly everything.

             - the rest is tape
            """);
    // Then
    assertThat(talks)
        .containsExactly("7 Tides at home | Ida Holm", "13 Knots that hold | Lou Okafor");
  }

  @Test
  void shouldNotMakeATalkOfTheHeaderOfAMail() {
    assertThat(
            plain(
                """
                From: Nia Brandt <nia@notes.example>
                To: all@notes.example
                Subject: the boat

                The boat leaves at nine. It will not wait.

                - bring a coat
                - bring a book
                """))
        .isEmpty();
  }

  @Test
  void shouldReadATitleWithSpeakersAboveLinesOfOneItem() {
    // When
    List<String> items =
        plain(
            """
            HarbourConf 2031

            * Tides at home (Ida Holm, Ropewalk)
              the moon pulls
              the water follows

            * Knots that hold (Lou Okafor)
              three of them
              no more
            """);
    List<String> pasted =
        plain(
            """
            HarbourConf 2031

            :one: *Tides at home* — Ida Holm (Ropewalk)
            the moon pulls
            the water follows

            :two: *Knots that hold* — Lou Okafor
            three of them
            """);
    // Then
    assertThat(items)
        .containsExactly("3 Tides at home | Ida Holm", "7 Knots that hold | Lou Okafor");
    assertThat(pasted)
        .containsExactly("3 Tides at home | Ida Holm", "7 Knots that hold | Lou Okafor");
  }

  @Test
  void shouldReadShortTitlesBesideNamesWhereOthersDoTheSame() {
    // When
    List<String> dashes =
        plain(
            """
            HarbourConf 2031

            Warm water -- Ida Holm
                the moon pulls
                the water follows

            Knots that hold everything -- Lou Okafor
                three of them
                no more
            """);
    List<String> names =
        plain(
            """
            HarbourConf 2031

            Ida Holm, Ropewalk — Tides at home

            The moon pulls.
            - a jar is too small

            Lou Okafor, Ropewalk — Knots that hold

            - three of them

            Ada Bergström — Nets and how to mend them

            - patience
            """);
    // Then
    assertThat(dashes)
        .containsExactly("3 Warm water | Ida Holm", "7 Knots that hold everything | Lou Okafor");
    assertThat(names)
        .containsExactly(
            "3 Tides at home | Ida Holm",
            "8 Knots that hold | Lou Okafor",
            "12 Nets and how to mend them | Ada Bergström");
  }

  @Test
  void shouldTakeBulletsBelowANumberForItsNotes() {
    // Given
    String source =
        """
        # HarbourConf 2031

        1. Tides at home - Ida Holm
        - the moon pulls
        2. Knots that hold - Lou Okafor
        - three of them
        """;
    // When / Then
    assertThat(plain(source.substring(2)))
        .containsExactly("3 Tides at home | Ida Holm", "5 Knots that hold | Lou Okafor");
    assertThat(markdown(source))
        .containsExactly("3 Tides at home | Ida Holm", "5 Knots that hold | Lou Okafor");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- Title: %s\\n- Speaker: %s\\n- Company: Ropewalk\\n- Notes:\\n  - %s",
        "Speaker: %2$s\\nTitle: %1$s\\n\\n- %3$s",
        "Title: %s\\nWho: %s\\nNotes:\\n%s",
      })
  void shouldReadTitlesAndSpeakersWithLabels(String form) {
    // Given
    String lines = form.replace("\\n", "\n");
    String source =
        "# HarbourConf 2031\n\n"
            + lines.formatted("Tides at home", "Ida Holm", "the moon pulls")
            + "\n\n"
            + lines.formatted("Knots that hold", "Lou Okafor", "three of them")
            + "\n";
    // When / Then
    assertThat(markdown(source))
        .extracting(talk -> talk.substring(talk.indexOf(' ') + 1))
        .containsExactly("Tides at home | Ida Holm", "Knots that hold | Lou Okafor");
  }

  @Test
  void shouldReadLabelsInCellsOfATable() {
    // Given
    String talk =
        "<table><tr><th>Talk</th><td>%s</td></tr><tr><th>Speaker</th><td>%s</td></tr></table><p>Much was said.</p>";
    String source =
        "<h1>HarbourConf 2031</h1>"
            + talk.formatted("Tides at home", "Ida Holm")
            + talk.formatted("Knots that hold", "Lou Okafor");
    // When
    List<TalkNotes> talks = Segmenter.segment(Readers.read(source, Format.HTML));
    // Then
    assertThat(TalkLines.of(talks))
        .containsExactly("1 Tides at home | Ida Holm", "1 Knots that hold | Lou Okafor");
  }

  @Test
  void shouldNotGiveASlotTheSpeakersOfTheNextOne() {
    // When
    List<String> talks =
        plain(
            """
            HarbourConf 2031

            09:00 Tides at home
            Ida Holm

            the moon pulls
            the water follows

            11:00 lunch

            13:00 Knots that hold
            Lou Okafor, Ropewalk

            three of them
            no more
            """);
    // Then
    assertThat(talks)
        .containsExactly("3 Tides at home | Ida Holm", "11 Knots that hold | Lou Okafor");
  }

  @Test
  void shouldReadTitlesBehindSignsAndPictures() {
    // When
    List<String> signs =
        plain(
            """
            港カンファレンス 2031

            ■ 家で見る潮の満ち引き
            発表者：高橋 直樹さん（株式会社ロープ）

            ・月が引く
            ・水がついてくる

            ■ ほどけない結び目
            発表者：伊藤 彩さん

            ・三つある
            """);
    List<String> pictures =
        markdown(
            """
            # HarbourConf 2031

            ## 🌊 Tides at home
            Ida Holm

            - the moon pulls

            ## :knot: Knots that hold
            Lou Okafor

            - three of them
            """);
    // Then
    assertThat(signs).containsExactly("3 家で見る潮の満ち引き | 高橋 直樹", "9 ほどけない結び目 | 伊藤 彩");
    assertThat(pictures)
        .containsExactly("3 Tides at home | Ida Holm", "8 Knots that hold | Lou Okafor");
  }

  @Test
  void shouldNotTakeWhatSomebodySaidForATitle() {
    // When
    List<String> talks =
        markdown(
            """
            # HarbourConf 2031

            **9:05** Opening keynote. Ida Holm, Ropewalk: "Knots are promises."

            **9:30** Still the same, with a demo of knots across harbours.

            ## Tides at home (Lou Okafor)

            - the moon pulls
            """);
    // Then
    assertThat(talks).containsExactly("7 Tides at home | Lou Okafor");
  }

  @Test
  void shouldLeaveOutASectionOfOneWordAmongNamedTalks() {
    // When
    List<String> talks =
        markdown(
            """
            # What I learned at HarbourConf 2031

            ## Tides at home by Ida Holm

            The moon pulls.

            ## Knots that hold by Lou Okafor

            Three of them.

            ## Nets and how to mend them by Ada Bergström

            Patience.

            ## Oslo

            The coffee was good.
            """);
    // Then
    assertThat(talks)
        .containsExactly(
            "3 Tides at home | Ida Holm",
            "7 Knots that hold | Lou Okafor",
            "11 Nets and how to mend them | Ada Bergström");
  }

  @Test
  void shouldLeaveThePronounsOutOfANameThatStandsForTheTitle() {
    assertThat(
            markdown(
                "# HarbourConf 2031\n\n## Ida Holm (she/her)\n\nKnots.\n\n## Lou Okafor (he/him)\n\nTides.\n"))
        .containsExactly("3 Ida Holm | Ida Holm", "7 Lou Okafor | Lou Okafor");
  }

  @Test
  void shouldReadHeadingsOfTextile() {
    assertThat(
            plain(
                "h1. HarbourConf 2031\n\nh2. Tides at home\n\nSpeaker: Ida Holm\n\n* the moon pulls\n"))
        .containsExactly("3 Tides at home | Ida Holm");
  }
}
