package io.confnotes.ingest.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.read.Readers;
import io.confnotes.ingest.read.text.Block;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.segment.people.Speaker;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All people, talks and events here are invented. */
class SegmenterTest {

  private static List<TalkNotes> markdown(String source) {
    return Segmenter.segment(Readers.read(source, Format.MARKDOWN));
  }

  private static List<TalkNotes> plain(String source) {
    return Segmenter.segment(Readers.read(source, Format.PLAIN));
  }

  @Test
  void shouldFindTheTalksOfAPlainDayThatLostItsMarkup() throws IOException {
    // When
    List<TalkNotes> talks = plain(TalkLines.resource("plain-day.txt"));
    // Then
    assertThat(TalkLines.of(talks))
        .containsExactly(
            "4 Moving Ten Million Parcels Without Losing One | Marta Lindqvist",
            "23 Teaching Robots to Fold Laundry | Tomás Ferreira-Quint",
            "32 Maps that lie: projections, politics and the price of paper | Ngozi Adeyemi-Hall");
    assertThat(talks.get(1).speakers().getFirst().handle()).isEqualTo("tomasfolds");
    assertThat(talks.getFirst().blocks())
        .filteredOn(block -> block.kind() == Block.Kind.HEADING)
        .extracting(Block::firstLine)
        .containsExactly(8, 17);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "Growing Fences in Winter by Ada Bergström; Growing Fences in Winter; Ada Bergström",
        "\"Growing Fences in Winter\" by Ada Bergström and Lou Okafor; Growing Fences in Winter; Ada Bergström, Lou Okafor",
        "Growing Fences in Winter - Ada Bergström; Growing Fences in Winter; Ada Bergström",
        "Ada Bergström – Growing Fences in Winter; Growing Fences in Winter; Ada Bergström",
        "Ada Bergström: Growing Fences in Winter; Growing Fences in Winter; Ada Bergström",
        "Growing Fences in Winter (Ada Bergström, Hedgehog Labs); Growing Fences in Winter; Ada Bergström",
        "Session 3: Growing Fences in Winter (Dr. Ada Bergström); Growing Fences in Winter; Ada Bergström",
        "10:30–11:00 Growing Fences in Winter | Ada Bergström; Growing Fences in Winter; Ada Bergström",
        "[Keynote] Growing Fences in Winter, with pictures — Ada Bergström; Growing Fences in Winter, with pictures; Ada Bergström",
        "Growing Fences in Winter by Ada Bergström (@adab) 2:30pm to 3pm; Growing Fences in Winter; Ada Bergström",
        "Keynote: Ada Bergström; Keynote; Ada Bergström",
        "Zäune im Winter von Ada Bergström; Zäune im Winter; Ada Bergström",
        "Faire pousser des haies par Ada Bergström; Faire pousser des haies; Ada Bergström",
        "Cercas en invierno por Ada Bergström; Cercas en invierno; Ada Bergström",
        "冬のフェンスを育てる（山田太郎）; 冬のフェンスを育てる; 山田太郎",
      })
  void shouldReadTitleAndSpeakersOfOneLine(String line, String title, String speakers) {
    // Given
    String source =
        "# HedgeConf 2031\n\n## Opening\n\nHello.\n\n## "
            + line
            + "\n\n- a first note\n- a second one\n\n"
            + "## "
            + line.replace("Growing Fences", "Mending Gates")
                .replace("Zäune", "Tore")
                .replace("冬の", "夏の")
            + "\n\n- a third note\n- a fourth one\n";
    // When
    List<TalkNotes> talks = markdown(source);
    // Then
    assertThat(talks).hasSize(2);
    assertThat(talks.getFirst().title()).isEqualTo(title);
    assertThat(TalkLines.speakers(talks.getFirst())).isEqualTo(speakers);
    assertThat(talks.getFirst().line()).isEqualTo(7);
  }

  @Test
  void shouldTakeTheSpeakerLineBelowAHeading() {
    // When
    List<TalkNotes> talks =
        markdown(
            """
            # GateCamp 2030

            ## Oiling Hinges at Scale
            **Rosa Lindgren**
            *Marek Dvořák*

            - squeaks are telemetry

            ### Grease

            - more

            ## Session 2: Locks

            https://example.org/locks

            Speaker: Yaw Mensah, Keyhole University

            Text about locks.

            ## Q&A

            - no talk
            """);
    // Then
    assertThat(TalkLines.of(talks))
        .containsExactly(
            "3 Oiling Hinges at Scale | Rosa Lindgren, Marek Dvořák", "13 Locks | Yaw Mensah");
    assertThat(talks.get(1).speakers().getFirst().affiliation()).isEqualTo("Keyhole University");
  }

  @Test
  void shouldTakeAWholeDocumentForOneTalk() {
    // When
    List<TalkNotes> named = markdown("# Wickets\n## Ida Holm\n\n### Ideas\n\n- one\n- two\n");
    List<TalkNotes> listed =
        markdown(
            "# Wickets\n\n- Speaker: Ida Holm\n- Date: 2031-02-03\n\n## Ideas\n\n- one\n- two\n");
    List<TalkNotes> unnamed =
        markdown(
            "# Why wickets squeak\n\n## Ideas about oil\n\n- one\n- two\n\n## Grease again and again\n\n- three\n");
    // Then
    assertThat(TalkLines.of(named)).containsExactly("1 Wickets | Ida Holm");
    assertThat(TalkLines.of(listed)).containsExactly("1 Wickets | Ida Holm");
    assertThat(TalkLines.of(unnamed)).containsExactly("1 Why wickets squeak |");
  }

  @Test
  void shouldTakeTitleAndSpeakerFromFrontMatter() {
    // When
    List<TalkNotes> talks =
        markdown(
            "---\nlayout: post\ntitle: \"Posts, and what holds them\"\nspeaker: Ida Holm\n---\n\n## Depth\n\n- deep\n- deeper\n");
    // Then
    assertThat(TalkLines.of(talks)).containsExactly("3 Posts, and what holds them | Ida Holm");
  }

  @Test
  void shouldReadAPanel() {
    // When
    List<TalkNotes> talks =
        markdown(
            """
            # Panel: The Future of Fences

            Panelists:
            * Ida Holm, Picket Inc. - @idaholm
            * Yaw Mensah, Keyhole University
            * Rosa Lindgren (moderator)

            ## Is wood still relevant?

            * yes
            """);
    // Then
    assertThat(TalkLines.of(talks))
        .containsExactly("1 The Future of Fences | Ida Holm, Yaw Mensah, Rosa Lindgren");
    assertThat(talks.getFirst().speakers().getFirst())
        .isEqualTo(new Speaker("Ida Holm", "idaholm", "Picket Inc."));
  }

  @Test
  void shouldFindTalksOpenedByBoldLines() {
    // When
    List<TalkNotes> talks =
        markdown(
            """
            # GateCamp 2030

            **Oiling Hinges at Scale** — Rosa Lindgren

            - squeaks are telemetry

            **Locks for everybody**
            Yaw Mensah

            Text about locks, and more of it.
            """);
    // Then
    assertThat(TalkLines.of(talks))
        .containsExactly(
            "3 Oiling Hinges at Scale | Rosa Lindgren", "7 Locks for everybody | Yaw Mensah");
  }

  @Test
  void shouldFindLightningTalksInAList() {
    // When
    List<TalkNotes> talks =
        markdown(
            """
            # GateCamp 2030

            ## Oiling Hinges at Scale by Rosa Lindgren

            - squeaks are telemetry

            ## Lightning talks

            - Paint in the rain - Ida Holm
              - it does not dry
            - Nails, a history - Yaw Mensah
              - Romans had them
            """);
    // Then
    assertThat(TalkLines.of(talks))
        .containsExactly(
            "3 Oiling Hinges at Scale | Rosa Lindgren",
            "9 Paint in the rain | Ida Holm",
            "11 Nails, a history | Yaw Mensah");
  }

  @Test
  void shouldFindSpeakersAboveTheirTitles() {
    // When
    List<TalkNotes> talks =
        markdown(
            "# GateCamp 2030\n\n## Rosa Lindgren\n\n### Oiling hinges at scale\n\n- a\n- b\n\n## Yaw Mensah\n\n### Locks for everybody\n\n- c\n");
    // Then
    assertThat(TalkLines.of(talks))
        .containsExactly(
            "3 Oiling hinges at scale | Rosa Lindgren", "10 Locks for everybody | Yaw Mensah");
  }

  @Test
  void shouldSegmentOtherLanguagesByStructure() {
    // When
    List<TalkNotes> german =
        markdown(
            "# Zauntage 2031\n\n## Latten richtig lagern\n\nReferentin: Prof. Dr. Heike Sommer\n\n- trocken\n\n## Mittagspause\n\nSuppe.\n\n## Pfosten im Moor\n\nReferent: Uwe Brandt\n\n- tief\n");
    List<TalkNotes> chinese =
        markdown(
            "# 篱笆大会 2031\n\n## 冬天如何种植篱笆\n\n讲者：王小明\n\n- 很慢\n\n## 茶歇\n\n茶。\n\n## 大规模给铰链上油\n\n演讲者：李雷\n\n- 声音\n");
    // Then
    assertThat(TalkLines.of(german))
        .containsExactly(
            "3 Latten richtig lagern | Heike Sommer", "13 Pfosten im Moor | Uwe Brandt");
    assertThat(TalkLines.of(chinese)).containsExactly("3 冬天如何种植篱笆 | 王小明", "13 大规模给铰链上油 | 李雷");
  }

  @Test
  void shouldReadPlainTextWithBylines() {
    // When
    List<TalkNotes> talks =
        plain(
            """
            Programme
            Oiling Hinges at Scale - Rosa Lindgren
            Locks for Everybody - Yaw Mensah

            Oiling Hinges at Scale - Rosa Lindgren
            Squeaks are telemetry, she said, and everybody laughed.

            Locks for Everybody - Yaw Mensah
            A lock is a promise to come back with a key.
            """);
    // Then
    assertThat(TalkLines.of(talks))
        .containsExactly(
            "5 Oiling Hinges at Scale | Rosa Lindgren", "8 Locks for Everybody | Yaw Mensah");
  }

  @Test
  void shouldReadBoldSlotsWithLabelledSpeakers() {
    // When
    List<TalkNotes> talks =
        markdown(
            "**Talk 1: Hinges without tears**\nSpeaker: Ida Holm\n\nnotes about hinges\n\n**Talk 2: Locks the boring way**\nSpeaker: Yaw Mensah, Keyhole Inc\n\nmore notes\n");
    // Then
    assertThat(TalkLines.of(talks))
        .containsExactly(
            "1 Hinges without tears | Ida Holm", "6 Locks the boring way | Yaw Mensah");
  }

  @Test
  void shouldReadNumberedPlainTitlesAndPanels() {
    // When
    List<TalkNotes> talks =
        plain(
            """
            GATECAMP NOTES

            1. WHY HINGES MATTER
            Speaker: Ida Holm

            hinges are good. they turn.
            - brass

            Panel: Who pays for the paint?
            Speakers: Rosa Lindgren, Yaw Mensah

            Everybody agreed that nobody pays.
            """);
    // Then
    assertThat(TalkLines.of(talks))
        .containsExactly(
            "3 WHY HINGES MATTER | Ida Holm",
            "9 Who pays for the paint? | Rosa Lindgren, Yaw Mensah");
  }

  @Test
  void shouldFindTalksOpenedByListItemsWithNotes() {
    // When
    List<TalkNotes> talks =
        markdown(
            "# What I saw at GateCamp\n\n* **Growing gates in space** (Ida Holm)\n  * no gravity\n* **Hinges as a service** (Yaw Mensah)\n  * squeak\n");
    // Then
    assertThat(TalkLines.of(talks))
        .containsExactly(
            "3 Growing gates in space | Ida Holm", "5 Hinges as a service | Yaw Mensah");
  }

  @Test
  void shouldFindNoTalkWhereThereIsNone() {
    assertThat(markdown("# HedgeConf 2031\n\n- [Growing fences](a.md)\n- [Oiling hinges](b.md)\n"))
        .isEmpty();
    assertThat(
            markdown(
                "# GateCamp 2030 in Oslo\n\nI took the train. I met my friends and we had soup.\n"))
        .isEmpty();
    assertThat(plain("I went to a conference. Rosa Lindgren gave a nice talk about hinges.\n"))
        .isEmpty();
    assertThat(markdown("")).isEmpty();
  }

  @Test
  void shouldLeaveOutPlaceholdersAndAttendees() {
    // When
    List<TalkNotes> talks =
        markdown(
            "# GateCamp 2030\n\n## Session 1: Hinges\n\nRosa Lindgren (@rosa)\n\n- oil\n\n## Session 2: ???\n\nskipped it\n\n## Attendees\n\n- Ida Holm\n- Yaw Mensah\n");
    // Then
    assertThat(TalkLines.of(talks)).containsExactly("3 Hinges | Rosa Lindgren");
  }

  @Test
  void shouldTakeNoCommentInCodeForAHeading() {
    // When
    List<TalkNotes> talks =
        markdown("# Hinges by Ida Holm\n\n```sh\n# Locks by Yaw Mensah\nmake\n```\n");
    // Then
    assertThat(TalkLines.of(talks)).containsExactly("1 Hinges | Ida Holm");
  }

  @Test
  void shouldLeaveTitleAndSpeakerOutOfTheBlocks() {
    // When
    TalkNotes talk =
        markdown("# GateCamp 2030\n\n## Oiling hinges\nRosa Lindgren\nFirst note.\n\n- second\n")
            .getFirst();
    // Then
    assertThat(talk.blocks())
        .extracting(Block::kind)
        .containsExactly(Block.Kind.PARAGRAPH, Block.Kind.LIST_ITEM);
    assertThat(talk.blocks().getFirst().firstLine()).isEqualTo(5);
    assertThat(talk.reason()).isEqualTo("title line followed by a name line");
    assertThat(talk.confidence()).isBetween(0.8, 1.0);
  }
}
