package io.confnotes.ingest.read.light;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.read.detect.FormatDetector;
import io.confnotes.ingest.read.text.Block;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.read.text.Mark;
import io.confnotes.ingest.read.text.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LightFuzzTest {

  private static final int ROUNDS = 300;
  private static final List<Format> FORMATS =
      List.of(Format.RESTRUCTURED_TEXT, Format.ORG, Format.ASCIIDOC);
  private static final String[] PIECES = {
    // all of them
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "  ",
    "\t",
    "        ",
    "word",
    "Mara Quill",
    "錠前",
    "🗝️",
    "\uD83D",
    "\u0000",
    "\uFEFF",
    "\u00A0",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "a) ",
    "(2) ",
    "|",
    "| a | b |\n",
    ":Speaker: ",
    ":date: 2024-05-17\n",
    "http://a.example/",
    "*",
    "**",
    "_",
    "`",
    "``",
    "~",
    "=",
    "\\",
    "[",
    "]",
    "<",
    ">",
    "&amp;",
    "&",
    ":",
    "::",
    "---\n",
    "title: x\n",
    "---",
    "====",
    // reStructuredText
    "=====\n",
    "-----\n",
    "~~~~~\n",
    ".. ",
    "..\n",
    ".. note:: ",
    ".. code-block:: x\n",
    ":a: b\n",
    ".. _x: y\n",
    ".. |x| image:: y\n",
    ".. [1] z\n",
    "x_",
    "`x <y>`_",
    ":ref:`x`",
    "[1]_",
    "::\n\n",
    "+---+---+\n",
    "===  ===\n",
    ">>> x\n",
    "__ x\n",
    // Org
    "** ",
    "*** TODO ",
    "#+TITLE: ",
    "#+BEGIN_SRC\n",
    "#+END_SRC\n",
    "#+BEGIN_QUOTE\n",
    "#+TODO: A B\n",
    ":PROPERTIES:\n",
    ":END:\n",
    ":LOGBOOK:\n",
    "[[x][y]]",
    "[[",
    "]]",
    "[fn:1]",
    "<<x>>",
    "\\alpha",
    "@@x:y@@",
    ": fixed\n",
    "# ",
    " :tag:\n",
    "[1/2]",
    "- [X] ",
    " :: ",
    "|---+---|\n",
    // AsciiDoc
    "= ",
    "== ",
    "=== ",
    ".Title\n",
    "----\n",
    "....\n",
    "____\n",
    "====\n",
    "****\n",
    "////\n",
    "--\n",
    "|===\n",
    "[source]\n",
    "[quote, x]\n",
    "[[x]]\n",
    "image::x[]\n",
    "link:x[y]",
    "x:: ",
    "+\n",
    "<1> ",
    ". ",
    ".. ",
    "{a}",
    ":a: {a}\n",
    "footnote:[",
    "<<x,y>>",
    "[.x]#",
    "#",
    "'''\n",
    "// x\n"
  };

  /** What must hold for any text. */
  private static void check(String source, Format format) {
    Reading reading = new LightReader(source, format).read();
    int length = reading.text().codePointCount(0, reading.text().length());
    assertThat(blocksAreOrdered(reading, length)).as("blocks of %s", format).isTrue();
    assertThat(marksAreOrdered(reading, length)).as("marks of %s", format).isTrue();
    assertThat(new LightReader(source, format).read()).isEqualTo(reading);
  }

  /** Whether blocks have a length, follow each other in text and source, and keep to the bounds. */
  private static boolean blocksAreOrdered(Reading reading, int length) {
    int end = 0;
    int line = 1;
    for (Block block : reading.blocks()) {
      if (block.span().start() < end || block.span().length() == 0 || block.firstLine() < line) {
        return false;
      }
      end = block.span().end();
      line = block.firstLine();
    }
    return end <= length;
  }

  private static boolean marksAreOrdered(Reading reading, int length) {
    int start = 0;
    for (Mark mark : reading.marks()) {
      if (mark.span().start() < start || mark.span().end() > length) {
        return false;
      }
      start = mark.span().start();
    }
    return true;
  }

  private static void checkAll(String source) {
    FORMATS.forEach(format -> check(source, format));
    assertThat(FormatDetector.detect(source, Format.PLAIN)).isNotNull();
    assertThat(FormatDetector.detect(source, Format.HTML)).isNotNull();
  }

  private static String splice(Random random, int pieces) {
    StringBuilder source = new StringBuilder();
    for (int piece = random.nextInt(pieces); piece >= 0; piece--) {
      source.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return source.toString();
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
  void shouldTakeSplicesOfAllConstructs() {
    Random random = new Random(2);
    for (int round = 0; round < ROUNDS * 10; round++) {
      checkAll(splice(random, 80));
    }
  }

  @Test
  void shouldTakeLongSplices() {
    Random random = new Random(3);
    for (int round = 0; round < 10; round++) {
      checkAll(splice(random, 20_000));
    }
  }

  /** Shapes that would make a parser recurse, back up or copy without bound. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "word ",
        "\n",
        "a\n",
        "a\n\n",
        "*",
        "* ",
        "** a\n",
        "*a ",
        "*a* ",
        "**a ",
        "`",
        "`a ",
        "``a ",
        "`a` ",
        "[",
        "]",
        "[[",
        "[[a][",
        "[[a][b]] ",
        "][",
        "<",
        "<<",
        "<a ",
        "<http",
        "|",
        "|a",
        "|\n",
        "| a ",
        "|a|b|\n",
        "_",
        "_a ",
        "a_ ",
        "/a ",
        "=a ",
        "~a ",
        "+a ",
        "\\",
        "\\\\",
        ":",
        ":a",
        ":a:",
        ":a: b\n",
        ":a:`",
        ":a:b\n",
        "::",
        "a::\n\n  b\n\n",
        "- ",
        "- - ",
        "- a\n",
        "1. a\n",
        "(a",
        "&",
        "&a",
        "&amp;",
        "@@",
        "{",
        "{a}",
        "[fn:",
        "#",
        "##a",
        "[.a]#",
        "link:",
        "link:a[",
        "a:[",
        "image:a[b] ",
        "http://a[",
        "http://a[b] ",
        "footnote:[a",
        ".. ",
        "..\n",
        ".. a::\n",
        ".. a::\n  b\n",
        ".. _a: b\n",
        ".. [a] b\n",
        "====\n",
        "a\n====\n",
        "====\na\n====\n",
        "=== ===\n",
        "=== ===\na\n",
        "+---+\n",
        "+---+\n| a |\n",
        ">>> a\n",
        "term\n  def\n",
        " a\n",
        "#+A: b\n",
        "#+BEGIN_SRC\n",
        "#+BEGIN_QUOTE\n",
        "#+TODO: A B\n",
        ":PROPERTIES:\n",
        ":END:\n",
        ":LOGBOOK:\n",
        "* TODO [#A] a :b:\n",
        "= a\n",
        "++++\n<b>\n",
        ".. raw:: html\n\n <a\n",
        "#+BEGIN_HTML\n<p>\n#+END_HTML\n",
        "== a\n",
        "----\n",
        "____\n",
        "--\n",
        "|===\n",
        "|===\n|a\n",
        "[a]\n",
        "[[a]]\n",
        ".a\n",
        "a:: b\n",
        "+\n",
        "* a\n+\n",
        "<1> a\n",
        "a +\n",
        "// a\n",
        ":a: \\\n",
        "\u0000",
        "🗝",
        "錠",
        "\r"
      })
  void shouldTakeHostileShapes(String shape) {
    checkAll(shape.repeat((1 << 16) / shape.length()));
  }

  /** Where a pattern looks for the end of a line from every space, this takes minutes. */
  @ParameterizedTest
  @ValueSource(strings = {"", "* ", "** ", "= ", "== ", ":a: ", ".. a:: ", "#+TITLE: ", "- ", "| "})
  void shouldTakeSpacesWithinLines(String opening) {
    checkAll(opening + "a" + " ".repeat(1 << 18) + "b\n");
  }

  @Test
  void shouldTakeDeepNesting() {
    StringBuilder lists = new StringBuilder();
    StringBuilder delimiters = new StringBuilder();
    StringBuilder directives = new StringBuilder();
    for (int depth = 1; depth < 500; depth++) {
      lists.append(" ".repeat(depth)).append("- a\n");
      directives.append(" ".repeat(depth)).append(".. note:: a\n\n");
      delimiters.append("=".repeat(depth + 3)).append('\n');
    }
    checkAll(lists.toString());
    checkAll(directives.toString());
    checkAll(delimiters + "a\n" + delimiters.reverse());
  }
}
