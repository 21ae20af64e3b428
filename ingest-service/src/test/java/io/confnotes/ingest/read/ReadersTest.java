package io.confnotes.ingest.read;

import static io.confnotes.ingest.read.ShownReading.blocks;
import static io.confnotes.ingest.read.ShownReading.slice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confnotes.ingest.read.text.Block.Kind;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.read.text.Mark;
import io.confnotes.ingest.read.text.Reading;
import io.confnotes.ingest.read.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadersTest {

  private static Reading markdown(String source) {
    return Readers.read(source, Format.MARKDOWN);
  }

  private static Reading html(String source) {
    return Readers.read(source, Format.HTML);
  }

  private static Reading plain(String source) {
    return Readers.read(source, Format.PLAIN);
  }

  @Test
  void shouldKeepPlainTextAsItIsButForTheByteOrderMark() {
    // When
    Reading reading = plain("\uFEFFTitle\r\n\r\nText &amp; more\r\n");
    // Then
    assertThat(reading.text()).isEqualTo("Title\r\n\r\nText &amp; more\r\n");
    assertThat(blocks(reading)).isEqualTo("HEADING 6 1-1 Title\nPARAGRAPH 0 3-3 Text &amp; more");
  }

  @Test
  void shouldCountCodePointsNotUnits() {
    // When
    Reading reading = plain("🎤🎤 Talk\n\nDone 🚀 well.\n\n- 🐢 slow");
    // Then
    assertThat(reading.blocks().getLast().span()).isEqualTo(new Span(25, 31));
    assertThat(slice(reading, reading.blocks().getLast().span())).isEqualTo("🐢 slow");
  }

  @Test
  void shouldJoinLinesThatLostInlineCodeBreaksApart() {
    // When
    Reading reading = plain("- Set the\nfoo.bar\nflag at start\n. - Then wait.\nAll done.\n");
    // Then
    assertThat(blocks(reading))
        .isEqualTo(
            """
            LIST_ITEM 1 1-4 Set the⏎foo.bar⏎flag at start⏎.
            LIST_ITEM 1 4-4 Then wait.
            PARAGRAPH 0 5-5 All done.""");
  }

  @Test
  void shouldJoinLinesOfWrappedPlainText() {
    // Given
    String line = "The quick brown fox jumps over the lazy dog while it sleeps\n";
    // When
    Reading reading = plain((line.repeat(3) + "End.\n\n").repeat(4));
    // Then
    assertThat(reading.blocks()).hasSize(4).allMatch(block -> block.kind() == Kind.PARAGRAPH);
  }

  @Test
  void shouldReadPlainHeadingsQuotesAndFences() {
    // When
    Reading reading =
        plain(
            "# One\ntext here.\n\nTwo\n===\n\n> said\n\n```\n# no heading\n```\n1. first\n   - deep\n");
    // Then
    assertThat(blocks(reading))
        .isEqualTo(
            """
            HEADING 1 1-1 One
            PARAGRAPH 0 2-2 text here.
            HEADING 1 4-4 Two
            QUOTE 0 7-7 said
            CODE 0 10-10 # no heading
            LIST_ITEM 1 12-12 first
            LIST_ITEM 2 13-13 deep""");
  }

  @Test
  void shouldRemoveMarkdownAndResolveEntities() {
    // When
    Reading reading = markdown("# A *b* [c](http://d) &amp; `e`\n\nX &copy; **y**  \nz <br> w\n");
    // Then
    assertThat(reading.text()).isEqualTo("A b c & e\n\nX © y\nz\n w");
    assertThat(reading.marks())
        .extracting(Mark::kind)
        .containsExactly(Mark.Kind.EMPHASIS, Mark.Kind.LINK, Mark.Kind.STRONG);
  }

  @Test
  void shouldReadMarkdownStructure() {
    // When
    Reading reading =
        markdown(
            """
            Setext
            ------
            - one
              - two
                more

              para
            > quoted
            > text

            ```sh
            # comment
            ```

            | a | b |
            |---|---|
            | c | `d` |

            ##No space
            """);
    // Then
    assertThat(blocks(reading))
        .isEqualTo(
            """
            HEADING 2 1-2 Setext
            LIST_ITEM 1 3-3 one
            LIST_ITEM 2 4-5 two⏎more
            LIST_ITEM 1 7-7 para
            QUOTE 0 8-9 quoted⏎text
            CODE 0 11-13 # comment
            PARAGRAPH 0 15-15 a\tb
            PARAGRAPH 0 17-17 c\td
            HEADING 2 19-19 No space""");
  }

  @Test
  void shouldReadCrlfMarkdownWithSourceLines() {
    // When
    Reading reading = markdown("# One\r\n\r\ntwo\r\nthree\r\n");
    // Then
    assertThat(blocks(reading)).isEqualTo("HEADING 1 1-1 One\nPARAGRAPH 0 3-4 two⏎three");
  }

  @Test
  void shouldReadFrontMatterFields() {
    // When
    Reading yaml =
        markdown("---\nlayout: post\ntitle: \"A: b\"\nspeakers:\n  - Ida Holm\n---\n\n# H\n");
    Reading toml = markdown("+++\ntitle = 'C'\n+++\ntext\n");
    // Then
    assertThat(blocks(yaml))
        .isEqualTo("HEADING 1 3-3 A: b\nPARAGRAPH 0 5-5 Ida Holm\nHEADING 1 8-8 H");
    assertThat(blocks(toml)).isEqualTo("HEADING 1 2-2 C\nPARAGRAPH 0 4-4 text");
  }

  @Test
  void shouldTakeNoRuleForFrontMatter() {
    // When
    Reading reading = markdown("---\n\nJust text.\n\n---\n");
    // Then
    assertThat(reading.text()).isEqualTo("Just text.");
  }

  @Test
  void shouldReadHtml() {
    // When
    Reading reading =
        html(
            """
            <html><head><title>no</title><style>p {}</style></head><body><nav>menu</nav>
            <h2>A &amp;
               B</h2>
            <p>One<br>two<br><br>three &#128640;</p>
            <ul><li>x<ul><li>y</li></ul></li></ul>
            <blockquote><p>q</p></blockquote><pre>a
              b</pre>
            <table><tr><td>c</td><td>d</td></tr></table><script>no()</script></body></html>
            """);
    // Then
    assertThat(blocks(reading))
        .isEqualTo(
            """
            HEADING 2 2-3 A & B
            PARAGRAPH 0 4-4 One⏎two
            PARAGRAPH 0 4-4 three 🚀
            LIST_ITEM 1 5-5 x
            LIST_ITEM 2 5-5 y
            QUOTE 0 6-6 q
            CODE 0 6-7 a⏎  b
            PARAGRAPH 0 8-8 c\td""");
  }

  @Test
  void shouldReadOnlyTheMainPartOfAPage() {
    // When
    Reading reading = html("<body><h1>Site</h1><main><h1>Post</h1><p>Text</p></main><p>ads</p>");
    // Then
    assertThat(reading.text()).isEqualTo("Post\n\nText");
  }

  @Test
  void shouldRefuseSpansThatAreNone() {
    assertThatThrownBy(() -> new Span(3, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Span(-1, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldReadNothingFromNothing() {
    for (Format format : Format.values()) {
      assertThat(Readers.read("", format).blocks()).isEqualTo(List.of());
      assertThat(Readers.read(" \n\t\r\n", format).blocks()).isEqualTo(List.of());
    }
  }
}
