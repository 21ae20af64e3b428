package io.confnotes.ingest.read.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.read.Readers;
import io.confnotes.ingest.read.text.Format;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormatDetectorTest {

  private static final String DIARY =
      """
      Friday

      The ferry was late. What I brought:
      - a lock
      - two keys

      # 3 was the room, and it was full.
      """;
  private static final String MARKDOWN =
      """
      # Lock Days

      ## Hooks

      * by **Mara Quill**
      * see [the shop](https://shop.example)
      """;
  private static final String UNDERLINED =
      """
      Lock Days
      =========

      Hooks
      -----

      * one
      * two
      """;
  private static final String RST =
      """
      Lock Days
      =========

      Hooks
      ~~~~~

      .. note:: Mind the spring.

      See `the shop <https://shop.example>`_.
      """;
  private static final String RST_BY_SHAPE =
      """
      =========
      Lock Days
      =========

      :Date: 2024-05-17
      :Speaker: Mara Quill

      Text.
      """;
  private static final String ORG =
      """
      #+TITLE: Lock Days
      * Hooks
      ** TODO Springs
      - one
      """;
  private static final String OUTLINE =
      """
      * Hooks
      ** Opening
      - left
      - right
      ** Shutting
      1. twice

      * Keys
      - brass
      """;
  private static final String WIKI_LIST =
      """
      What I saw on Friday:
      * Hooks
      ** opening
      ** shutting
      * Keys

      And then the ferry.
      """;
  private static final String ASCIIDOC =
      """
      = Lock Days
      Nia Brandt <nia@notes.example>
      :toc:

      == Hooks

      * one
      ** two
      """;
  private static final String PAGE =
      """
      <?xml version="1.0"?>
      <!-- saved -->
      <!DOCTYPE html>
      <html><body><h1>Hooks</h1></body></html>
      """;
  private static final String FRAGMENT =
      """
      <h2>Hooks</h2>
      <p>Mara Quill</p>
      <ul>
        <li>one</li>
      </ul>
      """;

  private static Stream<Arguments> plain() {
    return Stream.of(
        Arguments.of("diary", DIARY, Format.PLAIN),
        Arguments.of("Markdown", MARKDOWN, Format.MARKDOWN),
        Arguments.of("underlined titles and bullets", UNDERLINED, Format.MARKDOWN),
        Arguments.of("front matter", "---\ntitle: Hooks\n---\nText.\n", Format.MARKDOWN),
        Arguments.of("reStructuredText", RST, Format.RESTRUCTURED_TEXT),
        Arguments.of("overlined title and fields", RST_BY_SHAPE, Format.RESTRUCTURED_TEXT),
        Arguments.of(
            "overlined title above others",
            "=========\nLock Days\n=========\n\nHooks\n-----\n * one\n",
            Format.RESTRUCTURED_TEXT),
        Arguments.of("banner", "======\nFriday\n======\n\nI went home.\n", Format.PLAIN),
        Arguments.of("Org", ORG, Format.ORG),
        Arguments.of("outline with stars", OUTLINE, Format.ORG),
        Arguments.of("list with stars", WIKI_LIST, Format.PLAIN),
        Arguments.of("AsciiDoc", ASCIIDOC, Format.ASCIIDOC),
        Arguments.of("HTML page", PAGE, Format.HTML),
        Arguments.of("HTML fragment", FRAGMENT, Format.HTML),
        Arguments.of("HTML fragment on a line", "<p>One</p>".repeat(200), Format.HTML));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("plain")
  void shouldTellTheFormatOfPlainText(String name, String source, Format expected) {
    assertThat(FormatDetector.detect(source, Format.PLAIN)).as(name).isEqualTo(expected);
  }

  private static Stream<Arguments> overruled() {
    return Stream.of(
        Arguments.of(MARKDOWN, Format.MARKDOWN, Format.MARKDOWN),
        Arguments.of(UNDERLINED, Format.MARKDOWN, Format.MARKDOWN),
        Arguments.of(WIKI_LIST, Format.MARKDOWN, Format.MARKDOWN),
        Arguments.of(FRAGMENT, Format.MARKDOWN, Format.MARKDOWN),
        Arguments.of("```\n" + RST + "```\n", Format.MARKDOWN, Format.MARKDOWN),
        Arguments.of(PAGE, Format.MARKDOWN, Format.HTML),
        Arguments.of(ORG, Format.MARKDOWN, Format.ORG),
        Arguments.of(OUTLINE, Format.MARKDOWN, Format.ORG),
        Arguments.of(RST, Format.MARKDOWN, Format.RESTRUCTURED_TEXT),
        Arguments.of(ASCIIDOC, Format.MARKDOWN, Format.ASCIIDOC),
        Arguments.of(DIARY, Format.HTML, Format.PLAIN),
        Arguments.of(MARKDOWN, Format.HTML, Format.MARKDOWN),
        Arguments.of("Hooks &amp; keys", Format.HTML, Format.HTML),
        Arguments.of("Hooks<br>keys", Format.HTML, Format.HTML),
        Arguments.of(UNDERLINED, Format.RESTRUCTURED_TEXT, Format.RESTRUCTURED_TEXT),
        Arguments.of(RST, Format.ORG, Format.RESTRUCTURED_TEXT),
        Arguments.of(PAGE, Format.ASCIIDOC, Format.HTML));
  }

  @ParameterizedTest
  @MethodSource("overruled")
  void shouldFollowTheHintUnlessTheContentIsClear(String source, Format hint, Format expected) {
    assertThat(FormatDetector.detect(source, hint)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void shouldKeepToTheHintWithoutContent(Format hint) {
    assertThat(FormatDetector.detect("", hint)).isIn(hint, Format.PLAIN);
  }

  @Test
  void shouldSayWhichFormatWasRead() {
    assertThat(Readers.read("\uFEFF" + ORG, Format.PLAIN).format()).isEqualTo(Format.ORG);
    assertThat(Readers.readAs(ORG, Format.PLAIN).format()).isEqualTo(Format.PLAIN);
  }

  @Test
  void shouldKnowMediaTypesByTheirOtherNames() {
    assertThat(Format.ofMediaType("Text/X-Org; charset=utf-8")).contains(Format.ORG);
    assertThat(Format.ofMediaType("text/prs.fallenstein.rst")).contains(Format.RESTRUCTURED_TEXT);
    assertThat(Format.ofMediaType("application/xhtml+xml")).contains(Format.HTML);
    assertThat(Format.ofMediaType("text/rtf")).isEmpty();
  }
}
