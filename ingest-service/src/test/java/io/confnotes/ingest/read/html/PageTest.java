package io.confnotes.ingest.read.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.read.text.Block;
import io.confnotes.ingest.read.text.Mark;
import io.confnotes.ingest.read.text.Reading;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole pages as the usual generators write them, and as people wrote them by hand. */
class PageTest {

  private static final String PROSE =
      "A gate has two sides, and the hinge decides which of them is the inside. ".repeat(4).strip();
  private static final String MENU =
      """
      <ul><li><a href="/">Home</a></li><li><a href="/about/">About me</a></li>
      <li><a href="/archive/">All the posts</a></li><li><a href="/contact">Contact</a></li></ul>
      """;

  private static String page(String title, String body) {
    return "<!DOCTYPE html><html><head><title>"
        + title
        + "</title></head><body>"
        + body.replace("PROSE", PROSE).replace("MENU", MENU)
        + "</body></html>";
  }

  /** The text of each block, one a line, headings with their level. */
  private static String blocks(String source) {
    Reading reading = HtmlReader.read(source);
    return reading.blocks().stream()
        .map(
            block -> {
              String text = reading.text().substring(block.span().start(), block.span().end());
              String shown = text.replace(PROSE, "PROSE").replace("\n", "⏎").replace("\t", "⇥");
              return (block.kind() == Block.Kind.HEADING ? "h" + block.level() + " " : "") + shown;
            })
        .collect(Collectors.joining("\n"));
  }

  @Test
  void shouldFindTheArticleOfAWeblog() {
    // When
    String blocks =
        blocks(
            page(
                "Gates for all – Hinges and Bolts",
                """
                <div id="page" class="hfeed site"><a class="skip-link screen-reader-text" href="#c">Skip</a>
                <header id="masthead"><h1 class="site-title"><a href="https://example.org/">Hinges</a></h1>
                <p class="site-description">Everything about gates</p></header>
                <nav id="site-navigation">MENU</nav>
                <div id="content" class="site-content"><div id="primary"><main id="main" role="main">
                <article id="post-7" class="post-7 post type-post hentry category-gates">
                <header class="entry-header"><h1 class="entry-title">Gates for all</h1>
                <div class="entry-meta">Posted on <time class="entry-date published"
                datetime="2024-05-06T10:00:00+00:00">May 6</time> by <a rel="author">Somebody</a></div></header>
                <div class="entry-content"><div id="toc_container"><ul><li><a href="#a">Hinges</a></li></ul></div>
                <h2 id="a">Hinges <a class="anchor" href="#a">¶</a></h2><p>PROSE<sup><a href="#n1">1</a></sup></p>
                <div class="sharedaddy"><h3>Share this:</h3><a href="#">Mail</a></div>
                <div id="jp-relatedposts"><h3>Related</h3><p>Another post</p></div></div>
                <footer class="entry-footer">Tagged <a href="/t">gates</a></footer></article>
                <nav class="navigation post-navigation"><h2 class="screen-reader-text">Posts</h2></nav>
                <div id="comments" class="comments-area"><h2>2 thoughts on gates</h2><ol class="comment-list">
                <li class="comment"><article class="comment-body"><p>PROSE PROSE</p></article></li></ol>
                <div id="respond"><h3>Leave a Reply</h3></div></div></main></div>
                <aside id="secondary" class="widget-area"><section class="widget"><h2>Recent</h2>MENU</section></aside>
                </div><footer id="colophon">Proudly powered</footer></div>"""));
    // Then
    assertThat(blocks).isEqualTo("2024-05-06\nh1 Gates for all\nh2 Hinges\nPROSE");
  }

  @Test
  void shouldTakeTheTitleThatStandsAboveTheArticle() {
    // When
    String blocks =
        blocks(
            page(
                "Notes from GateConf | My site",
                """
                <header class="site-header"><h1><a href="/">My site</a></h1></header>
                <div class="hero"><h1>Notes from GateConf</h1></div>
                <div class="content"><h1>Hinges</h1><p>PROSE</p><h1>Bolts</h1><p>PROSE</p></div>
                <div class="footer">Made by hand</div>"""));
    // Then
    assertThat(blocks).isEqualTo("h1 Notes from GateConf\nh1 Hinges\nPROSE\nh1 Bolts\nPROSE");
  }

  @Test
  void shouldTakeThePageTitleWhereNoHeadingStands() {
    // Given
    String page =
        page("Hinges, by Ida Holm | My site", "<article><p>PROSE</p><p>More.</p></article>");
    // When
    Reading reading = HtmlReader.read(page);
    // Then
    assertThat(blocks(page)).isEqualTo("h1 Hinges, by Ida Holm\nPROSE\nMore.");
    assertThat(reading.marks())
        .extracting(Mark::kind, Mark::target)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Mark.Kind.FIELD, "title"));
  }

  @Test
  void shouldKeepAllPostsOfADay() {
    // When
    String blocks =
        blocks(
            page(
                "Hinges and Bolts",
                """
                <div class="header-outer"><h1 class="title"><a href="/">Hinges and Bolts</a></h1></div>
                <div class="main-outer"><div id="Blog1" class="widget Blog">
                <h2 class="date-header">Monday</h2>
                <div class="post-outer"><div class="post hentry"><h3 class="post-title entry-title">One</h3>
                <div class="post-body entry-content">PROSE<br><br>Second.</div>
                <div class="post-footer">Posted by me</div></div></div>
                <div class="post-outer"><div class="post hentry"><h3 class="post-title entry-title">Two</h3>
                <div class="post-body entry-content">PROSE</div></div></div></div>
                <div class="column-right"><div class="widget BlogArchive"><h2>Archive</h2>MENU</div></div></div>"""));
    // Then
    assertThat(blocks).isEqualTo("h2 Monday\nh3 One\nPROSE\nSecond.\nh3 Two\nPROSE");
  }

  @Test
  void shouldLeaveOutTeasersBesideTheArticle() {
    // When
    String blocks =
        blocks(
            page(
                "Hinges",
                """
                <main><article><h1>Hinges</h1><p>PROSE PROSE PROSE</p></article>
                <section class="more"><h2>Also by me</h2>
                <article class="card"><h3>Bolts</h3><p>A short word about bolts.</p></article>
                <article class="card"><h3>Locks</h3><p>A short word about locks.</p></article></section></main>"""));
    // Then
    assertThat(blocks).isEqualTo("h1 Hinges\nPROSE PROSE PROSE");
  }

  @Test
  void shouldReadPagesLaidOutWithTables() {
    // When
    String blocks =
        blocks(
            page(
                "Trip report",
                """
                <table width="100%"><tr><td colspan="2"><font size="+2"><b>Trip report</b></font></td></tr>
                <tr><td valign="top">MENU</td><td><h2>Hinges</h2>PROSE<p>PROSE<p>
                <table><tr><th>Time</th><th>Talk</th></tr><tr><td><p>10:00</p></td><td><p>Bolts</p></td></tr></table>
                </td></tr></table>"""));
    // Then
    assertThat(blocks).isEqualTo("Trip report\nh2 Hinges\nPROSE\nPROSE\nTime⇥Talk\n10:00⇥Bolts");
  }

  @Test
  void shouldKeepAPageWithoutSigns() {
    // When
    String blocks =
        blocks(
            page(
                "",
                """
                <h1>GateConf</h1><p>Two days.</p><h2>Hinges</h2><div class="share-of-time">PROSE</div>
                <h2>Links</h2><ul><li><a href="https://example.org/1">one</a></li>
                <li><a href="https://example.org/2">two</a></li><li><a href="https://example.org/3">three</a></li></ul>"""));
    // Then
    assertThat(blocks)
        .isEqualTo("h1 GateConf\nTwo days.\nh2 Hinges\nPROSE\nh2 Links\none\ntwo\nthree");
  }

  @Test
  void shouldReadAWiki() {
    // When
    String blocks =
        blocks(
            page(
                "GateConf/Notes - Wiki",
                """
                <div id="content" class="mw-body" role="main"><h1 id="firstHeading">GateConf/Notes</h1>
                <div id="bodyContent"><div id="siteSub">From a wiki</div><div id="mw-content-text">
                <div id="toc" class="toc" role="navigation"><h2>Contents</h2><ul><li><a href="#Hinges">Hinges</a></li></ul></div>
                <h2><span class="mw-headline" id="Hinges">Hinges</span><span class="mw-editsection">[edit]</span></h2>
                <dl><dt>Speaker</dt><dd>Ida Holm</dd></dl><p>PROSE</p></div>
                <div class="printfooter">Retrieved from</div><div id="catlinks" class="catlinks">Categories</div></div></div>
                <div id="mw-navigation"><h2>Navigation menu</h2>MENU</div><div id="footer">About</div>"""));
    // Then
    assertThat(blocks).isEqualTo("h1 GateConf/Notes\nh2 Hinges\nSpeaker\nIda Holm\nPROSE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='sidebar'><h1>Hinges</h1><p>PROSE</p></div>",
        "<div class='comments'><h1>Hinges</h1><p>PROSE</p></div>",
        "<div style='display:none'><h1>Hinges</h1><p>PROSE</p></div>",
        "<article class='widget'><h1>Hinges</h1><p>PROSE</p></article>",
        "<aside><article><h1>Hinges</h1><p>PROSE</p></article></aside>",
        "<form><div id='footer'><h1>Hinges</h1><p>PROSE</p></div></form>"
      })
  void shouldNeverDropTheArticleForItsName(String body) {
    assertThat(blocks(page("x", body))).isEqualTo("h1 Hinges\nPROSE");
  }

  @Test
  void shouldReadAFragmentWhole() {
    // When
    String blocks =
        blocks("<div class='comments'><p>Said.</p></div><footer>End.</footer><p hidden>no</p>");
    // Then
    assertThat(blocks).isEqualTo("Said.\nEnd.");
  }

  @Test
  void shouldReadTheDetailsOfAFragment() {
    // When
    String blocks =
        blocks(
            """
            <details><summary>Hinges</summary><p>Said <q>so</q>.</p></details>
            <p><ruby>山<rp>(</rp><rt>やま</rt><rp>)</rp></ruby> long<wbr>word soft&shy;ly</p>
            <figure><img src=x alt=no><figcaption>Figure</figcaption></figure>
            <ul><li><h3>In a list</h3>text<li>next</ul>
            <span aria-hidden="true">no</span><b style="font-weight:normal">plain</b>
            """);
    // Then
    assertThat(blocks)
        .isEqualTo(
            "Hinges\nSaid \"so\".\n山 longword softly\nFigure\nh3 In a list\ntext\nnext\nplain");
  }

  @Test
  void shouldReadATextFileOnAPageAsText() {
    // When
    String blocks =
        blocks(
            "<html><body><pre>\nHinges\nIda Holm\n\nThey <b>swing</b>.\n"
                + (PROSE + "\n").repeat(2)
                + "</pre></body></html>");
    // Then
    assertThat(blocks).isEqualTo("Hinges⏎Ida Holm\nThey swing.⏎PROSE⏎PROSE");
  }

  @Test
  void shouldKeepTheLinesOfTheSource() {
    // When
    Reading reading =
        HtmlReader.read(
            "<!DOCTYPE html>\n<title>x</title>\n<nav>\nno\n</nav>\n<main>\n<h1>\nA\n</h1>\n<p>b\nc\n</p></main>");
    // Then
    assertThat(reading.blocks())
        .extracting(Block::firstLine, Block::lastLine)
        .isEqualTo(
            List.of(
                org.assertj.core.groups.Tuple.tuple(8, 8),
                org.assertj.core.groups.Tuple.tuple(10, 11)));
  }
}
