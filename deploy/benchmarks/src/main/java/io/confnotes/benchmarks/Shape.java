package io.confnotes.benchmarks;

import static io.confnotes.benchmarks.Fixture.ASCIIDOC;
import static io.confnotes.benchmarks.Fixture.HTML;
import static io.confnotes.benchmarks.Fixture.MARKDOWN;
import static io.confnotes.benchmarks.Fixture.ORG;
import static io.confnotes.benchmarks.Fixture.PLAIN;
import static io.confnotes.benchmarks.Fixture.RST;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Shapes that make parsers recurse, back up, copy or look up without bound. Those that are made of
 * the parts of notes look different in each format, the others are the same text; of these, some
 * are markup in some formats only, and are for them.
 */
public enum Shape {
  // Lines
  ONE_WORD("a"),
  ONE_LINE("word "),
  SHORT_LINES("a\n"),
  SPACES(" "),
  SPACES_WITHIN("a", " ", "a"),
  BLANK_LINES("\n"),
  RETURNS("\r\n"),
  LINE_AND_BLANK("word\n\n"),
  LONG_LINES("word ".repeat(200) + "\n"),
  CJK_LINE("灯台の光は遠くまで届く"),
  CJK_LINES("灯台の光は遠くまで届く".repeat(100) + "\n"),
  EMOJI("😀"),

  // Headings
  HEADINGS((markup, i) -> markup.heading(2, "H")),
  HEADINGS_OF_ALL_LEVELS((markup, i) -> markup.heading(1 + i % 4, "H" + i)),
  HEADINGS_AND_TEXT((markup, i) -> markup.heading(2, "H") + markup.paragraph("a")),
  SPACES_IN_HEADINGS((markup, i) -> markup.heading(2, "H" + " ".repeat(10_000) + "H")),
  LONG_HEADINGS((markup, i) -> markup.heading(2, "word ".repeat(2_000) + "H")),
  SETEXT_HEADINGS("H\n=\n", MARKDOWN),
  UNDERLINES("-\n=\n", MARKDOWN),
  UNDERLINES_OF_ALL_LENGTHS(
      (markup, i) -> "Heading\n" + "=".repeat(1 + i % 300) + "\n\n", MARKDOWN, RST, ASCIIDOC),

  // Nesting
  NESTED_BULLETS("- "),
  NESTED_NUMBERS("1. "),
  NESTED_STARS("* "),
  DEEPENING_BULLETS((markup, i) -> "  ".repeat(i % 300) + "- a\n"),
  BULLETS_AND_BLANKS("  - a\n\n"),
  LONG_LIST("- a\n"),
  NESTED_QUOTES("> ", MARKDOWN, ASCIIDOC),
  LAZY_QUOTES("> a\na\n", MARKDOWN, ASCIIDOC),
  LAZY_BULLETS("- a\nb\n"),
  QUOTES_OF_BULLETS("> - > - a\n", MARKDOWN, ASCIIDOC),
  BULLETS_OF_TWO_SIGNS("- a\n* b\n"),
  INDENTED_LINES("    a\n"),
  DEEPENING_LINES((markup, i) -> " ".repeat(i % 300) + "a\n"),
  DEEPENING_PARAGRAPHS((markup, i) -> " ".repeat(i % 300) + "a\n\n"),
  TABS("\t"),
  NESTED_DIVS("<div>", HTML),
  NESTED_LISTS("<ul><li>", HTML),
  NESTED_TABLES("<table><tr><td>", HTML),
  NESTED_IN_TABLES("<table><tr><td><p>a<table>", HTML),

  // Inline markup
  OPENING_BRACKETS("["),
  CLOSING_BRACKETS("]"),
  BRACKETS("[]"),
  PARENTHESES("("),
  BRACES("{"),
  HALF_LINKS("[a](<b", MARKDOWN),
  IMAGES("![", MARKDOWN),
  LINKS((markup, i) -> markup.link("a", "b") + " "),
  REFERENCES((markup, i) -> "[a" + i + "]: b\n", MARKDOWN),
  REFERENCES_USED(
      (markup, i) -> i % 2 == 0 ? "[a" + i + "]: b\n\n" : "[a" + (i - 1) + "]\n\n", MARKDOWN),
  LABELS_WITHOUT_END("[a\n", MARKDOWN),
  REFERENCE_TITLES_WITHOUT_END("[a]: b \"\n", MARKDOWN),
  AUTOLINKS("<http:a> "),
  FOOTNOTES((markup, i) -> "[^" + i + "] ", MARKDOWN),
  BACKTICKS("`"),
  BACKTICK_RUNS((markup, i) -> "`".repeat(i % 1_000) + "a"),
  STARS("*"),
  STARS_AND_WORDS("*a **a "),
  UNDERSCORES("_a "),
  TILDES("~~a "),
  STRONG_WORDS("**a** "),
  BACKSLASHES("\\"),
  ENTITIES("&amp;", HTML, ASCIIDOC),
  AMPERSANDS("&", HTML, ASCIIDOC),
  COLONS(":a:"),
  PIPES("|"),
  EQUALS("="),
  PLUSES("+"),
  DOLLARS("$a", MARKDOWN),
  ANGLES("<"),

  // Paragraphs that are each a little shorter than where a reader takes them literally
  PADDED_INSTRUCTIONS(padded("<?a ", 900), HTML),
  PADDED_COMMENTS(padded("<!-- ", 450), HTML),
  PADDED_ATTRIBUTES(padded("<a b=\"", 900), HTML),
  PADDED_LINKS(padded("[a](b \"", 450), MARKDOWN),
  PADDED_STARS(padded("*a **a ", 300), MARKDOWN),
  PADDED_BRACKETS(padded("[", 900), MARKDOWN),

  // Elements
  UNCLOSED_PARAGRAPHS("<p>a", HTML),
  UNCLOSED_BOLD("<b>", HTML),
  UNCLOSED_FORMATTING("<p><b><i>", HTML),
  UNCLOSED_LINKS("<a href=x>y", HTML),
  UNCLOSED_HEADINGS("<h2>a", HTML),
  UNCLOSED_ITEMS("<li>a", HTML),
  UNCLOSED_OPTIONS("<select><option>a", HTML),
  UNOPENED_ELEMENTS("</div>", HTML),
  UNOPENED_PARAGRAPHS("</p>", HTML),
  CROSSED_ELEMENTS("<b><p>a</b>", HTML),
  CROSSED_LINKS("<a><div>a</a>", HTML),
  MAINS("<main>a", HTML),
  BODIES((markup, i) -> "<body x" + i + "=1>", HTML),
  UNKNOWN_ELEMENTS((markup, i) -> "<x" + i + ">", HTML),
  COMMENTS("<!-- ", HTML),
  CDATA("<![CDATA[", HTML),
  INSTRUCTIONS("<?a ", HTML),
  ONE_TAG("<a ", "x=1 ", ">", HTML),
  MANY_ATTRIBUTES("<a ", (markup, i) -> "x" + i + "=1 ", ">", HTML),
  FOREIGN_ELEMENTS("<svg><desc>", HTML),
  TEMPLATES("<template>", HTML),
  SCRIPTS("<script>", HTML),
  ESCAPED_SCRIPTS("<script><!--", HTML),
  TAGS_IN_TITLE("<title>", "<a", "", HTML),
  END_TAGS_IN_TITLE("<title>", "</a", "", HTML),
  END_TAGS_IN_SCRIPT("<script>", "</a ", "", HTML),
  PLAINTEXT("<plaintext>", "<p>", "", HTML),
  FRAMESETS("<frameset><frame>", HTML),
  RUBIES("<ruby>a<rt>b", HTML),
  BUTTONS("<button>a", HTML),
  NOBRS("<nobr>a", HTML),
  MARQUEES("<marquee><b>", HTML),
  DEFINITIONS("<dt>a<dd>b", HTML),
  WRONG_ENDS("<h2>a</h3>", HTML),
  DOCTYPES("<!DOCTYPE a>", HTML),
  QUOTES("<blockquote><p>a", HTML),
  BREAKS("a<br>", HTML),
  FOREIGN_TEXT("<svg><foreignObject><p>a", HTML),
  LONG_ATTRIBUTE("<a href=\"", "&amp;", "\">a</a>", HTML),
  DIGITS_OF_REFERENCE("&#", "1", ";", HTML, ASCIIDOC),
  LETTERS_OF_REFERENCE("&", "a", ";", HTML, ASCIIDOC),
  REFERENCES_OF_LETTERS("&aaaaaaaaaaaa", HTML, ASCIIDOC),
  NULLS("\u0000"),

  // Tables
  LONG_TABLE("|a|b|\n|-|-|\n", "|a|b|\n", "", MARKDOWN, ORG),
  TABLE_OF_TALKS(
      "|Talk|Speaker|Notes|\n|-|-|-|\n", "|On Tides|Ida Holm|They come and go|\n", "", MARKDOWN),
  WIDE_TABLE(
      (markup, i) -> "|a".repeat(1_000) + "\n" + (i == 0 ? "|-".repeat(1_000) + "\n" : ""),
      MARKDOWN,
      ORG),
  HEADER_ROWS("|a|b|\n|-|-|\n", MARKDOWN, ORG),
  LONG_HTML_TABLE("<table>", "<tr><td>a<td>b\n", "</table>", HTML),
  TEXT_IN_TABLE("<table>", "a<br>", "", HTML),
  LINKS_IN_TABLE("<table>", "<a>a", "", HTML),
  PARAGRAPHS_IN_TABLE("<table>", "<p>a</p>", "", HTML),
  ELEMENTS_IN_ROWS("<table>", "<tr><p>a", "", HTML),
  SPACES_IN_TABLE("<table>", " <tr>", "", HTML),
  FORMS_IN_TABLE("<table>", "<form><input>", "", HTML),
  CAPTIONS("<table>", "<caption>a", "", HTML),
  COLUMNS("<table>", "<col>", "", HTML),
  TABLES_IN_TABLE("<table>", "<table>", "", HTML),

  // Front matter and what looks like it
  FIELDS("---\n", (markup, i) -> "a" + i + ": b\n", "---\nText\n"),
  FIELDS_WITHOUT_END("---\n", (markup, i) -> "a" + i + ": b\n", ""),
  LONG_FIELD("---\ntitle: ", "word ", "\n---\nText\n"),
  LIST_FIELD("---\ntags:\n", "  - a\n", "---\nText\n"),
  NESTED_FIELDS("---\n", (markup, i) -> "  ".repeat(i % 100) + "a:\n", "---\nText\n"),
  TOML_FIELDS("+++\n", (markup, i) -> "a" + i + " = \"b\"\n", "+++\nText\n"),
  RULES("---\n"),

  // Blocks of light markup
  FENCES("```\n", MARKDOWN, ASCIIDOC),
  CODE_WITHOUT_END("```\n", "# a\n", "", MARKDOWN, ASCIIDOC),
  FIELD_LINES(":a: b\n", RST, ASCIIDOC),
  DELIMITERS("====\n", RST, ASCIIDOC),
  GROWING_DELIMITERS((markup, i) -> "=".repeat(4 + i % 300) + "\n", RST, ASCIIDOC),
  DATES(":date: a\n", RST, ASCIIDOC),
  SPEAKERS((markup, i) -> ":speaker: " + name(i) + "\n", RST, ASCIIDOC),

  // reStructuredText
  OVERLINES("==\nH\n==\n", RST),
  TITLES_OF_ALL_SIGNS((markup, i) -> "Title\n" + sign(i).repeat(5) + "\n\n", RST),
  DIRECTIVES(".. note::\n", RST),
  DIRECTIVES_AND_TEXT(".. note::\n\n  a\n\n", RST),
  NESTED_DIRECTIVES((markup, i) -> "  ".repeat(i % 300) + ".. note:: a\n\n", RST),
  DIRECTIVE_OPTIONS(".. note::\n", "  :a: b\n", "", RST),
  LONG_DIRECTIVE_NAME(".. ", "a", "::\n", RST),
  EMPTY_COMMENTS("..\n", RST),
  METADATA_COMMENTS((markup, i) -> ".. speaker: " + name(i) + "\n", RST),
  LITERAL_BLOCKS("a::\n\n  b\n\n", RST),
  TERMS("a\n  b\n", RST),
  LINE_BLOCKS("| a\n", RST),
  DOCTESTS(">>> a\n", RST),
  FOOTNOTE_TEXTS(".. [1] a\n", RST),
  TARGETS((markup, i) -> ".. _a" + i + ": b\n", RST),
  TARGETS_USED(
      (markup, i) -> i % 2 == 0 ? ".. _a" + i + ": b\n\n" : "`a" + (i - 1) + "`_\n\n", RST),
  LONG_TARGET(".. _a: " + "b".repeat(4_000) + "\n\n", "`a`_ ", "", RST),
  PHRASES("`a <b>`_ ", RST),
  PHRASES_WITHOUT_END("`a <b ", RST),
  LITERALS_WITHOUT_END("``a ", RST),
  ROLES(":a:`b` ", RST),
  ROLES_WITHOUT_END(":a:`b ", RST),
  SUBSTITUTIONS("|a ", RST),
  NAMED_REFERENCES("a_ ", RST),
  LABELS_USED("[a]_ ", RST),
  GRID_TABLE("+---+---+\n", "| a | b |\n", "", RST),
  GRID_ROWS("+---+---+\n", "| a | b |\n+---+---+\n", "", RST),
  GRID_BORDERS("+---+---+\n", RST),
  COLUMN_TABLE(".. note::\n\n=== ===\n", "a   b\n", "=== ===\n", RST),
  WIDE_COLUMN_TABLE(
      ".. note::\n\n" + "= ".repeat(1_000) + "\n", "a ".repeat(1_000) + "\n", "", RST),
  COLUMN_CELL(".. note::\n\n=== ===\na   b\n", "    b\n", "", RST),
  COLUMN_BORDERS("=== ===\n", RST),
  RAW_ELEMENTS(".. raw:: html\n\n", "  <p><b>a\n", "", RST),
  RAW_BLOCKS(".. raw:: html\n\n  <b>a\n\n", RST),

  // Org
  DEEPENING_STARS((markup, i) -> "*".repeat(1 + i % 300) + " a\n", ORG),
  TASKS("** TODO [#A] a [1/2] :b:\n", ORG),
  LONG_TAGS("** a ", ":b", ":\n", ORG),
  COOKIES("** ", "[1/", "\n", ORG),
  TODO_WORDS((markup, i) -> "#+TODO: A" + i + "\n", ORG),
  TITLES("#+TITLE: a\n", ORG),
  SPEAKER_KEYWORDS((markup, i) -> "#+SPEAKER: " + name(i) + "\n", ORG),
  LONG_KEYWORD("#+", "A", ": b\n", ORG),
  DRAWERS(":PROPERTIES:\n", ORG),
  PROPERTIES_WITHOUT_END("** a\n:PROPERTIES:\n", ":a: b\n", "", ORG),
  SPEAKER_PROPERTIES(
      "** a\n:PROPERTIES:\n", (markup, i) -> ":SPEAKER: " + name(i) + "\n", ":END:\n", ORG),
  LOGBOOK_WITHOUT_END(":LOGBOOK:\n", "- a\n", "", ORG),
  STARTED_BLOCKS("#+BEGIN_QUOTE\n", ORG),
  STARTED_SOURCES("#+BEGIN_SRC\n", ORG),
  QUOTE_WITHOUT_END("#+BEGIN_QUOTE\n", "a\n\n", "", ORG),
  ENDED_BLOCKS("#+END_QUOTE\n", ORG),
  EXPORTED_ELEMENTS("#+BEGIN_EXPORT html\n", "<p><b>a\n", "", ORG),
  EXPORTED_BLOCKS("#+BEGIN_EXPORT html\n<b>a\n#+END_EXPORT\n", ORG),
  FIXED_WIDTH(": a\n", ORG),
  DESCRIBED_ITEMS("- a", " ::", "\n", ORG),
  BRACKET_LINKS("[[a][b]] ", ORG),
  BRACKET_LINKS_WITHOUT_END("[[a][", ORG),
  LINK_MIDDLES("][", ORG),
  DOUBLE_BRACKETS("[[", ORG),
  LABELS_WITHIN("[fn:", ORG),
  RADIO_TARGETS("<<a", ORG),
  SNIPPETS("@@", ORG),
  EMPHASIS_OF_ALL_SIGNS("*/_+=~a ", ORG),
  SLASHES("/a ", ORG),
  STAMPS("<2031-05-17> ", ORG),

  // AsciiDoc
  TITLES_OF_ALL_LENGTHS(
      (markup, i) -> "H".repeat(3 + i % 300) + "\n" + "-".repeat(3 + i % 300) + "\n\n", ASCIIDOC),
  ATTRIBUTES((markup, i) -> ":a" + i + ": b\n", ASCIIDOC),
  ATTRIBUTES_OF_ATTRIBUTES(":a: {a}{a}\n", ASCIIDOC),
  ATTRIBUTES_USED(":a: b\n\n", "{a}", "", ASCIIDOC),
  LONG_ATTRIBUTE_USED(":a: " + "b".repeat(4_000) + "\n\n", "{a}", "", ASCIIDOC),
  ATTRIBUTES_WITHOUT_END(":a: b \\\n", ASCIIDOC),
  DELIMITERS_NEVER_CLOSED((markup, i) -> "=".repeat(4 + i) + "\n", ASCIIDOC),
  NESTED_BLOCKS((markup, i) -> delimiter(i % 600) + "a\n", ASCIIDOC),
  COMMENTS_IN_NESTED_BLOCKS(delimiters(0, 300), "////\n////\n", delimiters(300, 600), ASCIIDOC),
  QUOTE_BLOCKS("____\n", ASCIIDOC),
  OPEN_BLOCKS("--\n", ASCIIDOC),
  LISTINGS("----\n", ASCIIDOC),
  LONG_LISTING("----\n", "a\n", "----\n", ASCIIDOC),
  PASSED_ELEMENTS("++++\n", "<p><b>a\n", "++++\n", ASCIIDOC),
  PASSED_BLOCKS("= H\n\n", "++++\n<b>a\n++++\n", "", ASCIIDOC),
  TABLE_ROWS("|===\n", "|a|b\n", "|===\n", ASCIIDOC),
  TABLE_CELLS("|===\n", "|a\n", "|===\n", ASCIIDOC),
  TABLE_CELL("|===\n|a\n", "a\n", "|===\n", ASCIIDOC),
  BLOCK_STYLES("[source]\n", ASCIIDOC),
  BLOCK_TITLES(".a\n", ASCIIDOC),
  ATTACHED_BLOCKS("* a\n+\n", ASCIIDOC),
  ITEMS_OF_ALL_LEVELS((markup, i) -> "*".repeat(1 + i % 5) + " a\n", ASCIIDOC),
  DESCRIPTIONS("a:: b\n", ASCIIDOC),
  DOUBLE_COLONS("a::b", ASCIIDOC),
  CALLOUTS("<1> a\n", ASCIIDOC),
  BROKEN_LINES("a +\n", ASCIIDOC),
  MACROS("link:a[b] ", ASCIIDOC),
  MACROS_WITHOUT_END("link:a[", ASCIIDOC),
  MACROS_IN_MACROS("kbd:[a ", ASCIIDOC),
  ADDRESSES("http://a[b] ", ASCIIDOC),
  ADDRESSES_WITHOUT_END("http://a[", ASCIIDOC),
  CROSS_REFERENCES("<<a", ASCIIDOC),
  ANCHORS("[[a]]", ASCIIDOC),
  INLINE_ROLES("[.a]#", ASCIIDOC),
  DOUBLE_SIGNS("**a __b ``c ##d ", ASCIIDOC),

  // What talks and people look like
  NAME_LINES((markup, i) -> name(i) + "\n"),
  NAME_PARAGRAPHS((markup, i) -> markup.paragraph(name(i))),
  NAME_HEADINGS((markup, i) -> markup.heading(2, name(i))),
  NAMES_IN_ONE_LINE((markup, i) -> name(i) + ", "),
  BYLINES_IN_ONE_LINE((markup, i) -> " by " + name(i)),
  TITLE_AND_NAME_LINES((markup, i) -> titleAndName(i) + "\n"),
  TITLE_AND_NAME_PARAGRAPHS((markup, i) -> markup.paragraph(titleAndName(i))),
  TITLE_AND_NAME_HEADINGS((markup, i) -> markup.heading(2, titleAndName(i))),
  TITLE_AND_NAME_BULLETS((markup, i) -> "- " + titleAndName(i) + "\n"),
  TALKS((markup, i) -> markup.talk("On Tides " + i, name(i)) + markup.paragraph("a")),
  TALKS_IN_SECTIONS(
      (markup, i) -> i % 2 == 0 ? markup.heading(1, "Day") : markup.heading(2, titleAndName(i))),
  SLOTS((markup, i) -> markup.paragraph("10:30 - 11:00 On Tides (Room 3)")),
  TIMES_IN_ONE_LINE("10:30 "),
  DASHES_IN_ONE_LINE(". - "),

  // Lines that are each a little shorter than where a title or a name ends
  LINES_OF_NAMES((markup, i) -> markup.paragraph(filled(name(i) + ", "))),
  LINES_OF_NAMES_AND((markup, i) -> markup.paragraph(filled(name(i) + " and "))),
  LINES_OF_BYLINES((markup, i) -> markup.paragraph(filled("Tides by " + name(i) + " "))),
  LINES_OF_DASHES((markup, i) -> markup.paragraph(filled("A - "))),
  LINES_OF_COLONS((markup, i) -> markup.paragraph(filled("A: "))),
  LINES_OF_BRACKETS((markup, i) -> markup.paragraph(filled("(A) "))),
  LINES_OF_BRACKETS_IN_BRACKETS((markup, i) -> markup.paragraph(filled("A ("))),
  LINES_OF_HANDLES((markup, i) -> markup.paragraph(filled("@a "))),
  LINES_OF_QUOTES((markup, i) -> markup.paragraph(filled("“A” "))),
  LINES_OF_TIMES((markup, i) -> markup.paragraph(filled("10:30 "))),
  LINES_OF_NUMBERS((markup, i) -> markup.paragraph(filled("1. "))),
  LINES_OF_LABELS((markup, i) -> markup.paragraph(filled("Speaker: "))),
  LINES_OF_LETTERS((markup, i) -> markup.paragraph(filled("A "))),
  HEADINGS_OF_NAMES((markup, i) -> markup.heading(2, filled(name(i) + ", "))),
  HEADINGS_OF_DASHES((markup, i) -> markup.heading(2, filled("A - ")) + markup.paragraph("a")),
  HEADINGS_OF_BYLINES(
      (markup, i) ->
          markup.heading(2, filled("Tides by " + name(i) + " ")) + markup.paragraph("a")),
  BULLETS_OF_NAMES((markup, i) -> "- " + filled(name(i) + ", ") + "\n"),
  LABELS("Speakers:\n"),
  HANDLES("@mara "),
  LABELLED_NAMES((markup, i) -> markup.heading(2, "On Tides") + "Speaker: " + name(i) + "\n\n"),
  MESSAGES((markup, i) -> markup.paragraph((i + 1) + "/ " + name(i) + ": On Tides. They come.")),
  SECTIONS_OF_SPEAKERS(
      (markup, i) ->
          markup.heading(1 + i % 3, "On Tides " + i)
              + (i % 8 == 7 ? markup.heading(4, "Speakers") + markup.paragraph(name(i)) : "")),
  BIOGRAPHIES(
      (markup, i) ->
          (i % 50 == 0 ? markup.heading(2, "On Tides") + markup.paragraph("Speakers:") : "")
              + markup.paragraph(name(i))
              + markup.paragraph("word ".repeat(12))),
  TITLES_ABOVE_PROSE(
      (markup, i) ->
          markup.paragraph("On Tides") + markup.paragraph("A talk by " + name(i) + ". They come.")),
  LONE_TIMES((markup, i) -> markup.paragraph("10:30a") + markup.paragraph(name(i))),
  LIGHTNING(
      (markup, i) -> i == 0 ? markup.heading(2, "Lightning talks") : "- " + titleAndName(i) + "\n"),
  LIGHTNING_HEADINGS((markup, i) -> markup.heading(2, "Lightning talks") + titleAndName(i) + "\n");

  /** Writes the next of the parts that a document is made of. */
  private interface Part {
    String write(Markup markup, int index);
  }

  private static final String[] GIVEN = {"Bo", "Ada", "Mara", "Odo", "Ines"};
  private static final String[] FAMILY = {"Li", "Fenn", "Quill", "Rowan", "Marsh", "Brandt", "Ost"};
  private static final String SIGNS = "=-~^\"'`*+#<>_:.!";
  private static final int DEEPEST = 300;

  private final String head;
  private final String tail;

  @SuppressWarnings("ImmutableEnumChecker") // no part has a state
  private final Part part;

  @SuppressWarnings("ImmutableEnumChecker") // it is never changed
  private final Set<Fixture> markup;

  Shape(String unit, Fixture... markup) {
    this("", unit, "", markup);
  }

  Shape(String head, String unit, String tail, Fixture... markup) {
    this(head, (written, index) -> unit, tail, markup);
  }

  Shape(Part part, Fixture... markup) {
    this("", part, "", markup);
  }

  /**
   * Begins with a head and ends with a tail.
   *
   * @param markup the formats that it is markup of; none for one that says something to all
   */
  Shape(String head, Part part, String tail, Fixture... markup) {
    this.head = head;
    this.part = part;
    this.tail = tail;
    this.markup = Set.of(markup);
  }

  /**
   * Whether it says something to a format. Plain text can hold any markup, and what is sent as such
   * may be read as another format; Markdown can hold elements.
   */
  boolean isFor(Fixture fixture) {
    return markup.isEmpty()
        || markup.contains(fixture)
        || fixture == PLAIN
        || (fixture == MARKDOWN && markup.contains(HTML));
  }

  /**
   * Writes a document of this shape.
   *
   * @param bytes its size in UTF-8, which it misses by a part at most
   */
  String of(Markup markup, int bytes) {
    StringBuilder source = new StringBuilder(head);
    int room = bytes - size(head) - size(tail);
    for (int index = 0; room > 0; index++) {
      String next = part.write(markup, index);
      source.append(next);
      room -= size(next);
    }
    return source.append(tail).toString();
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** A line of about 390 characters. */
  private static String filled(String unit) {
    return unit.repeat(390 / unit.length()).strip();
  }

  /** A paragraph of 100,000 characters that begins with markup. */
  private static String padded(String unit, int times) {
    String markup = unit.repeat(times);
    return markup + "a".repeat(100_000 - markup.length()) + "\n\n";
  }

  /** One of the signs that titles of reStructuredText are underlined with. */
  private static String sign(int index) {
    int place = index % SIGNS.length();
    return SIGNS.substring(place, place + 1);
  }

  /** The delimiter in a line of blocks within blocks that all open, and then all close. */
  private static String delimiter(int line) {
    int depth = line < DEEPEST ? line : 2 * DEEPEST - 1 - line;
    return "=".repeat(4 + depth) + "\n";
  }

  private static String delimiters(int from, int to) {
    return IntStream.range(from, to).mapToObj(Shape::delimiter).collect(Collectors.joining());
  }

  private static String name(int index) {
    return GIVEN[index % GIVEN.length] + " " + FAMILY[index % FAMILY.length];
  }

  private static String titleAndName(int index) {
    return "On Tides - " + name(index);
  }
}
