package io.confnotes.ingest.read.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.read.text.Mark;
import io.confnotes.ingest.read.text.Reading;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownReaderTest {

  /** Kind, first and last line, text: one line for each block. */
  private static String blocks(String source) {
    Reading reading = new MarkdownReader(source).read();
    return reading.blocks().stream()
        .map(
            block ->
                block.kind()
                    + " "
                    + block.firstLine()
                    + "-"
                    + block.lastLine()
                    + " "
                    + reading
                        .text()
                        .substring(block.span().start(), block.span().end())
                        .replace("\n", "⏎")
                        .replace("\t", "⇥"))
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      value = {
        "## Gates {#gates .big} § HEADING 1-1 Gates",
        "## Gates {: #gates} § HEADING 1-1 Gates",
        "## Gates in {braces} § HEADING 1-1 Gates in {braces}",
        "## <a name=\"g\"></a>Gates :gate: § HEADING 1-1 Gates :gate:",
        "## [[Gates]] § HEADING 1-1 Gates",
        "by [[people/ida#top|Ida Holm]] § PARAGRAPH 1-1 by Ida Holm",
        "see [[Gates#Hinges]] and ![[gate.png]]. § PARAGRAPH 1-1 see Gates and .",
        "[[1]](https://example.org) if [[ -f x ]] § PARAGRAPH 1-1 [1] if [[ -f x ]]",
        "- [ ] oil the hinge § LIST_ITEM 1-1 oil the hinge",
        "- [x] done § LIST_ITEM 1-1 done",
        "a gate[^1] and[^two] more § PARAGRAPH 1-1 a gate and more",
        "[^1]: What a gate is. § PARAGRAPH 1-1 What a gate is.",
        "[a]({{ site.url }}/a){:target=\"_blank\"} {{ b }} § PARAGRAPH 1-1 a {{ b }}",
        "![a]({{ site.url }}{{ site.base }}/a.png) § ``",
        ":::message § ``",
        "::: {.note} § ``",
        ":::details Gates of old § PARAGRAPH 1-1 Gates of old",
        "{% include gate.html %} § ``",
        "{{< video src=\"gate.mp4\" >}} § ``",
        "{{ content }} § ``",
        "{: .lead} § ``",
        "[TOC] § ``",
        "<!-- no --> § ``",
        "import Gate from '../gate.astro'; § ``",
        "shown %%not shown%% § PARAGRAPH 1-1 shown",
        "<h2>Gates</h2> § HEADING 1-1 Gates"
      })
  void shouldReadDialects(String source, String expected) {
    assertThat(blocks(source)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "Gates {#gates}\\n=====\\n § HEADING 1-2 Gates",
        "* TOC\\n{:toc}\\n\\ntext § PARAGRAPH 4-4 text",
        "Gate\\n: What swings\\n: What locks § PARAGRAPH 1-3 Gate⏎What swings⏎What locks",
        "> [!NOTE]\\n> A gate. § QUOTE 2-2 A gate.",
        "> [!info]- Title\\n> A gate. § QUOTE 1-2 Title⏎A gate.",
        "{% highlight sh %}\\n# [[no]]\\n{% endhighlight %}\\nyes § CODE 1-3 # [[no]]",
        "{% highlight sh %}a{% endhighlight %}\\n# b § PARAGRAPH 1-1 a",
        "{{< highlight sh >}}\\n# no\\n{{< /highlight >}} § CODE 1-3 # no",
        "````\\n```\\n[[a]]\\n```\\n````  § CODE 1-5 ```⏎[[a]]⏎```",
        "`[[a]] {% b %}` § PARAGRAPH 1-1 [[a]] {% b %}",
        "|a|b|\\n|-|:-:|\\n|[[x\\\\|y]]||\\n § PARAGRAPH 1-1 a⇥b",
        "a\\n<!-- no\\n\\nno -->\\nb § PARAGRAPH 1-1 a"
      })
  void shouldReadLinesTogether(String source, String first) {
    assertThat(
            blocks(source.replace("\\\\", "\u0001").replace("\\n", "\n").replace('\u0001', '\\')))
        .startsWith(first);
  }

  @Test
  void shouldReadHtmlBetweenMarkdown() {
    // When
    String blocks =
        blocks("<details>\n<summary>Gates</summary>\n\n- **one**\n\n</details>\n\n<p>two</p>\n");
    // Then
    assertThat(blocks).isEqualTo("PARAGRAPH 2-2 Gates\nLIST_ITEM 4-4 one\nPARAGRAPH 8-8 two");
  }

  @Test
  void shouldReadAParagraphThatHoldsAWholePageOfHtml() {
    // When
    String blocks =
        blocks("It began.<br><br><h2>Keynote: Gates</h2><br><br>Ida spoke\nof gates.\n");
    // Then
    assertThat(blocks)
        .isEqualTo(
            "PARAGRAPH 1-1 It began.\nHEADING 1-1 Keynote: Gates\nPARAGRAPH 1-2 Ida spoke of gates.");
  }

  @Test
  void shouldReadOneMarkWithoutASpaceAsAHeadingWhereSeveralAreOnes() {
    assertThat(blocks("#gates are\n\n#Gates\n")).startsWith("PARAGRAPH 1-1 #gates are");
    assertThat(blocks("#Gates\n\n##Hinges\n")).isEqualTo("HEADING 1-1 Gates\nHEADING 3-3 Hinges");
  }

  @Test
  void shouldReadATitleOfSeveralWordsBehindOneMarkAtTheBeginningAsAHeading() {
    assertThat(blocks("#Thinking in Gates – Ida Holm\n\nThey open.\n"))
        .startsWith("HEADING 1-1 Thinking in Gates – Ida Holm");
    assertThat(blocks("#GateConf #gates today\n\nThey open.\n")).startsWith("PARAGRAPH 1-1");
    assertThat(blocks("#gates are open today\n\nThey open.\n")).startsWith("PARAGRAPH 1-1");
    assertThat(blocks("#Gates are open today\nand shut.\n")).startsWith("PARAGRAPH 1-2");
    assertThat(blocks("#GateConf\n\nThey open.\n")).startsWith("PARAGRAPH 1-1");
  }

  @Test
  void shouldMarkWikiLinksAndSummaries() {
    // When
    Reading reading =
        new MarkdownReader("[[Ida Holm]]\n\n<details><summary>Gates</summary></details>\n").read();
    // Then
    assertThat(reading.marks())
        .extracting(Mark::kind, Mark::target)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Mark.Kind.LINK, "Ida Holm"),
            org.assertj.core.groups.Tuple.tuple(Mark.Kind.STRONG, ""));
  }
}
