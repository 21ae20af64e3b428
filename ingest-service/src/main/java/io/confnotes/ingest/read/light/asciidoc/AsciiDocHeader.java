package io.confnotes.ingest.read.light.asciidoc;

import io.confnotes.ingest.read.light.lines.LightBlocks;
import io.confnotes.ingest.read.light.lines.LightLine;
import io.confnotes.ingest.read.text.Block.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first lines of an AsciiDoc document: its title, then right below it a line of authors, one
 * with the revision, and attributes. Authors write; they are not shown.
 */
final class AsciiDocHeader {

  private enum Next {
    TITLE,
    AUTHORS,
    REVISION,
    ATTRIBUTES,
    OVER
  }

  private static final String NAME = "\\p{L}[\\p{L}\\p{M}\\d_.'’-]{0,40}";
  private static final String AUTHOR =
      "(?:"
          + NAME
          + "(?: +"
          + NAME
          + "){1,2}(?: +<[^>]{1,100}>)?|"
          + NAME
          + " +<[^>]{1,100}>|\\p{Ll}[\\w.-]{0,40})";
  private static final Pattern AUTHORS = Pattern.compile(AUTHOR + "(?:; *" + AUTHOR + "){0,9}");
  private static final Pattern REVISION =
      Pattern.compile("(?:[vV]?[\\d.]{1,12},? *)?(.{0,30}\\d{4}[^:]{0,20}|)(?::.*)?");

  private final LightBlocks blocks;
  private Next next = Next.TITLE;

  AsciiDocHeader(LightBlocks blocks) {
    this.blocks = blocks;
  }

  /** Takes a line that is neither an attribute nor a comment, if it is of the header. */
  boolean take(LightLine line) {
    Next due = next;
    next = Next.OVER;
    return switch (due) {
      case TITLE -> takeTitle(line);
      case AUTHORS -> takeAuthors(line);
      case REVISION -> takeRevision(line);
      case ATTRIBUTES, OVER -> false;
    };
  }

  /** An attribute can come at any time, authors only right below the title. */
  void takeAttribute() {
    next = next == Next.TITLE || next == Next.OVER ? next : Next.ATTRIBUTES;
  }

  void takeBlank() {
    next = next == Next.TITLE ? Next.TITLE : Next.OVER;
  }

  private boolean takeTitle(LightLine line) {
    if (!line.raw().startsWith("= ")) {
      return false;
    }
    String title = AsciiDocLine.title(line.text(), 1);
    blocks.whole(Kind.HEADING, 1, title, line.number(), line.number());
    next = Next.AUTHORS;
    return true;
  }

  private boolean takeAuthors(LightLine line) {
    boolean authors = line.text().length() <= 500 && AUTHORS.matcher(line.text()).matches();
    next = authors ? Next.REVISION : Next.OVER;
    return authors;
  }

  private boolean takeRevision(LightLine line) {
    Matcher revision = REVISION.matcher(line.text());
    if (line.text().length() > 100 || !revision.matches()) {
      return false;
    }
    if (!revision.group(1).isBlank()) {
      blocks.field("date", revision.group(1).strip(), line.number());
      blocks.end();
    }
    next = Next.ATTRIBUTES;
    return true;
  }
}
