package io.confnotes.ingest.read.light;

import static io.confnotes.ingest.read.ShownReading.blocks;
import static io.confnotes.ingest.read.ShownReading.marks;
import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.read.text.Reading;
import org.junit.jupiter.api.Test;

class AsciiDocTest {

  private static Reading read(String source) {
    return new LightReader(source, Format.ASCIIDOC).read();
  }

  @Test
  void shouldReadTheHeader() {
    // When
    Reading reading =
        read(
            """
            // written on the train
            :toc:

            = Hooks: A Story
            Nia Brandt <nia@notes.example>; Per Olsson
            v1.0, 2024-05-17: first
            :speaker: Mara Quill
            :event: Lock \\
              Days
            :shop: https://shop.example[the shop]

            From {shop}, not {elsewhere}.
            """);
    // Then
    assertThat(blocks(reading))
        .isEqualTo(
            """
            HEADING 1 4-4 Hooks: A Story
            PARAGRAPH 0 6-6 2024-05-17
            PARAGRAPH 0 7-7 Mara Quill
            PARAGRAPH 0 8-8 Lock
            PARAGRAPH 0 12-12 From the shop, not {elsewhere}.""");
    assertThat(marks(reading))
        .containsExactly(
            "FIELD 2024-05-17 → date",
            "FIELD Mara Quill → speaker",
            "FIELD Lock → event",
            "LINK the shop → https://shop.example");
  }

  @Test
  void shouldTakeNoTextForAuthors() {
    // When
    Reading reading = read("= Hooks\nA story, told by Mara Quill of Quill & Co.\n\nText.\n");
    // Then
    assertThat(blocks(reading))
        .isEqualTo(
            "HEADING 1 1-1 Hooks\nPARAGRAPH 0 2-2 A story, told by Mara Quill of Quill & Co.\nPARAGRAPH 0 4-4 Text.");
  }

  @Test
  void shouldReadTitles() {
    // When
    Reading reading =
        read(
            """
            == Section ==
            === Sub
            ###### Deep

            Underlined
            ----------
            Deeper
            ~~~~~~
            .About a block
            Text with a
            # sign.
            """);
    // Then
    assertThat(blocks(reading))
        .isEqualTo(
            """
            HEADING 2 1-1 Section
            HEADING 3 2-2 Sub
            HEADING 6 3-3 Deep
            HEADING 2 5-6 Underlined
            HEADING 3 7-8 Deeper
            PARAGRAPH 0 9-9 About a block
            PARAGRAPH 0 10-11 Text with a⏎# sign.""");
    assertThat(marks(reading)).containsExactly("STRONG About a block");
  }

  @Test
  void shouldNestListsByTheirMarkers() {
    // When
    Reading reading =
        read(
            """
            * one +
            goes on
            ** two
              - dash
            ** [x] two again
            +
            attached
            +
            ----
            code
            ----
            ** still two

            * one again

            End.

            . first
            .. below
            1. number

            key:: opens
            lock::
              shuts
            """);
    // Then
    assertThat(blocks(reading))
        .isEqualTo(
            """
            LIST_ITEM 1 1-2 one⏎goes on
            LIST_ITEM 2 3-3 two
            LIST_ITEM 3 4-4 dash
            LIST_ITEM 2 5-5 two again
            LIST_ITEM 2 7-7 attached
            CODE 0 10-10 code
            LIST_ITEM 2 12-12 still two
            LIST_ITEM 1 14-14 one again
            PARAGRAPH 0 16-16 End.
            LIST_ITEM 1 18-18 first
            LIST_ITEM 2 19-19 below
            LIST_ITEM 3 20-20 number
            LIST_ITEM 4 22-22 key: opens
            LIST_ITEM 4 23-24 lock:⏎shuts""");
  }

  @Test
  void shouldReadDelimitedBlocks() {
    // When
    Reading reading =
        read(
            """
            [source,python]
            ----
            # turn
              ....
            ----
            [quote, Odo Fenn]
            A key is a promise.

            ____
            Said twice.

            ====
            Said deeper.
            ====
            ____

            [NOTE]
            ====
            Mind the spring.
            ====
            ////
            hidden
            ////
            ++++
            <p>Said
            <b>twice</b>.</p>
            ++++
            image::lock.png[A lock]
            [literal]
            # left
            - right

              set in
             less

            ----
            a rule only
            """);
    // Then
    assertThat(blocks(reading))
        .isEqualTo(
            """
            CODE 0 3-4 # turn⏎  ....
            QUOTE 0 7-7 A key is a promise.
            QUOTE 0 10-10 Said twice.
            QUOTE 0 13-13 Said deeper.
            PARAGRAPH 0 19-19 Mind the spring.
            PARAGRAPH 0 25-26 Said twice.
            CODE 0 30-31 # left⏎- right
            CODE 0 33-34  set in⏎less
            PARAGRAPH 0 37-37 a rule only"""
                .replace("CODE 0 33-34  set", "CODE 0 33-34 set"));
  }

  @Test
  void shouldReadTables() {
    // When
    Reading reading = read("|===\n|key |fits\n\n|one\n|yes,\nalways\n|===\nText\n");
    // Then
    assertThat(blocks(reading))
        .isEqualTo(
            "PARAGRAPH 0 2-2 key\tfits\nPARAGRAPH 0 4-6 one\tyes, always\nPARAGRAPH 0 8-8 Text");
  }

  @Test
  void shouldRemoveInlineMarkup() {
    // When
    Reading reading =
        read(
            """
            An *old _brass_* `key*` and **un**bound #mark# [.big]#text# +*pass*+ &amp; &#8212; \\*kept*.
            From https://shop.example/a_b_c[the *shop*,window=_blank], link:k.html[keys^], <<hooks,Hooks>>,
            https://lock.example/_x_/y and <https://key.example>footnote:[Not this.] image:k.png[k].
            But 2 * 3 * 4, snake_case_name, C++ and *open.
            """);
    // Then
    assertThat(reading.text())
        .isEqualTo(
            """
            An old brass key* and unbound mark text *pass* & — *kept*.
            From the shop, keys, Hooks,
            https://lock.example/_x_/y and https://key.example .
            But 2 * 3 * 4, snake_case_name, C++ and *open.""");
    assertThat(marks(reading))
        .containsExactly(
            "STRONG old brass",
            "EMPHASIS brass",
            "STRONG un",
            "LINK the shop → https://shop.example/a_b_c",
            "STRONG shop",
            "LINK keys → k.html",
            "LINK Hooks → hooks",
            "LINK https://key.example → https://key.example");
  }

  @Test
  void shouldNotGrowByAttributes() {
    // Given
    String source = ":a: " + "long ".repeat(1_000) + "\n\n" + "{a} ".repeat(200_000);
    // When
    Reading reading = read(source);
    // Then
    assertThat(reading.text().length()).isLessThanOrEqualTo(1 << 20);
  }

  @Test
  void shouldTakeTheSignsBehindTheTitleOff() {
    assertThat(blocks(read("= Notes from Lock Days =\n\n== Keys ==\n\n* one\n")))
        .isEqualTo("HEADING 1 1-1 Notes from Lock Days\nHEADING 2 3-3 Keys\nLIST_ITEM 1 5-5 one");
  }
}
