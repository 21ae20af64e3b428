package io.confnotes.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.read.text.Block;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.read.text.Mark;
import io.confnotes.ingest.read.text.Reading;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages, front matter and Markdown dialects put together at random, and their hostile shapes. */
class ReadersFuzzTest {

  private static final int ROUNDS = 2_000;
  private static final String PROSE = "A gate has two sides, and a hinge. ";

  private static final String[] HTML = {
    "<!DOCTYPE html>",
    "<html><head>",
    "<title>Gates | Site</title>",
    "<body>",
    "<main>",
    "</main>",
    "<article>",
    "</article>",
    "<div class='post hentry'>",
    "<div id=comments>",
    "<div class='sidebar widget'>",
    "<div style='display:none'>",
    "<div>",
    "</div>",
    "<header>",
    "</header>",
    "<footer>",
    "<nav><a href=/>Home</a></nav>",
    "<h1>Gates</h1>",
    "<h2><a href=#x>#</a>Hinges",
    "<table><tr><td>",
    "<td><p>",
    "</tr></table>",
    "<ul><li>",
    "</ul>",
    "<blockquote>",
    "<pre>",
    "</pre>",
    "<br>",
    "<b>",
    "</b>",
    "<sup><a href=#1>1</a></sup>",
    "<time datetime=2024-05-06>",
    "<details><summary>",
    "<dl><dt>a<dd>b",
    "<!-- ",
    "-->",
    "<form>",
    "<a href='/a'>menu</a>",
    "&amp;",
    "\n",
    "\r\n",
    "😀",
    "\u0000",
    PROSE,
    PROSE.repeat(5)
  };
  private static final String[] MARKDOWN = {
    "---\n",
    "+++\n",
    "{\n",
    "}\n",
    "title: Gates\n",
    "speakers:\n- name: @ida\n",
    "event: {name: GateConf, date: 2024-05-06}\n",
    "\n",
    "# Gates {#g}\n",
    "====\n",
    "- [ ] ",
    "[[a|b]]",
    "![[",
    "[^1]",
    "[^1]: ",
    "{% x %}",
    "{% highlight %}\n",
    "{% endhighlight %}\n",
    "{{< ",
    ">}}",
    "{{ x }}",
    "{: .a}",
    "{:toc}\n",
    "%%",
    "`",
    "```\n",
    "~~~~\n",
    "> [!NOTE]-",
    ": ",
    "|a|\n|-|\n",
    "<details><summary>",
    "</details>\n\n",
    "<main><h1>",
    "<!--",
    "-->\n",
    "  ",
    "\t",
    "😀",
    PROSE
  };

  private static void check(String source, Format format) {
    Reading reading = Readers.read(source, format);
    int lines = (int) source.lines().count();
    int length = reading.text().codePointCount(0, reading.text().length());
    int end = 0;
    for (Block block : reading.blocks()) {
      assertThat(block.span().start()).isGreaterThanOrEqualTo(end);
      assertThat(block.span().length()).isPositive();
      assertThat(block.lastLine()).isLessThanOrEqualTo(lines);
      end = block.span().end();
    }
    assertThat(end).isLessThanOrEqualTo(length);
    for (Mark mark : reading.marks()) {
      assertThat(mark.span().end()).isLessThanOrEqualTo(length);
    }
    assertThat(Readers.read(source, format)).isEqualTo(reading);
  }

  private static String random(Random random, String[] pieces) {
    StringBuilder source = new StringBuilder();
    for (int piece = random.nextInt(50); piece >= 0; piece--) {
      source.append(pieces[random.nextInt(pieces.length)]);
    }
    return source.toString();
  }

  @Test
  void shouldTakeRandomPages() {
    Random random = new Random(11);
    for (int round = 0; round < ROUNDS; round++) {
      check(random(random, HTML), Format.HTML);
    }
  }

  @Test
  void shouldTakeRandomMarkdown() {
    Random random = new Random(12);
    for (int round = 0; round < ROUNDS; round++) {
      check(random(random, MARKDOWN), Format.MARKDOWN);
      check(random(random, MARKDOWN) + random(random, HTML), Format.MARKDOWN);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<article>x",
        "<article>x</article>",
        "<div class=post>x</div>",
        "<div class=sidebar>",
        "<main>",
        "<div hidden>",
        "<td>x",
        "<table><tr><td><p>",
        "<h1>x</h1>",
        "<a href=#>",
        "<time datetime=2024-05-06>x</time>",
        "<sup><a href=#a>1</a></sup>",
        "<p>x",
        "x<br>",
        "<details><summary>x",
        "<q>",
        "[[a",
        "[[a|b]] ",
        "[^",
        "{%",
        "{{",
        "{% x %}",
        "%%",
        "[!",
        ": a\n",
        "- [ ] a\n",
        "{% highlight %}\n",
        "~~~~~\n"
      })
  void shouldTakeHostileShapes(String shape) {
    String source = shape.repeat((1 << 17) / shape.length());
    check("<!DOCTYPE html><title>Gates</title><body>" + source, Format.HTML);
    check(source, Format.MARKDOWN);
    check("---\ntitle: Gates\nspeakers: " + source + "\n---\n", Format.MARKDOWN);
  }
}
