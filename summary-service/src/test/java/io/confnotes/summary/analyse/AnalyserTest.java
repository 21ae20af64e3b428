package io.confnotes.summary.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confnotes.summary.analyse.Block.Kind;
import io.confnotes.summary.analyse.tag.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyserTest {

  private final Analyser analyser = new Analyser(Vocabulary.seed());

  @Test
  void shouldGiveTheSameAnalysisAgain() {
    // Given
    Analysis first = analyser.analyse(TestTalk.observatory());

    // When
    Analysis second = new Analyser(Vocabulary.seed()).analyse(TestTalk.observatory());

    // Then
    assertThat(second).isEqualTo(first);
  }

  @Test
  void shouldGiveTheSameAnalysisInAnyLocale() {
    // Given
    Analysis expected = analyser.analyse(TestTalk.observatory());
    Locale before = Locale.getDefault();

    // When
    Analysis turkish;
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      turkish = analyser.analyse(TestTalk.observatory());
    } finally {
      Locale.setDefault(before);
    }

    // Then
    assertThat(turkish).isEqualTo(expected);
  }

  @Test
  void shouldGiveTheSameAnalysisOnManyThreads() throws InterruptedException, ExecutionException {
    // Given
    Analysis expected = analyser.analyse(TestTalk.observatory());

    // When
    List<Future<Analysis>> analyses = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 64; i++) {
        analyses.add(threads.submit(() -> analyser.analyse(TestTalk.observatory())));
      }
    }

    // Then
    for (Future<Analysis> analysis : analyses) {
      assertThat(analysis.get()).isEqualTo(expected);
    }
  }

  @Test
  void shouldNotDependOnWhatElseIsInTheDocument() {
    // Given
    TestTalk alone = TestTalk.titled("Caches").paragraph("A cache hides a slow database 😀 well.");
    TestTalk within =
        TestTalk.titled("Caches")
            .text("Another talk 🎉, about tape robots.\r\n")
            .paragraph("A cache hides a slow database 😀 well.")
            .text("And one more, about tape robots.");

    // When
    Analysis first = analyser.analyse(alone.build());
    Analysis second = analyser.analyse(within.build());

    // Then
    assertThat(second.tags()).isEqualTo(first.tags()).isNotEmpty();
    assertThat(second.keyPoints())
        .extracting(KeyPoint::text)
        .isEqualTo(first.keyPoints().stream().map(KeyPoint::text).toList());
  }

  @Test
  void shouldSayNothingAboutNothing() {
    // When
    Analysis analysis = analyser.analyse(TestTalk.titled("").build());

    // Then
    assertThat(analysis).isEqualTo(new Analysis("und", List.of(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " \r\n\t ", "... !!! ---", "😀🎉", "( ) [ ] “”", "- ", "#", "> ", "`"})
  void shouldSayNothingAboutBlocksWithoutWords(String block) {
    // Given
    TestTalk talk = TestTalk.titled("");
    talk.paragraph(block).item(1, block).quote(block).heading(block).code(block);

    // When
    Analysis analysis = analyser.analyse(talk.build());

    // Then
    assertThat(analysis.keyPoints()).isEmpty();
    assertThat(analysis.tags()).isEmpty();
  }

  @Test
  void shouldRefuseBlocksOutsideOfTheText() {
    // Given
    Block block = new Block(Kind.PARAGRAPH, 0, new Span(0, 6));
    TalkText talk = new TalkText("", List.of(), null, "short", List.of(block));

    // Then
    assertThatThrownBy(() -> analyser.analyse(talk))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0..6");
  }

  @Test
  void shouldRefuseBlocksOutOfOrder() {
    // Given
    Block later = new Block(Kind.PARAGRAPH, 0, new Span(3, 5));
    Block earlier = new Block(Kind.PARAGRAPH, 0, new Span(0, 4));
    TalkText talk = new TalkText("", List.of(), null, "short", List.of(later, earlier));

    // Then
    assertThatThrownBy(() -> analyser.analyse(talk)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "word ", "a", "(", "“", "`", "[x ", ". ", ".", "e.g. ", "Ab-", "语", "가", "C+", "\n", "1."
      })
  void shouldAnalyseALineOfAMebibyte(String unit) {
    // Given
    TalkText talk =
        TestTalk.titled("Line").paragraph(unit.repeat((1 << 20) / unit.length())).build();

    // When
    Analysis analysis = analyser.analyse(talk);

    // Then
    assertThat(analysis.keyPoints())
        .hasSizeLessThanOrEqualTo(15)
        .allMatch(point -> point.span().length() <= 1200);
    assertThat(analysis.tags())
        .hasSizeLessThanOrEqualTo(10)
        .allMatch(tag -> tag.name().length() <= 200);
  }

  @Test
  void shouldAnalyseAHundredThousandBullets() {
    // Given
    Random random = new Random(7);
    TestTalk talk = TestTalk.titled("Bullets");
    for (int i = 0; i < 100_000; i++) {
      talk.item(1 + i % 40, "- w" + random.nextInt(50_000) + "x:");
    }

    // When
    Analysis analysis = analyser.analyse(talk.build());

    // Then
    assertThat(analysis.keyPoints()).hasSize(15);
    assertThat(analysis.tags()).hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void shouldCutTheSameWhateverTheText() {
    // Given
    Random random = new Random(11);
    String alphabet = "aB1 .!?\n\r“”()`'-*:…語の。😀é_/@#+é,٣ก";
    int[] points = alphabet.codePoints().toArray();

    for (int round = 0; round < 2_000; round++) {
      TestTalk builder = TestTalk.titled("Fuzz 😀");
      for (int block = 0; block < 4; block++) {
        StringBuilder text = new StringBuilder();
        random
            .ints(random.nextInt(60), 0, points.length)
            .forEach(point -> text.appendCodePoint(points[point]));
        builder.text("😀").paragraph(text.toString()).item(block, text.toString());
      }
      TalkText talk = builder.build();

      // When
      Analysis analysis = analyser.analyse(talk);

      // Then
      for (KeyPoint point : analysis.keyPoints()) {
        assertThat(TestTalk.slice(talk, point.span())).isEqualTo(point.text());
        assertThat(point.text()).isEqualTo(point.text().strip()).isNotEmpty();
      }
      assertThat(analysis.tags()).allMatch(tag -> !tag.slug().isEmpty());
      assertThat(analysis.tags().stream().map(Tag::slug)).doesNotHaveDuplicates();
    }
  }

  @Test
  void shouldRankBestFirst() {
    // When
    Analysis analysis = analyser.analyse(TestTalk.observatory());

    // Then
    assertThat(analysis.keyPoints().stream().map(KeyPoint::score))
        .isSortedAccordingTo(Collections.reverseOrder())
        .allMatch(score -> score >= 0 && score <= 1);
    assertThat(analysis.tags().stream().map(Tag::score))
        .isSortedAccordingTo(Collections.reverseOrder())
        .allMatch(score -> score > 0 && score <= 1);
  }
}
