package io.confnotes.ingest.read.light;

import static io.confnotes.ingest.read.ShownReading.blocks;
import static io.confnotes.ingest.read.ShownReading.marks;
import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.read.text.Reading;
import org.junit.jupiter.api.Test;

class OrgTest {

  private static Reading read(String source) {
    return new LightReader(source, Format.ORG).read();
  }

  @Test
  void shouldReadKeywordsAsMetadata() {
    // When
    Reading reading =
        read(
            """
            #+TITLE: Lock /Days/
            #+AUTHOR: Nia Brandt
            #+DATE: <2024-05-17 Fri>
            #+EVENT: Lock Days 2024
            #+STARTUP: overview
            # nothing to see
            Text.
            """);
    // Then
    assertThat(blocks(reading))
        .isEqualTo(
            """
            HEADING 1 1-1 Lock Days
            PARAGRAPH 0 3-3 2024-05-17 Fri
            PARAGRAPH 0 4-4 Lock Days 2024
            PARAGRAPH 0 7-7 Text.""");
    assertThat(marks(reading))
        .containsExactly(
            "FIELD Lock Days → title",
            "EMPHASIS Days",
            "FIELD 2024-05-17 Fri → date",
            "FIELD Lock Days 2024 → event");
  }

  @Test
  void shouldReadHeadingsWithoutWhatOrganisesThem() {
    // When
    Reading reading =
        read(
            """
            #+TODO: OPEN(o) | SHUT(s!)
            * TODO [#A] Hooks *and* keys   :lock:day_1:
              SCHEDULED: <2024-05-17 Fri>
            ** DONE Springs [2/3]
            *** SHUT What is: left
            ******* Deep
            * TODOs of mine
            **
            *bold* text
            """);
    // Then
    assertThat(blocks(reading))
        .isEqualTo(
            """
            HEADING 1 2-2 Hooks and keys
            HEADING 2 4-4 Springs
            HEADING 3 5-5 What is: left
            HEADING 6 6-6 Deep
            HEADING 1 7-7 TODOs of mine
            PARAGRAPH 0 9-9 bold text""");
  }

  @Test
  void shouldReadDrawers() {
    // When
    Reading reading =
        read(
            """
            :PROPERTIES:
            :EVENT: Lock Days
            :ID: 4711
            :END:
            * Hooks
            :PROPERTIES:
            :Speaker: Mara Quill
            :CUSTOM_ID: hooks
            :END:
            :LOGBOOK:
            - State "DONE" from "TODO"
            :END:
            Text.
            :NOTES:
            Shown.
            :END:
            :PROPERTIES:
            This is no drawer.
            """);
    // Then
    assertThat(blocks(reading))
        .isEqualTo(
            """
            PARAGRAPH 0 2-2 Lock Days
            HEADING 1 5-5 Hooks
            PARAGRAPH 0 7-7 Speaker: Mara Quill
            PARAGRAPH 0 13-13 Text.
            PARAGRAPH 0 15-15 Shown.
            PARAGRAPH 0 18-18 This is no drawer.""");
    assertThat(marks(reading)).containsExactly("FIELD Lock Days → event");
  }

  @Test
  void shouldReadLists() {
    // When
    Reading reading =
        read(
            """
            - [X] one
              goes on
              + nested
                1. first
                2) second

              more of one
            - key :: opens
             * starred
            End.
            """);
    // Then
    assertThat(blocks(reading))
        .isEqualTo(
            """
            LIST_ITEM 1 1-2 one⏎goes on
            LIST_ITEM 2 3-3 nested
            LIST_ITEM 3 4-4 first
            LIST_ITEM 3 5-5 second
            LIST_ITEM 1 7-7 more of one
            LIST_ITEM 1 8-8 key: opens
            LIST_ITEM 2 9-9 starred
            PARAGRAPH 0 10-10 End.""");
  }

  @Test
  void shouldReadBlocksAndTables() {
    // When
    Reading reading =
        read(
            """
            #+BEGIN_QUOTE
            A key
            is a promise.

            Said twice.
            #+END_QUOTE
            #+begin_src python
            # turn
            ,* twice
            #+end_src
            : fixed
            :   width
            #+BEGIN_COMMENT
            hidden
            #+END_COMMENT
            #+begin_export html
            <i>shown</i>
            #+end_export
            -----
            | key | fits |
            |-----+------|
            | one | yes  |
            #+BEGIN_EXAMPLE
            never closed
            * Next
            """);
    // Then
    assertThat(blocks(reading))
        .isEqualTo(
            """
            QUOTE 0 2-3 A key⏎is a promise.
            QUOTE 0 5-5 Said twice.
            CODE 0 8-9 # turn⏎* twice
            CODE 0 11-12 fixed⏎  width
            PARAGRAPH 0 17-17 shown
            PARAGRAPH 0 20-20 key\tfits
            PARAGRAPH 0 22-22 one\tyes
            CODE 0 24-24 never closed
            HEADING 1 25-25 Next""");
  }

  @Test
  void shouldRemoveInlineMarkup() {
    // When
    Reading reading =
        read(
            """
            An /old/ *brass* _key_ +lost+ =a *b*= ~c/d~ from [[https://shop.example][the *shop*]],
            [[https://key.example]], <https://lock.example>[fn:1] and [[file:lock.png]]; 1 \\rarr 2\\nbsp{}3.
            But a*b*c, /usr and 2 * 3 * 4, http://a.example/_b_/c and *open.
            """);
    // Then
    assertThat(reading.text())
        .isEqualTo(
            """
            An old brass key lost a *b* c/d from the shop,
            https://key.example, https://lock.example and ; 1 → 2\u00A03.
            But a*b*c, /usr and 2 * 3 * 4, http://a.example/_b_/c and *open.""");
    assertThat(marks(reading))
        .containsExactly(
            "EMPHASIS old",
            "STRONG brass",
            "LINK the shop → https://shop.example",
            "STRONG shop",
            "LINK https://key.example → https://key.example",
            "LINK https://lock.example → https://lock.example");
  }
}
