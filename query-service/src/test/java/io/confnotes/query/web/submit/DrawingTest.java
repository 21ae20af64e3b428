package io.confnotes.query.web.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.query.talk.Span;
import io.confnotes.query.web.submit.Outline.Line;
import io.confnotes.query.web.submit.Outline.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DrawingTest {

  private static Preview preview(
      String text, List<Preview.Block> blocks, List<Integer> talks, List<Preview.LeftOut> leftOut) {
    return new Preview(
        "text/markdown",
        text,
        null,
        null,
        talks.stream().map(line -> new Preview.Talk("Talk", List.of(), line, 1, "", null)).toList(),
        0,
        blocks,
        0,
        leftOut);
  }

  private static Preview.Block block(int start, int end, int firstLine, int lastLine) {
    return new Preview.Block("paragraph", 0, new Span(start, end), firstLine, lastLine);
  }

  private static List<String> drawn(Preview preview) {
    return Drawing.of(preview, line -> false).stretches().stream()
        .map(DrawingTest::described)
        .toList();
  }

  private static String described(Stretch stretch) {
    return (stretch.talk() == null ? "-" : stretch.talk().talk().line())
        + stretch.lines().stream()
            .map(line -> " " + line.number() + (line.offers() ? "+" : "") + line.text())
            .reduce("", String::concat);
  }

  @Test
  void shouldCountInCodePoints() {
    Preview preview =
        preview(
            "🐍🐍\nab\ncd",
            List.of(block(0, 8, 1, 3)),
            List.of(2),
            List.of(new Preview.LeftOut(new Span(0, 3))));
    assertThat(drawn(preview)).containsExactly("- 1+🐍🐍", "2 2ab 3+cd");
  }

  @Test
  void shouldNumberOnlyLinesThatAreKnown() {
    Preview preview = preview("ab\ncd", List.of(block(0, 5, 3, 9)), List.of(1), List.of());
    assertThat(drawn(preview)).containsExactly("1 3+ab 0cd");
  }

  @Test
  void shouldDrawTalksWithoutLines() {
    assertThat(drawn(preview("", List.of(), List.of(1, 2), List.of()))).containsExactly("1", "2");
    assertThat(drawn(preview("ab", List.of(block(0, 2, 7, 7)), List.of(1, 5), List.of())))
        .containsExactly("1", "5 7+ab");
  }

  @Test
  void shouldLeaveOutWhatTheTextDoesNotHave() {
    Preview preview =
        preview(
            "abc",
            List.of(block(0, 2, 1, 1), block(1, 3, 2, 2), block(2, 9, 3, 3)),
            List.of(),
            List.of());
    assertThat(drawn(preview)).containsExactly("- 1+ab 3+c");
  }

  @Test
  void shouldMarkWhatWasSaid() {
    Preview preview = preview("ab\ncd", List.of(block(0, 5, 1, 2)), List.of(1), List.of());
    Outline outline = Drawing.of(preview, line -> true);
    assertThat(outline.stretches().getFirst().talk())
        .extracting(Outline.Beginning::corrected)
        .isEqualTo(true);
    assertThat(outline.stretches().getFirst().lines())
        .extracting(Line::corrected)
        .containsExactly(false, true);
  }
}
