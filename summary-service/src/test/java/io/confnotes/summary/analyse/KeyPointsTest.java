package io.confnotes.summary.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.summary.analyse.tag.Vocabulary;
import java.util.List;
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
    assertThat(points).hasSize(5);
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
