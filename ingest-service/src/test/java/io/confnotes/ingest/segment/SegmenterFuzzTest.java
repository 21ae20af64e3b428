package io.confnotes.ingest.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.read.Readers;
import io.confnotes.ingest.read.text.Block;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.read.text.Reading;
import io.confnotes.ingest.read.text.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmenterFuzzTest {

  private static final int ROUNDS = 300;
  private static final String[] PIECES = {
    "# ",
    "## ",
    "\n",
    "\r\n",
    "\n\n",
    "- ",
    "  - ",
    "1. ",
    "> ",
    "```\n",
    "**",
    "_",
    "[a](b)",
    "|",
    "|-|-|\n",
    "Jane Doe",
    "@jane",
    " by ",
    " - ",
    ": ",
    "Keynote",
    "Session 3: ",
    "10:30",
    "A Talk about Gates",
    "😀",
    "山田太郎",
    "<h1>",
    "</h1>",
    "<p>",
    "<ul><li>",
    "<br>",
    "&amp;",
    "&#0;",
    "---\n",
    "title: x\n",
    "+++\n",
    "Speakers:\n",
    "\u0000",
    "\uFEFF",
    "\uD83D",
    "\t",
    "(",
    ")",
    "\"",
    "“",
    ".",
    "Lightning talks\n",
    "\u00A0",
    " from "
  };

  /** What must hold for any text. */
  private static void check(String source, Format format) {
    Reading reading = Readers.read(source, format);
    int length = reading.text().codePointCount(0, reading.text().length());
    assertThat(areOrdered(reading.blocks().stream().map(Block::span).toList(), new Span(0, length)))
        .as("blocks of %s", format)
        .isTrue();
    List<TalkNotes> talks = Segmenter.segment(reading);
    assertThat(areOrdered(talks.stream().map(TalkNotes::span).toList(), new Span(0, length)))
        .as("talks of %s", format)
        .isTrue();
    assertThat(talks)
        .allMatch(
            talk -> areOrdered(talk.blocks().stream().map(Block::span).toList(), talk.span()));
    assertThat(Segmenter.segment(Readers.read(source, format))).isEqualTo(talks);
  }

  /** Whether the spans have a length, follow each other without overlap and keep to the bounds. */
  private static boolean areOrdered(List<Span> spans, Span bounds) {
    int end = bounds.start();
    for (Span span : spans) {
      if (span.start() < end || span.length() == 0) {
        return false;
      }
      end = span.end();
    }
    return end <= bounds.end();
  }

  private static void checkAll(String source) {
    for (Format format : Format.values()) {
      check(source, format);
    }
  }

  @Test
  void shouldTakeRandomBytes() {
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      checkAll(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  @Test
  void shouldTakeRandomPieces() {
    Random random = new Random(2);
    for (int round = 0; round < ROUNDS * 3; round++) {
      StringBuilder source = new StringBuilder();
      for (int piece = random.nextInt(60); piece >= 0; piece--) {
        source.append(PIECES[random.nextInt(PIECES.length)]);
      }
      checkAll(source.toString());
    }
  }

  @Test
  void shouldTakeSplicedAndTruncatedNotes() throws IOException {
    String notes;
    try (InputStream in = getClass().getResourceAsStream("/notes/plain-day.txt")) {
      notes = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    Random random = new Random(3);
    for (int round = 0; round < ROUNDS; round++) {
      int cut = random.nextInt(notes.length());
      int from = random.nextInt(notes.length());
      String piece = PIECES[random.nextInt(PIECES.length)];
      checkAll(notes.substring(0, cut) + piece + notes.substring(from));
    }
  }

  /** Shapes that made parsers recurse, back up or copy without bound. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "word ",
        "\n",
        "# H\n",
        "# A\n## B\n### C\n",
        ">",
        "- ",
        "1. ",
        "[",
        "]",
        "![",
        "[a](<b",
        "*a **a ",
        "_a ",
        "`",
        "<",
        "<!-- ",
        "<![CDATA[",
        "&",
        "|\n",
        "||",
        "|a|b|\n|-|-|\n",
        "<div>",
        "<b>",
        "<p><b><i>",
        "<ul><li>",
        "<table><tr><td>",
        "</div>",
        "<a href=x>y",
        "<svg><desc>",
        "<template>",
        "Jane Doe\n",
        "Jane Doe, ",
        " by Jane Doe",
        "10:30 ",
        ". - ",
        "Speakers:\n",
        "**a** ",
        "~~a ",
        "\\",
        "\u0000",
        "😀",
        "a:",
        "(x)\u00A0Jane from ACME\n",
        "[a]: b\n",
        "  - a\n\n"
      })
  void shouldTakeHostileShapes(String shape) {
    checkAll(shape.repeat((1 << 17) / shape.length()));
  }

  @Test
  void shouldTakeLongListsWithBlankLinesAndDeepIndents() {
    StringBuilder deep = new StringBuilder();
    for (int depth = 0; depth < 500; depth++) {
      deep.append("  ".repeat(depth)).append("- a\n");
    }
    checkAll(deep + "\n".repeat(100_000));
    checkAll("<a " + "x=1 ".repeat(100_000) + ">");
    checkAll("10:30 - 11:00 Gates (Room 3)\n\n".repeat(5_000));
    checkAll("|a".repeat(50_000) + "\n" + "|-".repeat(50_000) + "\n" + "|\n".repeat(50_000));
  }
}
