package io.confnotes.ingest.segment;

import static io.confnotes.ingest.segment.Notes.inMarkdown;
import static io.confnotes.ingest.segment.Notes.inPlain;
import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.read.Readers;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.segment.people.Speaker;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Where titles, speakers, times and notes stand to each other. All people, talks and events are
 * invented.
 */
class LayoutsTest {

  /** Each with the behaviour that it shows. */
  static final List<Notes> NOTES =
      List.of(
          inMarkdown(
              "should find the speakers behind the abstract in the only section of speakers",
              """
              # HarbourConf 2031

              ## Tuesday

              ### 09:00-10:00 : Tides at home
              #### Abstract
              ##### Talk
              The moon pulls, and what it pulls is not always the sea.

              ##### Speakers
              **Ida Holm**

              Ida has kept a lighthouse for twenty years and would not have it any other way.

              **Lou Okafor**

              Lou mends nets by day and writes about the people who tear them by night.

              #### Notes
              - springs and neaps

              ### 11:00-12:00 : Knots that hold
              #### Abstract
              Three of them.
              """,
              "5 Tides at home | Ida Holm, Lou Okafor",
              "22 Knots that hold |"),
          inMarkdown(
              "should not give an event the speakers of its talks",
              """
              # HarbourConf 2031

              ## Tides at home

              ### Abstract

              The moon pulls.

              ### Speaker

              Ida Holm

              ## Knots that hold

              ### Abstract

              Three of them.

              ### Speaker

              Lou Okafor
              """,
              "3 Tides at home | Ida Holm",
              "13 Knots that hold | Lou Okafor"),
          inMarkdown(
              "should read biographies in quotations",
              """
              # HarbourConf

              ## Tides at home
              Talk (BEGINNER level) - Amphi 2
              > #### Abstract
              > The moon pulls, and what it pulls is not always the sea.

              > #### Speakers Bio :
              > ##### Ida Holm
              > Ida has kept a lighthouse for twenty years and would not have it any other way.
              >
              > ##### Quorra Fenn
              > Quorra mends nets by day and writes about the people who tear them by night.

              - springs and neaps

              ## Knots that hold
              > #### Speaker Bio : Lou Okafor
              > Lou ties knots, and has been known to untie one or two of them again.

              - three of them
              """,
              "3 Tides at home | Ida Holm, Quorra Fenn",
              "17 Knots that hold | Lou Okafor"),
          inMarkdown(
              "should read title and speaker in either order below times that have lines of their own",
              """
              # Notes of HarbourConf 2031

              ---

              10:30a
              **The tide is now**
              **Ida Holm**
              Director of tides

              The moon pulls.
              - long-lasting friendships with gulls

              ---

              11:00a

              **Quorra Fenn**
              **What comes after knots?**

              Three of them, and a bow.

              ---

              11:30a
              **Nets <3 fish: patience on a line**
              **Lou Okafor**  Ropewalk

              Mesh matters.
              """,
              "5 The tide is now | Ida Holm",
              "15 What comes after knots? | Quorra Fenn",
              "24 Nets <3 fish: patience on a line | Lou Okafor"),
          inMarkdown(
              "should read the title below a heading of time and place",
              """
              # HarbourConf 2031

              ## 10:30 Room A

              [The tide is now](https://harbour.example/1)

              - the moon pulls

              ## 11:00 Hall 2

              What comes after knots?

              Lou Okafor

              - a bow

              ## 12:00 Room A

              - nobody came
              """,
              "3 The tide is now |",
              "9 What comes after knots? | Lou Okafor"),
          inPlain(
              "should read title name and address on lines of plain text",
              """
              NET – A rope-like line library
              Ida Holm
              http://ropewalk.example/net
              https://harbour.example/net

              It is a mix of knots and lines

              Why nets?
                - Mesh holds fish
                - Lines do not
              """,
              "1 NET – A rope-like line library | Ida Holm"),
          inPlain(
              "should find the talks of a thread: plain",
              """
              1/ Notes of HarbourConf 2031, a message for each talk.

              2/ Ida Holm: Tides at home. The moon pulls, and the sea lets it.

              3/ Springs come twice a month. Neaps, too.

              4/ Lou Okafor: Knots that hold. Three of them are enough for most boats.

              5/ That was it. Great day!
              """,
              "3 Tides at home | Ida Holm",
              "7 Knots that hold | Lou Okafor"),
          inMarkdown(
              "should find the talks of a thread: markdown",
              """
              Talks of #HarbourConf, a thread

              1/3 "Tides at home" by Ida Holm - the moon pulls, and the sea lets it.

              2/3 "Knots that hold" by Lou Okafor - three of them are enough for most boats.

              3/3 That was it.
              """,
              "3 Tides at home | Ida Holm",
              "5 Knots that hold | Lou Okafor"),
          inPlain(
              "should not make a thread of dates and shares",
              """
              1/3 of the boats: most of them are old. Nobody knows how many.

              2/3 of the nets: Ida Holm mends them. Patience is all it takes.

              10/11 Lou Okafor: will be away. Somebody else has to tie the knots.
              """),
          inMarkdown(
              "should not make talks of a table without notes or without speakers",
              """
              # Programme of HarbourConf 2031

              | Time | Speaker | Talk |
              |------|---------|------|
              | 9:00 | Ida Holm | Tides at home |
              | 10:00 | Lou Okafor | Knots that hold |

              | Topic | Who asked | What was said about it |
              |-------|-----------|------------------------|
              | Tides at home | Ida Holm | The moon pulls, and the sea lets it. |
              | Knots that hold | Lou Okafor | Three of them are enough. |
              """),
          inMarkdown(
              "should not take the heading of a section for a speaker",
              "# HarbourConf 2031\n\n## Monday\n\n### Tides at home\n\n#### Nota Bene\n\nThe moon pulls.\n",
              "5 Tides at home |"),
          inPlain(
              "should find titles without markup above plain prose that tells whose talks they are",
              """
              tides for people who live inland

              This is a talk by Ida Holm. The moon pulls, and the sea lets it, far from any river.

              best practices of knots

              Lou Okafor presented three of them, and said that these are enough for most boats.

              nets worth mending

              Mesh is what holds the fish, and patience is what holds the mesh, for a while.

              harbours after the flood

              In her talk Ada Bergström showed what is left of them, and it was more than we thought.
              """,
              "1 tides for people who live inland | Ida Holm",
              "5 best practices of knots | Lou Okafor",
              "9 nets worth mending |",
              "13 harbours after the flood | Ada Bergström"));

  private static List<TalkNotes> talks(String source, Format format) {
    return Segmenter.segment(Readers.read(source, format));
  }

  private static List<String> markdown(String source) {
    return TalkLines.of(talks(source, Format.MARKDOWN));
  }

  private static List<String> plain(String source) {
    return TalkLines.of(talks(source, Format.PLAIN));
  }

  @ParameterizedTest
  @FieldSource("NOTES")
  void shouldFindTheTalksOfNotes(Notes notes) {
    assertThat(notes.found()).containsExactlyElementsOf(notes.talks());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Speaker: Ida Holm - Founder & Editor at Ropewalk | Ida Holm | Founder & Editor at Ropewalk",
        "Speaker: Ida Holm - Head of Nets and Knots | Ida Holm | Head of Nets and Knots",
        "Ida Holm - Founder and CTO at Ropewalk | Ida Holm | Founder and CTO at Ropewalk",
        "**Ida Holm** Ropewalk | Ida Holm | Ropewalk",
      })
  void shouldReadRolesThatAreJoinedByAWord(String line, String name, String affiliation) {
    // When
    List<TalkNotes> talks =
        talks(
            "# HarbourConf 2031\n\n## Tides at home\n" + line + "\n\n- the moon pulls\n",
            Format.MARKDOWN);
    // Then
    assertThat(talks).hasSize(1);
    assertThat(talks.getFirst().speakers()).containsExactly(new Speaker(name, null, affiliation));
  }

  @Test
  void shouldReadRoleAndHandleBelowAHeadingThatNamesTheSpeaker() {
    // When
    List<TalkNotes> talks =
        talks(
            """
            ## Tides that everybody can use
            ### Ida Holm

            Author @ Ropewalk
            @idah

            - the moon pulls
              - and pushes
            """,
            Format.MARKDOWN);
    // Then
    assertThat(TalkLines.of(talks)).containsExactly("1 Tides that everybody can use | Ida Holm");
    assertThat(talks.getFirst().speakers())
        .containsExactly(new Speaker("Ida Holm", "idah", "Author @ Ropewalk"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ida Holm - Keynote | Keynote | Ida Holm",
        "Ida Holm – Opening Keynote | Keynote | Ida Holm",
        "Tides at home - Closing keynote | Tides at home |",
        "Keynote - [Ida Holm]: https://ropewalk.example/ida | Keynote | Ida Holm",
        "Tides at home (Ida Holm) https://harbour.example/tides | Tides at home | Ida Holm",
        "Harbours in 2031: what is left | Harbours in 2031: what is left |",
        "The state of the tides 2029-2031 | The state of the tides 2029-2031 |",
      })
  void shouldReadHeadingsWithKeynotesAddressesAndYears(String heading, String title, String who) {
    // Given
    String source =
        "# HarbourConf 2031\n\n## Tuesday\n\n### "
            + heading
            + "\n\n- the moon pulls\n\n### Knots that hold (Lou Okafor)\n\n- three of them\n";
    // When / Then
    assertThat(markdown(source))
        .containsExactly(
            ("5 " + title + " | " + (who == null ? "" : who)).strip(),
            "9 Knots that hold | Lou Okafor");
  }

  @Test
  void shouldReadAChineseNameAndInstituteJoinedByAWideSlash() {
    // When
    List<TalkNotes> talks =
        talks("# 潮汐與月亮的實務\n\n> 曲一帆／港口研究院 高級研究員\n\n## 摘要\n\n月亮拉著海水。\n", Format.MARKDOWN);
    // Then
    assertThat(TalkLines.of(talks)).containsExactly("1 潮汐與月亮的實務 | 曲一帆");
    assertThat(talks.getFirst().speakers().getFirst().affiliation()).isEqualTo("港口研究院 高級研究員");
  }

  @Test
  void shouldFindTheTalksAndNotesInTheRowsOfATable() {
    // When
    List<TalkNotes> talks =
        talks(
            """
            # HarbourConf 2031

            | Time | Talk | Speaker | Notes |
            |------|------|---------|-------|
            | 9:00 | Tides at home | Ida Holm (Ropewalk) | The moon pulls, and the sea lets it. |
            | 10:00 | Knots that hold | Lou Okafor & Quorra Fenn | Three of them are enough. |
            | 11:00 | Coffee | | |
            | 11:30 | Nets and how to mend them | Ada Bergström | Patience, and a bone needle. |
            """,
            Format.MARKDOWN);
    // Then
    assertThat(TalkLines.of(talks))
        .containsExactly(
            "5 Tides at home | Ida Holm",
            "6 Knots that hold | Lou Okafor, Quorra Fenn",
            "8 Nets and how to mend them | Ada Bergström");
    assertThat(talks.getFirst().speakers().getFirst().affiliation()).isEqualTo("Ropewalk");
    assertThat(talks.getFirst().blocks().getFirst().span().length())
        .isEqualTo("The moon pulls, and the sea lets it.".length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ida Holm (Ropewalk) moderated; Lou Okafor and Ada Bergström were on the panel.",
        "On stage were Ida Holm, Lou Okafor and Ada Bergström.",
        "Ida Holm asked the questions. With her sat Lou Okafor of Ropewalk, and later Ada Bergström.",
      })
  void shouldFindThePeopleOfAPanelInTheProseBelowIt(String prose) {
    assertThat(
            markdown(
                "# HarbourConf 2031\n\n## Panel: What comes after knots\n\n"
                    + prose
                    + "\n\n- bows\n\n## Tides at home by Quorra Fenn\n\n- the moon pulls\n"))
        .containsExactly(
            "3 What comes after knots | Ida Holm, Lou Okafor, Ada Bergström",
            "9 Tides at home | Quorra Fenn");
  }

  @Test
  void shouldReadGivenNamesInBracketsWhereMostItemsHaveSpeakersThere() {
    assertThat(
            plain(
                """
                HarbourCamp 2031

                Saturday

                  • Tides at home (@idaholm)
                    The moon pulls, and the sea lets it.
                  • Knots that hold (@lou and @quorra)
                    Three of them are enough for most boats.

                  • Nets (@ada)
                    Patience, and a bone needle.
                  • Winches of your own (Ida and Lou, Ropewalk)
                    They built one out of a bicycle.
                """))
        .extracting(talk -> talk.substring(talk.indexOf(' ') + 1))
        .contains("Winches of your own | Ida, Lou");
  }
}
