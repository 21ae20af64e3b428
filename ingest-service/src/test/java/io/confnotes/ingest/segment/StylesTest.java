package io.confnotes.ingest.segment;

import static io.confnotes.ingest.segment.Notes.inMarkdown;
import static io.confnotes.ingest.segment.Notes.inPlain;
import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.read.Readers;
import io.confnotes.ingest.read.text.Format;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Ways to write down a day that people have. All people and talks are invented. */
class StylesTest {

  /** Each with the behaviour that it shows. */
  static final List<Notes> NOTES =
      List.of(
          inMarkdown(
              "should read several speakers behind a colon",
              """
              # HarbourConf 2031

              ## Tides at home: Ida Holm, Ada Bergström

              - the moon pulls

              ## Knots that hold: Lou Okafor, Rosa Lindgren

              - three of them
              """,
              "3 Tides at home | Ida Holm, Ada Bergström",
              "7 Knots that hold | Lou Okafor, Rosa Lindgren"),
          inMarkdown(
              "should take speakers from the programme in front of the notes: table",
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
              """,
              "9 Tides at home | Ida Holm",
              "13 Knots that hold | Lou Okafor"),
          inMarkdown(
              "should take speakers from the programme in front of the notes: list",
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
              """,
              "8 Tides at home | Ida Holm",
              "12 Knots that hold | Lou Okafor"),
          inMarkdown(
              "should find the talks below tracks",
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
              """,
              "5 Tides at home |",
              "9 Currents and what drives them |",
              "15 Knots that hold |"),
          inMarkdown(
              "should find the papers of a session",
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
              """,
              "5 Tides at home |",
              "9 Currents and what drives them |",
              "15 Knots that hold |"),
          inPlain(
              "should take a quoted title above its notes for a talk",
              """
              NOTES -- HarbourConf 14

              SESSION 1 -- 9:40
              "Tides at home" -- Ida Holm, Ropewalk
              the moon pulls, the water follows
              a jar is too small

              SESSION 2 -- 10:40
              "Knots that hold" -- Lou Okafor
              three of them hold nearly everything
              """,
              "4 Tides at home | Ida Holm",
              "9 Knots that hold | Lou Okafor"),
          inPlain(
              "should find quoted titles of numbered items in a mail",
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
              """,
              "7 Tides at home | Ida Holm",
              "13 Knots that hold | Lou Okafor"),
          inPlain(
              "should not make a talk of the header of a mail",
              """
              From: Nia Brandt <nia@notes.example>
              To: all@notes.example
              Subject: the boat

              The boat leaves at nine. It will not wait.

              - bring a coat
              - bring a book
              """),
          inPlain(
              "should read a title with speakers above lines of one item: items",
              """
              HarbourConf 2031

              * Tides at home (Ida Holm, Ropewalk)
                the moon pulls
                the water follows

              * Knots that hold (Lou Okafor)
                three of them
                no more
              """,
              "3 Tides at home | Ida Holm",
              "7 Knots that hold | Lou Okafor"),
          inPlain(
              "should read a title with speakers above lines of one item: pasted",
              """
              HarbourConf 2031

              :one: *Tides at home* — Ida Holm (Ropewalk)
              the moon pulls
              the water follows

              :two: *Knots that hold* — Lou Okafor
              three of them
              """,
              "3 Tides at home | Ida Holm",
              "7 Knots that hold | Lou Okafor"),
          inPlain(
              "should read short titles beside names where others do the same: dashes",
              """
              HarbourConf 2031

              Warm water -- Ida Holm
                  the moon pulls
                  the water follows

              Knots that hold everything -- Lou Okafor
                  three of them
                  no more
              """,
              "3 Warm water | Ida Holm",
              "7 Knots that hold everything | Lou Okafor"),
          inPlain(
              "should read short titles beside names where others do the same: names",
              """
              HarbourConf 2031

              Ida Holm, Ropewalk — Tides at home

              The moon pulls.
              - a jar is too small

              Lou Okafor, Ropewalk — Knots that hold

              - three of them

              Ada Bergström — Nets and how to mend them

              - patience
              """,
              "3 Tides at home | Ida Holm",
              "8 Knots that hold | Lou Okafor",
              "12 Nets and how to mend them | Ada Bergström"),
          inPlain(
              "should not give a slot the speakers of the next one",
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
              """,
              "3 Tides at home | Ida Holm",
              "11 Knots that hold | Lou Okafor"),
          inPlain(
              "should read titles behind signs and pictures: signs",
              """
              港カンファレンス 2031

              ■ 家で見る潮の満ち引き
              発表者：高橋 直樹さん（株式会社ロープ）

              ・月が引く
              ・水がついてくる

              ■ ほどけない結び目
              発表者：伊藤 彩さん

              ・三つある
              """,
              "3 家で見る潮の満ち引き | 高橋 直樹",
              "9 ほどけない結び目 | 伊藤 彩"),
          inMarkdown(
              "should read titles behind signs and pictures: pictures",
              """
              # HarbourConf 2031

              ## 🌊 Tides at home
              Ida Holm

              - the moon pulls

              ## :knot: Knots that hold
              Lou Okafor

              - three of them
              """,
              "3 Tides at home | Ida Holm",
              "8 Knots that hold | Lou Okafor"),
          inMarkdown(
              "should not take what somebody said for a title",
              """
              # HarbourConf 2031

              **9:05** Opening keynote. Ida Holm, Ropewalk: "Knots are promises."

              **9:30** Still the same, with a demo of knots across harbours.

              ## Tides at home (Lou Okafor)

              - the moon pulls
              """,
              "7 Tides at home | Lou Okafor"),
          inMarkdown(
              "should leave out a section of one word among named talks",
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
              """,
              "3 Tides at home | Ida Holm",
              "7 Knots that hold | Lou Okafor",
              "11 Nets and how to mend them | Ada Bergström"),
          inMarkdown(
              "should leave the pronouns out of a name that stands for the title",
              "# HarbourConf 2031\n\n## Ida Holm (she/her)\n\nKnots.\n\n## Lou Okafor (he/him)\n\nTides.\n",
              "3 Ida Holm | Ida Holm",
              "7 Lou Okafor | Lou Okafor"),
          inPlain(
              "should read headings of textile",
              "h1. HarbourConf 2031\n\nh2. Tides at home\n\nSpeaker: Ida Holm\n\n* the moon pulls\n",
              "3 Tides at home | Ida Holm"));

  private static List<String> markdown(String source) {
    return TalkLines.of(Segmenter.segment(Readers.read(source, Format.MARKDOWN)));
  }

  private static List<String> plain(String source) {
    return TalkLines.of(Segmenter.segment(Readers.read(source, Format.PLAIN)));
  }

  @ParameterizedTest
  @FieldSource("NOTES")
  void shouldFindTheTalksOfNotes(Notes notes) {
    assertThat(notes.found()).containsExactlyElementsOf(notes.talks());
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
}
