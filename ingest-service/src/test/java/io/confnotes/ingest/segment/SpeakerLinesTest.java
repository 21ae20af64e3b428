package io.confnotes.ingest.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.read.Readers;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.segment.people.Speaker;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two people or one and where they work: what lines of speakers say. All people, companies and
 * talks are invented.
 */
class SpeakerLinesTest {

  private static List<TalkNotes> markdown(String source) {
    return Segmenter.segment(Readers.read(source, Format.MARKDOWN));
  }

  /** The speakers, each with the affiliation in brackets. */
  private static String speakers(TalkNotes talk) {
    return talk.speakers().stream()
        .map(SpeakerLinesTest::speaker)
        .collect(Collectors.joining("; "));
  }

  private static String speaker(Speaker speaker) {
    String who = speaker.name() == null ? "@" + speaker.handle() : speaker.name();
    return speaker.affiliation() == null ? who : who + " (" + speaker.affiliation() + ")";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ida Holm, Lantern Works | Ida Holm (Lantern Works)",
        "Ida Holm, Rope & Sons | Ida Holm (Rope & Sons)",
        "Ida Holm / Ropewalk | Ida Holm (Ropewalk)",
        "Ida Holm / Mend the Nets | Ida Holm (Mend the Nets)",
        "Ida Holm · Sea Shells | Ida Holm (Sea Shells)",
        "Ida Holm, VP Engineering, Lantern Works | Ida Holm (VP Engineering, Lantern Works)",
        "Ida Holm, Ropewalk, St. Gallen | Ida Holm (Ropewalk, St. Gallen)",
        "Ida Holm, Ropewalk, St. Gallen, 26 May 2031 | Ida Holm (Ropewalk, St. Gallen, 26 May 2031)",
        "Ida Holm and Lou Okafor, Lantern Works | Ida Holm; Lou Okafor (Lantern Works)",
        "Ida Holm and Quorra Fenn, Lantern Works | Ida Holm; Quorra Fenn (Lantern Works)",
        "Ida Holm, Lantern Works and Lou Okafor, Ropewalk | Ida Holm (Lantern Works); Lou Okafor (Ropewalk)",
        "Ida Holm, Lantern Works; Lou Okafor, Ropewalk | Ida Holm (Lantern Works); Lou Okafor (Ropewalk)",
        "Ida Holm, Rebecca Hall | Ida Holm; Rebecca Hall",
        "Ida Holm, Quorra Fenn and Lou Okafor | Ida Holm; Quorra Fenn; Lou Okafor",
        "Ida Holm, Quorra Fenn, and Lou Okafor | Ida Holm; Quorra Fenn; Lou Okafor",
        "Ida Holm, Fjolk van Vliet | Ida Holm; Fjolk van Vliet",
        "Ida Holm, J. Fenn | Ida Holm; J. Fenn",
        "Quorra Fenn, Zorba Quill | Quorra Fenn; Zorba Quill",
        "Ida Holm / Lou Okafor | Ida Holm; Lou Okafor",
        "Quorra Fenn of Ropewalk, Salt Harbour | Quorra Fenn (Ropewalk, Salt Harbour)",
        "Ida Holm @ Ropewalk, Quorra Fenn @ Lanternworks | Ida Holm (Ropewalk); Quorra Fenn (Lanternworks)",
        "Ida Holm (Ropewalk), Quorra Fenn and Lou Okafor | Ida Holm (Ropewalk); Quorra Fenn; Lou Okafor",
        "Ida Holm, PhD | Ida Holm",
      })
  void shouldTellWhereSomebodyWorksFromASecondPerson(String line, String expected) {
    // When
    List<TalkNotes> talks =
        markdown("# HarbourConf 2031\n\n## Tides at home\n" + line + "\n\n- the moon pulls\n");
    // Then
    assertThat(talks).hasSize(1);
    assertThat(speakers(talks.getFirst())).isEqualTo(expected);
  }

  @Test
  void shouldBelieveWhatTheOtherTalksOfADocumentPutBehindTheirCommas() {
    // Given
    String source =
        """
        # HarbourConf 2031

        ## Tides at home
        Quorra Fenn, Lantern Works

        - the moon pulls

        ## Knots that hold
        %s

        - three of them
        """;
    // When
    List<TalkNotes> companies = markdown(source.formatted("Ida Holm, Ropewalk Ltd"));
    List<TalkNotes> people = markdown(source.formatted("Ida Holm, Lou Okafor"));
    // Then
    assertThat(speakers(companies.getFirst())).isEqualTo("Quorra Fenn (Lantern Works)");
    assertThat(speakers(people.getFirst())).isEqualTo("Quorra Fenn; Lantern Works");
  }

  @Test
  void shouldTakeANameBehindTwoPeopleForTheirCompany() {
    // When
    List<TalkNotes> talks =
        markdown(
            """
            # HarbourConf 2031

            ## Tides at home
            Ida Holm, Grace Harbour

            - the moon pulls

            ## Knots that hold
            Lou Okafor, Grace Harbour

            - three of them
            """);
    // Then
    assertThat(talks)
        .extracting(SpeakerLinesTest::speakers)
        .containsExactly("Ida Holm (Grace Harbour)", "Lou Okafor (Grace Harbour)");
  }

  @Test
  void shouldTakeForAPersonWhoGivesAnotherTalkHasAPageOrComesBehindALabelOfSeveral() {
    // When
    List<TalkNotes> talks =
        markdown(
            """
            # HarbourConf 2031

            ## Tides at home
            Ida Holm, Quorra Fenn

            - the moon pulls

            ## Knots that hold
            Quorra Fenn

            - three of them

            ## Charts without land
            [Lou Okafor](https://github.com/lou), [Zorba Quill](https://github.com/zorba)

            - empty

            ## Nets and how to mend them
            Speakers: Ada Bergström, Tarbel Frond

            - patience
            """);
    // Then
    assertThat(talks)
        .extracting(SpeakerLinesTest::speakers)
        .containsExactly(
            "Ida Holm; Quorra Fenn",
            "Quorra Fenn",
            "Lou Okafor; Zorba Quill",
            "Ada Bergström; Tarbel Frond");
  }

  @Test
  void shouldTakeChineseNamesThatAreNoneForCompanies() {
    // When
    List<TalkNotes> talks =
        markdown("# 港口大会 2031\n\n## 潮汐与月亮\n讲师：王建国，阿里巴巴\n\n- 月亮\n\n## 绳结\n讲师：陈思远、刘洋\n\n- 三种\n");
    // Then
    assertThat(talks)
        .extracting(SpeakerLinesTest::speakers)
        .containsExactly("王建国 (阿里巴巴)", "陈思远; 刘洋");
  }

  @Test
  void shouldNotTakeATitleBehindADashOrColonForAnAffiliation() {
    // When
    List<TalkNotes> dashes =
        markdown(
            """
            # Keynotes

            **Ida Holm, Ropewalk - Knots that hold**

            Three of them.

            **Lou Okafor - Tides at home**

            The moon pulls.
            """);
    List<TalkNotes> colons =
        markdown(
            """
            # HarbourConf 2031

            ### Ida Holm, Ropewalk: Knots that hold
            - three of them

            ### Lou Okafor & Ada Bergström, Lanternworks: Tides at home
            - the moon pulls
            """);
    // Then
    assertThat(TalkLines.of(dashes))
        .containsExactly("3 Knots that hold | Ida Holm", "7 Tides at home | Lou Okafor");
    assertThat(TalkLines.of(colons))
        .containsExactly(
            "3 Knots that hold | Ida Holm", "6 Tides at home | Lou Okafor, Ada Bergström");
  }
}
