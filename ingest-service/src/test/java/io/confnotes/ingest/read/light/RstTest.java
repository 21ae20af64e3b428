package io.confnotes.ingest.read.light;

import static io.confnotes.ingest.read.ShownReading.blocks;
import static io.confnotes.ingest.read.ShownReading.marks;
import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.read.text.Reading;
import org.junit.jupiter.api.Test;

class RstTest {

  private static Reading read(String source) {
    return new LightReader(source, Format.RESTRUCTURED_TEXT).read();
  }

  @Test
  void shouldCountTitleLevelsInOrderOfFirstAppearance() {
    // When
    Reading reading =
        read(
            """
            ============
             Lock Days
            ============

            Keys *and* hooks
            ~~~~~~~~~~~~~~~~
            Text.

            Sub
            ---

            Second
            ~~~~~~

            錠前の話
            ========
            """);
    // Then
    assertThat(blocks(reading))
        .isEqualTo(
            """
            HEADING 1 1-3 Lock Days
            HEADING 2 5-6 Keys and hooks
            PARAGRAPH 0 7-7 Text.
            HEADING 3 9-10 Sub
            HEADING 2 12-13 Second
            HEADING 4 15-16 錠前の話""");
  }

  @Test
  void shouldTakeNoRuleForATitle() {
    // When
    Reading reading = read("One\ntwo lines.\n\n--------\n\nThree\n\n??\n\nFour\n..\n");
    // Then
    assertThat(blocks(reading))
        .isEqualTo(
            "PARAGRAPH 0 1-2 One⏎two lines.\nPARAGRAPH 0 6-6 Three\nPARAGRAPH 0 8-8 ??\nPARAGRAPH 0 10-10 Four");
  }

  @Test
  void shouldReadFieldsAtTheTopAsMetadata() {
    // When
    Reading reading =
        read(
            """
            Hooks
            =====

            :date: 2024-05-17
            :tags: locks
            :author: Nia Brandt
            :Speakers: Mara Quill,
                Odo Fenn
            :Event: Lock Days

            Text.

            :Room: 5
            :Speaker:
                Mara Quill
            """);
    // Then
    assertThat(blocks(reading))
        .isEqualTo(
            """
            HEADING 1 1-2 Hooks
            PARAGRAPH 0 4-4 2024-05-17
            PARAGRAPH 0 7-8 Mara Quill,⏎Odo Fenn
            PARAGRAPH 0 9-9 Lock Days
            PARAGRAPH 0 11-11 Text.
            LIST_ITEM 1 13-13 Room: 5
            LIST_ITEM 1 14-15 Speaker:⏎Mara Quill""");
    assertThat(marks(reading))
        .containsExactly(
            "FIELD 2024-05-17 → date",
            "FIELD Mara Quill,\nOdo Fenn → speakers",
            "FIELD Lock Days → event");
  }

  @Test
  void shouldReadMetadataInCommentsAndFrontMatter() {
    // When
    Reading comments =
        read(".. title: Hooks\n.. slug: hooks\n.. date: 2024-05-17 10:00\n\nText.\n");
    Reading frontMatter = read("---\ntitle: Hooks\n---\n\nSection\n=======\n");
    // Then
    assertThat(marks(comments))
        .containsExactly("FIELD Hooks → title", "FIELD 2024-05-17 10:00 → date");
    assertThat(blocks(comments)).startsWith("HEADING 1 1-1 Hooks\n");
    assertThat(blocks(frontMatter)).isEqualTo("HEADING 1 2-2 Hooks\nHEADING 1 5-6 Section");
  }

  @Test
  void shouldReadNestedLists() {
    // When
    Reading reading =
        read(
            """
            * one
              goes on

              more of it

              1. numbered
              2. again
                  * without blank line

            * two
            #. automatic
            (3) in brackets

            term
                Defined.
            """);
    // Then
    assertThat(blocks(reading))
        .isEqualTo(
            """
            LIST_ITEM 1 1-2 one⏎goes on
            LIST_ITEM 1 4-4 more of it
            LIST_ITEM 2 6-6 numbered
            LIST_ITEM 2 7-7 again
            LIST_ITEM 3 8-8 without blank line
            LIST_ITEM 1 10-10 two
            LIST_ITEM 1 11-11 automatic
            LIST_ITEM 1 12-12 in brackets
            PARAGRAPH 0 14-14 term
            PARAGRAPH 0 15-15 Defined.""");
  }

  @Test
  void shouldReadLiteralBlocksAndQuotes() {
    // When
    Reading reading =
        read(
            """
            Turn it::

                left()
                  twice()

                right()

            Then ::

              stop()

            ::

              rest()

            Said Odo:

                A key is a promise.

            >>> turn()
            1
            """);
    // Then
    assertThat(blocks(reading))
        .isEqualTo(
            """
            PARAGRAPH 0 1-1 Turn it:
            CODE 0 3-6 left()⏎  twice()⏎⏎right()
            PARAGRAPH 0 8-8 Then
            CODE 0 10-10 stop()
            CODE 0 14-14 rest()
            PARAGRAPH 0 16-16 Said Odo:
            QUOTE 0 18-18 A key is a promise.
            CODE 0 20-21 >>> turn()⏎1""");
  }

  @Test
  void shouldReadDirectives() {
    // When
    Reading reading =
        read(
            """
            .. contents:: What is here
               :depth: 2
            .. code-block:: python
               :linenos:

               turn()

            .. note:: Mind the
               spring.

               * twice

            .. image:: lock.png
               :alt: A lock
            .. figure:: key.png

               A key.
            .. epigraph::

               Keys first.
            .. raw:: html

               <p>Raw <b>text</b></p>
            .. raw:: latex

               hidden
            .. a comment
               of two lines

            .. _hooks: https://hooks.example/
            .. |lock| image:: lock.png
            .. [1] Seen twice.
            """);
    // Then
    assertThat(blocks(reading))
        .isEqualTo(
            """
            CODE 0 6-6 turn()
            PARAGRAPH 0 8-9 Mind the⏎spring.
            LIST_ITEM 1 11-11 twice
            PARAGRAPH 0 17-17 A key.
            QUOTE 0 20-20 Keys first.
            PARAGRAPH 0 23-23 Raw text
            PARAGRAPH 0 32-32 Seen twice.""");
  }

  @Test
  void shouldReadTables() {
    // When
    Reading reading =
        read(
            """
            +------+-------+
            | a    | b     |
            +======+=======+
            | c    | d     |
            |      | e     |
            +------+-------+

            ====  =====
            key   fits
            ====  =====
            one   yes
                  always
            two   no
            ====  =====

            Text
            """);
    // Then
    assertThat(blocks(reading))
        .isEqualTo(
            """
            PARAGRAPH 0 2-2 a\tb
            PARAGRAPH 0 4-5 c\td e
            PARAGRAPH 0 9-9 key\tfits
            PARAGRAPH 0 11-12 one\tyes always
            PARAGRAPH 0 13-13 two\tno
            PARAGRAPH 0 16-16 Text""");
  }

  @Test
  void shouldRemoveInlineMarkup() {
    // When
    Reading reading =
        read(
            """
            An *old* **brass** ``key*`` from `the shop <https://shop.example>`_, `Hooks`_ and hooks_.
            See :ref:`chapter <two>`, :emphasis:`twice`, |lock| [1]_ and \\*not\\* this; a\\ *b*\\ c.
            But 2 * 3 * 4, snake_case, "*" and *open.

            .. _Hooks: https://hooks.example/
            """);
    // Then
    assertThat(reading.text())
        .isEqualTo(
            """
            An old brass key* from the shop, Hooks and hooks.
            See chapter, twice, lock  and *not* this; abc.
            But 2 * 3 * 4, snake_case, "*" and *open.""");
    assertThat(marks(reading))
        .containsExactly(
            "EMPHASIS old",
            "STRONG brass",
            "LINK the shop → https://shop.example",
            "LINK Hooks → https://hooks.example/",
            "LINK chapter → two",
            "EMPHASIS b");
  }
}
