package io.confnotes.ingest.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.read.Readers;
import io.confnotes.ingest.read.text.Format;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Talks that are known by what stands around their titles. All people and talks are invented. */
class SurroundingsTest {

  /** Line, title and speakers of each talk. */
  private static List<String> outline(String source) {
    return Segmenter.segment(Readers.read(source, Format.MARKDOWN)).stream()
        .map(talk -> talk.line() + " " + talk.title() + " | " + speakers(talk))
        .toList();
  }

  private static String speakers(TalkNotes talk) {
    return talk.speakers().stream()
        .map(s -> s.name() == null ? "@" + s.handle() : s.name())
        .collect(Collectors.joining(", "));
  }

  @Test
  void shouldFindTheSpeakersThatTheProseBelowATitleNames() {
    // Given
    String source =
        """
        # HedgeConf 2031

        ### Roots in the Cloud
        The day began with [Ada Bergström](https://ada.example), who talked about roots.

        ### Pruning at Scale
        A talk by Lou Okafor and Ines Rocha on what to cut, and when.

        ### Compost
        Up next was [@heap](https://heap.example). The slides are not out yet.

        ### Getting there
        The train was late, as ever.
        """;
    // When / Then
    assertThat(outline(source))
        .contains(
            "3 Roots in the Cloud | Ada Bergström",
            "6 Pruning at Scale | Lou Okafor, Ines Rocha",
            "9 Compost | @heap");
  }

  @Test
  void shouldNotMakeASpeakerOfSomebodyCitedLater() {
    // Given
    String source =
        """
        # HedgeConf 2031

        ## Roots in the Cloud by Ada Bergström

        In his book, [Lou Okafor](https://lou.example) says that roots talk.

        ## Pruning at Scale by Ines Rocha

        - cut
        """;
    // When / Then
    assertThat(outline(source))
        .containsExactly("3 Roots in the Cloud | Ada Bergström", "7 Pruning at Scale | Ines Rocha");
  }

  @ParameterizedTest
  @CsvSource({
    "Session 1, Session 2",
    "Track A, Track B",
    "Sitzung 1, Sitzung 2",
    "Talks on the first day, Talks on the second day"
  })
  void shouldFindTalksBelowTheSessionsThatGroupThem(String first, String second) {
    // Given
    String source =
        """
        Notes of the week.

        ## %s

        ### Roots of old hedges

        - deep

        ### Measuring leaves

        - wide

        ## %s

        ### Where birds live

        - high
        """
            .formatted(first, second);
    // When / Then
    assertThat(outline(source))
        .containsExactly(
            "5 Roots of old hedges | ", "9 Measuring leaves | ", "15 Where birds live | ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Profesora de la charla: Ada Bergström; Ada Bergström",
        "**auteur** = ADA MARTIN, consultante; ADA MARTIN",
        "발표자- 김민수; 김민수",
        "> Ada Bergström (Hedge), Lou Okafor (Hedge); Ada Bergström, Lou Okafor"
      })
  void shouldKnowSpeakersByTheirPlaceBelowTheTitle(String line, String speakers) {
    // Given
    String source = "# HedgeConf 2031\n\n## Roots in the cloud\n\n" + line + "\n\n- deep\n- wide\n";
    // When / Then
    assertThat(outline(source)).containsExactly("3 Roots in the cloud | " + speakers);
  }

  @Test
  void shouldReadNamesBesideQuotedTitlesBehindTheirCompanies() {
    // Given
    String source =
        """
        # 第5回 生垣勉強会 参加メモ

        ## セッション1 株式会社ミドリ 田中太郎さん 「分散キャッシュのはなし」

        - キャッシュは難しい

        ## セッション2 松本 華さん 「型で守るAPI」

        - スキーマを先に書く
        """;
    // When / Then
    assertThat(outline(source)).containsExactly("3 分散キャッシュのはなし | 田中太郎", "7 型で守るAPI | 松本 華");
  }

  @Test
  void shouldReadTheNamesOfDaysAsNoTalks() {
    // Given
    String source =
        """
        Day one
        =======

        Ada Bergström - Hinges for everyone
        -----------------------------------

        * point

        Lou Okafor - A latch in time
        ---

        * point

        Day two
        =======

        Ines Rocha - Doors of perception
        --------------------------------

        * third
        """;
    // When / Then
    assertThat(outline(source))
        .containsExactly(
            "4 Hinges for everyone | Ada Bergström",
            "9 A latch in time | Lou Okafor",
            "17 Doors of perception | Ines Rocha");
  }

  @Test
  void shouldReadNamesInSmallLettersAsTheOthersAreWritten() {
    // Given
    String source =
        """
        # Hinges for everyone - Ada Bergström

        - one

        # A latch in time - Lou Okafor

        - two

        # Doors of perception - Ines Rocha

        - three

        # growing fences in winter - ann hill (hedge labs)

        - four
        """;
    // When / Then
    assertThat(outline(source)).contains("13 growing fences in winter | ann hill");
  }

  @Test
  void shouldFindTheItemsOfAListThatHaveParagraphsBelowThem() {
    // Given
    String source =
        """
        # Notes from HedgeConf

        - **[Hinges for Everyone](https://v.example/1)**, Ada Bergström

          A long talk about hinges and why they matter to all of us.

        - **[A Latch in Time](https://v.example/2)**, Lou Okafor

          Saves nine, as she put it. Many measurements.

        ## To watch

        - **[Unseen Gates](https://v.example/4)**, Ines Rocha
        - **[Unheard Doors](https://v.example/5)**, Yan Moreau

        That is all for this year.
        """;
    // When / Then
    assertThat(outline(source))
        .containsExactly("3 Hinges for Everyone | Ada Bergström", "7 A Latch in Time | Lou Okafor");
  }

  @Test
  void shouldLeaveSpeakersToTheBoldTitlesBetweenThemAndAHeading() {
    // Given
    String source =
        """
        # HedgeConf 2031

        ## Big hedges

        **Growing fences in winter**

        Speaker: Ada Bergström

        - frost

        **Mending gates in summer**

        Speaker: Lou Okafor

        - rust
        """;
    // When / Then
    assertThat(outline(source))
        .containsExactly(
            "5 Growing fences in winter | Ada Bergström",
            "11 Mending gates in summer | Lou Okafor");
  }

  @Test
  void shouldDropTheSpeakersCompanyBehindATitle() {
    // Given
    String source =
        "# HedgeConf 2031\n\n## Gates in production - Hedgle\n\nAda Bergström (Hedgle)\n\n- one\n";
    // When / Then
    assertThat(outline(source)).containsExactly("3 Gates in production | Ada Bergström");
  }

  @Test
  void shouldKeepAHeadingsTalkBesideThoseOfLinesBelowIt() {
    // Given
    String source =
        """
        ## Testy bez bólu by Adam Kowalski

        Bardzo dobra prezentacja.

        11:00 – Architektura zdarzeń by Marta Nowak
        Prelegentka pokazała jak zacząć. Dużo przykładów.

        12:00 – Kafka od środka by Piotr Zieliński
        Sporo szczegółów o partycjach i offsetach.

        13:15 – Przerwa

        14:00 – Bazy grafowe by Ewa Lis
        Neo4j i przyjaciele.
        """;
    // When / Then
    assertThat(outline(source))
        .containsExactly(
            "1 Testy bez bólu | Adam Kowalski",
            "5 Architektura zdarzeń | Marta Nowak",
            "8 Kafka od środka | Piotr Zieliński",
            "13 Bazy grafowe | Ewa Lis");
  }
}
