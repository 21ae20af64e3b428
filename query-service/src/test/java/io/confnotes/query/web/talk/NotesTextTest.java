package io.confnotes.query.web.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.query.talk.Span;
import io.confnotes.query.talk.TalkNotes;
import io.confnotes.query.talk.TalkNotes.Block;
import io.confnotes.query.talk.TalkNotes.KeyPoint;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class NotesTextTest {

  private static final int START = 100;

  private static NotesText of(String text, List<Span> points, Block... blocks) {
    UUID id = new UUID(0, 0);
    List<KeyPoint> keyPoints =
        points.stream().map(span -> new KeyPoint("", span, null, 1, 1, List.of())).toList();
    return NotesText.of(
        new TalkNotes(
            id,
            id,
            null,
            null,
            "Title",
            1,
            new Span(START, START + text.codePointCount(0, text.length())),
            1,
            "en",
            List.of(),
            keyPoints,
            text,
            List.of(blocks)));
  }

  private static Block block(String kind, int level, int start, int end) {
    return new Block(kind, level, new Span(START + start, START + end));
  }

  private static String shown(NotesText text) {
    return text.parts().stream()
        .map(
            part ->
                part.kind()
                    + part.passages().stream()
                        .map(
                            passage ->
                                passage.level()
                                    + passage.pieces().stream()
                                        .map(
                                            piece ->
                                                piece.marked()
                                                    ? "<" + piece.text() + ">"
                                                    : piece.text())
                                        .collect(Collectors.joining()))
                        .toList())
        .collect(Collectors.joining(" "));
  }

  @Test
  void shouldJoinItemsThatFollowEachOtherToAList() {
    NotesText text =
        of(
            "Title\n- 🐍a\n- b\nc",
            List.of(new Span(START + 8, START + 10)),
            block("list-item", 1, 8, 10),
            block("list-item", 2, 13, 14),
            block("paragraph", 0, 15, 16));

    assertThat(shown(text)).isEqualTo("list[1<🐍a>, 2b] paragraph[0c]");
  }

  @Test
  void shouldShowWhatLiesBetweenBlocksUnlessItIsMarkup() {
    NotesText text =
        of(
            "one\n--\ntwo\nlost words\nthree",
            List.of(),
            block("paragraph", 0, 0, 3),
            block("paragraph", 0, 7, 10),
            block("quote", 0, 22, 27));

    assertThat(shown(text))
        .isEqualTo("paragraph[0one] paragraph[0two] paragraph[0\nlost words\n] quote[0three]");
  }

  @Test
  void shouldShowAllOfATextWithoutBlocks() {
    assertThat(shown(of("Title\nall of it", List.of()))).isEqualTo("paragraph[0Title\nall of it]");
  }
}
