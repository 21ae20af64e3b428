package io.confnotes.benchmarks;

import java.nio.charset.StandardCharsets;

/**
 * Shapes that make parsers recurse, back up, copy or look up without bound. Each can be written for
 * each format: those that are made of markup look different in each, the others are the same text.
 */
public enum Shape {
  // Lines
  ONE_WORD("a"),
  ONE_LINE("word "),
  SHORT_LINES("a\n"),
  SPACES(" "),
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
  SETEXT_HEADINGS("H\n=\n"),
  UNDERLINES("-\n=\n"),

  // Nesting
  NESTED_BULLETS("- "),
  NESTED_NUMBERS("1. "),
  NESTED_STARS("* "),
  DEEPENING_BULLETS((markup, i) -> "  ".repeat(i % 300) + "- a\n"),
  BULLETS_AND_BLANKS("  - a\n\n"),
  LONG_LIST("- a\n"),
  NESTED_QUOTES("> "),
  LAZY_QUOTES("> a\na\n"),
  LAZY_BULLETS("- a\nb\n"),
  QUOTES_OF_BULLETS("> - > - a\n"),
  BULLETS_OF_TWO_SIGNS("- a\n* b\n"),
  INDENTED_LINES("    a\n"),
  TABS("\t"),
  NESTED_DIVS("<div>"),
  NESTED_LISTS("<ul><li>"),
  NESTED_TABLES("<table><tr><td>"),
  NESTED_IN_TABLES("<table><tr><td><p>a<table>"),

  // Inline markup
  OPENING_BRACKETS("["),
  CLOSING_BRACKETS("]"),
  BRACKETS("[]"),
  PARENTHESES("("),
  BRACES("{"),
  HALF_LINKS("[a](<b"),
  IMAGES("!["),
  LINKS((markup, i) -> markup.link("a", "b") + " "),
  REFERENCES((markup, i) -> "[a" + i + "]: b\n"),
  REFERENCES_USED((markup, i) -> i % 2 == 0 ? "[a" + i + "]: b\n\n" : "[a" + (i - 1) + "]\n\n"),
  LABELS_WITHOUT_END("[a\n"),
  REFERENCE_TITLES_WITHOUT_END("[a]: b \"\n"),
  AUTOLINKS("<http:a> "),
  FOOTNOTES((markup, i) -> "[^" + i + "] "),
  BACKTICKS("`"),
  BACKTICK_RUNS((markup, i) -> "`".repeat(i % 1_000) + "a"),
  STARS("*"),
  STARS_AND_WORDS("*a **a "),
  UNDERSCORES("_a "),
  TILDES("~~a "),
  STRONG_WORDS("**a** "),
  BACKSLASHES("\\"),
  ENTITIES("&amp;"),
  AMPERSANDS("&"),
  COLONS(":a:"),
  PIPES("|"),
  EQUALS("="),
  PLUSES("+"),
  DOLLARS("$a"),
  ANGLES("<"),

  // Paragraphs that are each a little shorter than where a reader takes them literally
  PADDED_INSTRUCTIONS(padded("<?a ", 900)),
  PADDED_COMMENTS(padded("<!-- ", 450)),
  PADDED_ATTRIBUTES(padded("<a b=\"", 900)),
  PADDED_LINKS(padded("[a](b \"", 450)),
  PADDED_STARS(padded("*a **a ", 300)),
  PADDED_BRACKETS(padded("[", 900)),

  // Elements
  UNCLOSED_PARAGRAPHS("<p>a"),
  UNCLOSED_BOLD("<b>"),
  UNCLOSED_FORMATTING("<p><b><i>"),
  UNCLOSED_LINKS("<a href=x>y"),
  UNCLOSED_HEADINGS("<h2>a"),
  UNCLOSED_ITEMS("<li>a"),
  UNCLOSED_OPTIONS("<select><option>a"),
  UNOPENED_ELEMENTS("</div>"),
  UNOPENED_PARAGRAPHS("</p>"),
  CROSSED_ELEMENTS("<b><p>a</b>"),
  CROSSED_LINKS("<a><div>a</a>"),
  MAINS("<main>a"),
  BODIES((markup, i) -> "<body x" + i + "=1>"),
  UNKNOWN_ELEMENTS((markup, i) -> "<x" + i + ">"),
  COMMENTS("<!-- "),
  CDATA("<![CDATA["),
  INSTRUCTIONS("<?a "),
  ONE_TAG("<a ", "x=1 ", ">"),
  MANY_ATTRIBUTES("<a ", (markup, i) -> "x" + i + "=1 ", ">"),
  FOREIGN_ELEMENTS("<svg><desc>"),
  TEMPLATES("<template>"),
  SCRIPTS("<script>"),
  ESCAPED_SCRIPTS("<script><!--"),
  TAGS_IN_TITLE("<title>", "<a", ""),
  END_TAGS_IN_TITLE("<title>", "</a", ""),
  END_TAGS_IN_SCRIPT("<script>", "</a ", ""),
  PLAINTEXT("<plaintext>", "<p>", ""),
  FRAMESETS("<frameset><frame>"),
  RUBIES("<ruby>a<rt>b"),
  BUTTONS("<button>a"),
  NOBRS("<nobr>a"),
  MARQUEES("<marquee><b>"),
  DEFINITIONS("<dt>a<dd>b"),
  WRONG_ENDS("<h2>a</h3>"),
  DOCTYPES("<!DOCTYPE a>"),
  QUOTES("<blockquote><p>a"),
  BREAKS("a<br>"),
  FOREIGN_TEXT("<svg><foreignObject><p>a"),
  LONG_ATTRIBUTE("<a href=\"", "&amp;", "\">a</a>"),
  DIGITS_OF_REFERENCE("&#", "1", ";"),
  LETTERS_OF_REFERENCE("&", "a", ";"),
  REFERENCES_OF_LETTERS("&aaaaaaaaaaaa"),
  NULLS("\u0000"),

  // Tables
  LONG_TABLE("|a|b|\n|-|-|\n", "|a|b|\n", ""),
  WIDE_TABLE((markup, i) -> "|a".repeat(1_000) + "\n" + (i == 0 ? "|-".repeat(1_000) + "\n" : "")),
  HEADER_ROWS("|a|b|\n|-|-|\n"),
  LONG_HTML_TABLE("<table>", "<tr><td>a<td>b\n", "</table>"),
  TEXT_IN_TABLE("<table>", "a<br>", ""),
  LINKS_IN_TABLE("<table>", "<a>a", ""),
  PARAGRAPHS_IN_TABLE("<table>", "<p>a</p>", ""),
  ELEMENTS_IN_ROWS("<table>", "<tr><p>a", ""),
  SPACES_IN_TABLE("<table>", " <tr>", ""),
  FORMS_IN_TABLE("<table>", "<form><input>", ""),
  CAPTIONS("<table>", "<caption>a", ""),
  COLUMNS("<table>", "<col>", ""),
  TABLES_IN_TABLE("<table>", "<table>", ""),

  // Front matter and what looks like it
  FIELDS("---\n", (markup, i) -> "a" + i + ": b\n", "---\nText\n"),
  FIELDS_WITHOUT_END("---\n", (markup, i) -> "a" + i + ": b\n", ""),
  LONG_FIELD("---\ntitle: ", "word ", "\n---\nText\n"),
  LIST_FIELD("---\ntags:\n", "  - a\n", "---\nText\n"),
  NESTED_FIELDS("---\n", (markup, i) -> "  ".repeat(i % 100) + "a:\n", "---\nText\n"),
  TOML_FIELDS("+++\n", (markup, i) -> "a" + i + " = \"b\"\n", "+++\nText\n"),
  RULES("---\n"),

  // Blocks of light markup
  FENCES("```\n"),
  CODE_WITHOUT_END("```\n", "# a\n", ""),
  DIRECTIVES(".. note::\n"),
  FIELD_LINES(":a: b\n"),
  DRAWERS(":PROPERTIES:\n"),
  STARTED_BLOCKS("#+BEGIN_QUOTE\n"),
  DELIMITERS("====\n"),
  GROWING_DELIMITERS((markup, i) -> "=".repeat(4 + i % 300) + "\n"),
  OVERLINES("==\nH\n==\n"),

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
  LIGHTNING(
      (markup, i) -> i == 0 ? markup.heading(2, "Lightning talks") : "- " + titleAndName(i) + "\n"),
  LIGHTNING_HEADINGS((markup, i) -> markup.heading(2, "Lightning talks") + titleAndName(i) + "\n");

  /** Writes the next of the parts that a document is made of. */
  private interface Part {
    String write(Markup markup, int index);
  }

  private static final String[] GIVEN = {"Bo", "Ada", "Mara", "Odo", "Ines"};
  private static final String[] FAMILY = {"Li", "Fenn", "Quill", "Rowan", "Marsh", "Brandt", "Ost"};

  private final String head;
  private final String tail;

  @SuppressWarnings("ImmutableEnumChecker") // no part has a state
  private final Part part;

  Shape(String unit) {
    this("", unit, "");
  }

  Shape(String head, String unit, String tail) {
    this(head, (markup, index) -> unit, tail);
  }

  Shape(Part part) {
    this("", part, "");
  }

  Shape(String head, Part part, String tail) {
    this.head = head;
    this.part = part;
    this.tail = tail;
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

  private static String name(int index) {
    return GIVEN[index % GIVEN.length] + " " + FAMILY[index % FAMILY.length];
  }

  private static String titleAndName(int index) {
    return "On Tides - " + name(index);
  }
}
