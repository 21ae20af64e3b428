package io.confnotes.ingest.read.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.read.text.Block;
import io.confnotes.ingest.read.text.Block.Kind;
import io.confnotes.ingest.read.text.Reading;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are parsed in several pieces read as if they were parsed whole. */
class LongMarkdownTest {

  /** Longer than several pieces. */
  private static final int LONG = 200_000;

  private static String repeated(String part) {
    return part.repeat(LONG / part.length() + 1);
  }

  private static Reading read(String source) {
    return new MarkdownReader(source).read();
  }

  private record Shown(Kind kind, int level, int firstLine, int lastLine, String text) {

    Shown below(int lines) {
      return new Shown(kind, level, firstLine + lines, lastLine + lines, text);
    }
  }

  private static List<Shown> shown(Reading reading) {
    return reading.blocks().stream()
        .map(
            block ->
                new Shown(
                    block.kind(),
                    block.level(),
                    block.firstLine(),
                    block.lastLine(),
                    text(reading, block)))
        .toList();
  }

  private static String text(Reading reading, Block block) {
    return reading.text().substring(block.span().start(), block.span().end());
  }

  /** Each repetition reads like the first, some lines further down. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "# Gates\n\nWhat swings.\n\n",
        "# Gates\nWhat swings\nand locks.\n\n",
        "Gates\n=====\nWhat swings.\n\n",
        "Gates\n---\nWhat swings.\n\n",
        "- gate\n  - hinge\n    of iron\n\n  more of it\n",
        "* gate\nlazily goes on\n* hinge\n\n",
        "1. gate\n\n   ```\n   # no heading\n   ```\n\n2. hinge\n\nText.\n\n",
        "> A gate\nlazily goes on\n>\n> # swings\n\n",
        "```\n# no heading\n\n- no item\n```\nText.\n",
        "~~~~\n```\n\n# no heading\n~~~~\n\n# Gates\n",
        "<div>\n- no item\n# no heading\n</div>\n\n- gate\n\n",
        "<pre>\n\n# no heading\n\n</pre>\n\n# Gates\n\n",
        "<!-- not shown\n\n# no heading\n\n-->\n\nGates.\n\n",
        "| gate | hinge |\n|------|-------|\n| wood | iron |\n\n",
        "    # no heading\n\n    - no item\n\n# Gates\n\n"
      })
  void shouldReadEachPieceLikeTheFirst(String part) {
    // Given
    int lines = (int) part.chars().filter(c -> c == '\n').count();
    int repetitions = LONG / part.length() + 1;
    List<Shown> once = shown(read(part + "\n# End\n"));
    List<Shown> first = once.subList(0, once.size() - 1);
    // When
    List<Shown> all = shown(read(part.repeat(repetitions) + "\n# End\n"));
    // Then
    assertThat(all.subList(0, all.size() - 1))
        .isEqualTo(
            IntStream.range(0, repetitions)
                .boxed()
                .flatMap(i -> first.stream().map(block -> block.below(i * lines)))
                .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```\n%s\n```\n",
        "```\n%s",
        "<pre>\n%s</pre>\n",
        "<!--\n%s-->\n",
        "<?\n%s?>\n",
        "<![CDATA[\n%s]]>\n"
      })
  void shouldNotCutWhereABlockGoesOn(String block) {
    // Given
    String inside = repeated("# no heading\n\n- no item\n\n[no]: https://example.org\n\n");
    // When
    Reading reading = read(block.formatted(inside));
    // Then
    assertThat(reading.blocks())
        .extracting(Block::kind)
        .doesNotContain(Kind.HEADING, Kind.LIST_ITEM);
  }

  @Test
  void shouldKnowLinkDefinitionsOfOtherPieces() {
    // Given
    String middle = repeated("What swings.\n\n");
    String source =
        """
        See [the gate] and [hinges][h] and [more] and [code].

        [more]: https://example.org/more

        %s
        See [More] and [the
        gate].

        [The Gate]: <https://example.org/gate> "Gates"
        [H]: https://example.org/h

            [code]: https://example.org/code
        """
            .formatted(middle);
    // When
    Reading reading = read(source);
    // Then
    assertThat(text(reading, reading.blocks().getFirst()))
        .isEqualTo("See the gate and hinges and more and [code].");
    assertThat(reading.text()).contains("See More and the\ngate.");
  }

  @Test
  void shouldTakeNoDefinitionThatIsNone() {
    // When
    Reading reading = read("[Ida]: [b] said no.\n\n" + repeated("By [Ida].\n\n"));
    // Then
    assertThat(reading.text()).startsWith("[Ida]: [b] said no.");
    assertThat(text(reading, reading.blocks().getLast())).isEqualTo("By [Ida].");
  }
}
