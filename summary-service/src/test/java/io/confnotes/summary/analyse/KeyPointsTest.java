package io.confnotes.summary.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.confnotes.summary.analyse.point.KeyPoints;
import io.confnotes.summary.analyse.tag.Vocabulary;
import io.confnotes.summary.analyse.text.Notes;
import io.confnotes.summary.analyse.text.Passage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPointsTest {

  private static List<KeyPoint> keyPoints(TalkText talk) {
    return new Analyser(Vocabulary.seed()).analyse(talk).keyPoints();
  }

  private static List<String> texts(TalkText talk) {
    return keyPoints(talk).stream().map(KeyPoint::text).toList();
  }

  @Test
  void shouldPointToExactlyWhatWasWritten() {
    // Given
    TalkText talk = TestTalk.observatory();

    // When
    List<KeyPoint> points = keyPoints(talk);

    // Then
    assertThat(points).hasSize(9);
    assertThat(points)
        .allSatisfy(
            point -> assertThat(TestTalk.slice(talk, point.span())).isEqualTo(point.text()));
  }

  @Test
  void shouldPutWhatTheTalkWasAboutFirst() {
    // When
    List<String> texts = texts(TestTalk.observatory());

    // Then
    assertThat(texts.subList(0, 2))
        .anyMatch(text -> text.startsWith("Nobody could find an image again, and PostgreSQL"));
  }

  @Test
  void shouldLeaveOutApplauseAndAsides() {
    // When
    List<String> texts = texts(TestTalk.observatory());

    // Then
    assertThat(texts).noneMatch(text -> text.contains("Applause") || text.contains("aside"));
  }

  @ParameterizedTest
  @CsvSource({"- item,item", "* item,item", "• item,item", "12. item,item", "b) item,item"})
  void shouldLeaveOutTheMarkerOfAnItem(String block, String expected) {
    // Given
    TalkText talk = TestTalk.titled("Lists").item(1, block).build();

    // Then
    assertThat(texts(talk)).containsExactly(expected);
  }

  @Test
  void shouldCarryTheLineThatIntroducesAList() {
    // Given
    TalkText talk =
        TestTalk.titled("Migrations")
            .text("🎉\r\n")
            .paragraph("We planned long. The team migrated in steps:")
            .item(1, "- Write to both stores.")
            .item(1, "- Compare what they answer.")
            .build();

    // When
    List<KeyPoint> points = keyPoints(talk);

    // Then
    KeyPoint item =
        points.stream()
            .filter(p -> p.text().equals("Write to both stores."))
            .findFirst()
            .orElseThrow();
    assertThat(item.leadIn())
        .isNotNull()
        .extracting(span -> TestTalk.slice(talk, span))
        .isEqualTo("The team migrated in steps:");
  }

  @Test
  void shouldCarryTheParentItemThatIntroducesADeeperList() {
    // Given
    TalkText talk =
        TestTalk.titled("History")
            .item(1, "- Some history:")
            .item(2, "- The jail came first.")
            .item(1, "- Nothing else matters.")
            .build();

    // When
    List<KeyPoint> points = keyPoints(talk);

    // Then
    assertThat(points)
        .filteredOn(point -> point.leadIn() != null)
        .singleElement()
        .satisfies(point -> assertThat(point.text()).isEqualTo("The jail came first."));
  }

  @Test
  void shouldCarryTheQuestionThatAListAnswers() {
    // Given
    TalkText talk =
        TestTalk.titled("Jails")
            .heading("## What is a jail?")
            .item(1, "- An old container.")
            .build();

    // When
    List<KeyPoint> points = keyPoints(talk);

    // Then
    assertThat(points).singleElement().extracting(KeyPoint::leadIn).isEqualTo(new Span(3, 18));
  }

  @Test
  void shouldNotRepeatTitleAndSpeakers() {
    // Given
    TalkText talk =
        TestTalk.titled("Containers from user space")
            .by("Ada Example")
            .paragraph("Containers from User Space")
            .paragraph("Ada Example")
            .paragraph("A container is made of primitives of the kernel.")
            .build();

    // Then
    assertThat(texts(talk)).containsExactly("A container is made of primitives of the kernel.");
  }

  @Test
  void shouldNotCarryALeadInAcrossAParagraph() {
    // Given
    TalkText talk =
        TestTalk.titled("Lists")
            .paragraph("The reasons are these:")
            .item(1, "- A cheap reason.")
            .paragraph("Something else happened in between.")
            .item(1, "- A lonely bullet.")
            .build();

    // When
    List<KeyPoint> points = keyPoints(talk);

    // Then
    assertThat(points)
        .filteredOn(point -> point.text().equals("A lonely bullet."))
        .singleElement()
        .satisfies(point -> assertThat(point.leadIn()).isNull());
  }

  @Test
  void shouldNotSayTheSameTwice() {
    // Given
    TestTalk talk = TestTalk.titled("Backups");
    for (int i = 0; i < 10; i++) {
      talk.paragraph("A backup that was never restored is only a rumour.");
    }
    talk.paragraph("Restores are tried every Monday by whoever is on call.");

    // When
    List<String> texts = texts(talk.build());

    // Then
    assertThat(texts)
        .containsExactlyInAnyOrder(
            "A backup that was never restored is only a rumour.",
            "Restores are tried every Monday by whoever is on call.");
  }

  @Test
  void shouldNeverTakeHeadingsOrCodeWhereSomethingWasSaid() {
    // Given
    TalkText talk =
        TestTalk.titled("Stores")
            .heading("Column stores are fast")
            .code("SELECT fast FROM stores;")
            .paragraph("They scan.")
            .build();

    // Then
    assertThat(texts(talk)).containsExactly("They scan.");
  }

  @Test
  void shouldTakeHeadingsWhereNothingElseIs() {
    // Given
    TalkText talk = TestTalk.titled("").heading("## Column stores are fast").build();

    // Then
    assertThat(texts(talk)).containsExactly("Column stores are fast");
  }

  @Test
  void shouldKeepAShortItemWhole() {
    // Given
    TalkText talk = TestTalk.titled("").item(1, "- It broke. Then we repaired the cable.").build();

    // Then
    assertThat(texts(talk)).containsExactly("It broke. Then we repaired the cable.");
  }

  @Test
  void shouldCarryTheShortTitleOfAList() {
    // Given
    TalkText talk =
        TestTalk.titled("Car keys")
            .paragraph("What it needs")
            .item(1, "- Owner pairing")
            .item(2, "- Place the phone near the reader of the car.")
            .item(1, "- It costs nothing.")
            .build();

    // When
    List<KeyPoint> points = keyPoints(talk);

    // Then
    assertThat(points)
        .extracting(KeyPoint::text, point -> leadIn(talk, point))
        .contains(
            tuple("Place the phone near the reader of the car.", "Owner pairing"),
            tuple("It costs nothing.", "What it needs"));
  }

  @Test
  void shouldNotCarryWhatIntroducesAnotherList() {
    // Given
    TalkText talk =
        TestTalk.titled("Keys")
            .paragraph("The plan:")
            .item(1, "- The car pairs with the phone of its owner.")
            .item(2, "- Readers sit in the doors.")
            .build();

    // When
    List<KeyPoint> points = keyPoints(talk);

    // Then
    assertThat(points)
        .filteredOn(point -> point.text().equals("Readers sit in the doors."))
        .singleElement()
        .satisfies(point -> assertThat(point.leadIn()).isNull());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ada Example", "https://example.org/slides"})
  void shouldNotCarryNamesAndAddresses(String before) {
    // Given
    TalkText talk =
        TestTalk.titled("Keys")
            .by("Ada Example")
            .paragraph(before)
            .item(1, "- Readers sit in the doors.")
            .build();

    // Then
    assertThat(keyPoints(talk))
        .filteredOn(point -> point.text().equals("Readers sit in the doors."))
        .singleElement()
        .satisfies(point -> assertThat(point.leadIn()).isNull());
  }

  @Test
  void shouldGiveReasonsThatAddUpToTheScore() {
    // When
    List<KeyPoint> points = keyPoints(TestTalk.observatory());

    // Then
    assertThat(points)
        .allSatisfy(
            point -> {
              assertThat(point.reasons()).extracting(Reason::kind).doesNotHaveDuplicates();
              assertThat(point.reasons()).extracting(Reason::kind).isSorted();
              assertThat(point.reasons()).extracting(Reason::value).doesNotContain(0.0);
              double sum = point.reasons().stream().mapToDouble(Reason::value).sum();
              assertThat(point.score()).isCloseTo(sum, within(1e-9));
            });
  }

  @Test
  void shouldNameWhatSpeaksForAndAgainst() {
    // Given
    TalkText talk =
        TestTalk.titled("Tape robots")
            .paragraph("Tape robots keep the archive of the observatory cheap.")
            .quote("“A tape that nobody reads is landfill.”")
            .item(3, "- The vendor sent three engineers and a truck.")
            .paragraph("As an aside, the truck was blue and rather small.")
            .paragraph("Who would pay for all the new drives?")
            .build();

    // Then
    assertThat(reason(talk, "Tape robots keep", Reason.Kind.TITLE)).isPositive();
    assertThat(reason(talk, "Tape robots keep", Reason.Kind.POSITION)).isPositive();
    assertThat(reason(talk, "Tape robots keep", Reason.Kind.CENTRALITY)).isPositive();
    assertThat(reason(talk, "“A tape", Reason.Kind.EMPHASIS)).isPositive();
    assertThat(reason(talk, "The vendor", Reason.Kind.DEPTH)).isNegative();
    assertThat(reason(talk, "The vendor", Reason.Kind.TITLE)).isZero();
    assertThat(reason(talk, "As an aside", Reason.Kind.CUE)).isNegative();
    assertThat(reason(talk, "Who would", Reason.Kind.FORM))
        .isLessThan(reason(talk, "The vendor", Reason.Kind.FORM));
  }

  @Test
  void shouldCountWhatBetterPointsSaidBefore() {
    // Given
    TalkText talk =
        TestTalk.titled("Restores")
            .paragraph("Restores of the archive are tried every Monday morning by the operators.")
            .paragraph("Restores of the archive failed once, which taught a lesson to everybody.")
            .build();

    // When
    List<KeyPoint> points = keyPoints(talk);

    // Then
    assertThat(points.getFirst().reasons())
        .extracting(Reason::kind)
        .doesNotContain(Reason.Kind.REPETITION);
    assertThat(points.getLast().reasons())
        .filteredOn(reason -> reason.kind() == Reason.Kind.REPETITION)
        .singleElement()
        .satisfies(reason -> assertThat(reason.value()).isNegative());
  }

  @Test
  void shouldPreferSentencesToWhatIntroducesThem() {
    // Given
    TalkText talk =
        TestTalk.titled("Swift releases")
            .item(1, "- Swift releases")
            .item(2, "- Swift 5.2 came with better diagnostics of the compiler.")
            .item(1, "- Reasons for the new releases of the Swift compiler:")
            .item(2, "- The compiler was slow when types had to be inferred.")
            .build();

    // Then
    assertThat(texts(talk).subList(0, 2))
        .containsExactlyInAnyOrder(
            "Swift 5.2 came with better diagnostics of the compiler.",
            "The compiler was slow when types had to be inferred.");
  }

  @Test
  void shouldGiveMoreOnRequest() {
    // Given
    TestTalk talk =
        TestTalk.titled("Fruit")
            .item(1, "- Apples keep for months in a cold cellar.")
            .item(1, "- Pears ripen from the inside.")
            .item(1, "- Plums were dried in the attic.")
            .item(1, "- Figs need a wasp for pollination.");

    // When
    List<KeyPoint> few = KeyPoints.of(Notes.of(talk.build()), 3);
    List<KeyPoint> many = KeyPoints.of(Notes.of(talk.build()), 30);

    // Then
    assertThat(few).hasSize(3);
    assertThat(many).hasSize(4).startsWith(few.toArray(KeyPoint[]::new));
  }

  @Test
  void shouldTrustTheBeginningWhereNoTitleSaysTheSubject() {
    // Given
    String first = "The scheduler of the cluster places every job near its data.";
    String last = "The archive of the library keeps every scan beside its page.";
    TestTalk untitled = TestTalk.titled("").paragraph(first).paragraph("It works.").paragraph(last);
    TestTalk titled =
        TestTalk.titled("The archive of the library")
            .paragraph(first)
            .paragraph("It works.")
            .paragraph(last);

    // Then
    assertThat(texts(untitled.build())).startsWith(first);
    assertThat(texts(titled.build())).startsWith(last);
  }

  @Test
  void shouldRankAllSentencesThatAreGiven() {
    // Given
    String text =
        "So. Or.\nWhat is a log? A log keeps records in order 😀.  A log keeps records in order.";
    List<Span> sentences =
        List.of(
            new Span(0, 3), new Span(4, 7), new Span(8, 22), new Span(23, 54), new Span(56, 85));
    TalkText talk = TestTalk.titled("Logs").paragraph(text).build();

    // When
    Notes notes = Notes.of(talk, sentences);
    List<Span> ranking =
        KeyPoints.ranking(notes).stream()
            .map(passage -> notes.span(passage.block(), passage.range()))
            .toList();

    // Then
    assertThat(ranking).containsExactlyInAnyOrderElementsOf(sentences);
    assertThat(ranking.getFirst()).isEqualTo(new Span(23, 54));
    assertThat(ranking.subList(2, 5)).isEqualTo(sentences.subList(0, 3));
  }

  @Test
  void shouldRankHeadingsLast() {
    // Given
    TalkText talk =
        TestTalk.titled("Stores").heading("Column stores are fast").paragraph("They scan.").build();

    // Then
    assertThat(KeyPoints.ranking(Notes.of(talk)))
        .extracting(Passage::text)
        .containsExactly("They scan.", "Column stores are fast");
  }

  @Test
  void shouldRefuseSentencesOutOfOrder() {
    // Given
    TalkText talk = TestTalk.titled("").paragraph("One. Two.").build();
    List<Span> sentences = List.of(new Span(5, 9), new Span(0, 4));

    // Then
    assertThatThrownBy(() -> Notes.of(talk, sentences))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0..4");
  }

  private static @Nullable String leadIn(TalkText talk, KeyPoint point) {
    return point.leadIn() == null ? null : TestTalk.slice(talk, point.leadIn());
  }

  private static double reason(TalkText talk, String start, Reason.Kind kind) {
    return keyPoints(talk).stream()
        .filter(point -> point.text().startsWith(start))
        .flatMap(point -> point.reasons().stream())
        .filter(reason -> reason.kind() == kind)
        .mapToDouble(Reason::value)
        .sum();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "分散システムでは障害が必ず起きます。だから復旧を自動化します。",
        "分布式系统总会出现故障。因此恢复必须自动化。",
        "Hajautettu järjestelmä hajoaa joskus. Siksi palautus on automatisoitava.",
        "Xqz wvut rsp. Onm lkj ihg fed."
      })
  void shouldWorkInOtherLanguages(String text) {
    // Given
    TalkText talk = TestTalk.titled("").paragraph(text).build();

    // Then
    assertThat(texts(talk)).hasSize(2);
  }
}
