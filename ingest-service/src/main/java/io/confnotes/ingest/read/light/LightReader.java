package io.confnotes.ingest.read.light;

import io.confnotes.ingest.read.frontmatter.FrontMatter;
import io.confnotes.ingest.read.light.asciidoc.AsciiDocGrammar;
import io.confnotes.ingest.read.light.lines.LightLine;
import io.confnotes.ingest.read.light.org.OrgGrammar;
import io.confnotes.ingest.read.light.rst.RstGrammar;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.read.text.Reading;
import io.confnotes.ingest.read.text.ReadingText;
import java.util.List;

/**
 * Reads reStructuredText, Org and AsciiDoc, as far as people use them in notes: line by line, in
 * linear time, taking for text what it does not know. Any of them can begin with front matter.
 */
public final class LightReader {

  /** No document is longer; attributes must not make a reading text longer than that. */
  private static final int MOST_UNITS = 1 << 20;

  private final String source;
  private final Format format;

  /**
   * Prepares to read a source.
   *
   * @param format one of the three
   */
  public LightReader(String source, Format format) {
    this.source = source;
    this.format = format;
  }

  public Reading read() {
    ReadingText text = new ReadingText();
    FrontMatter frontMatter = FrontMatter.of(source);
    frontMatter.writeTo(text);
    List<LightLine> lines = LightLine.of(source, frontMatter.lines());
    switch (format) {
      case RESTRUCTURED_TEXT -> RstGrammar.read(lines, text);
      case ORG -> OrgGrammar.read(lines, text);
      case ASCIIDOC -> AsciiDocGrammar.read(lines, text, Math.max(0, MOST_UNITS - source.length()));
      default -> throw new IllegalArgumentException(format + " is no light markup");
    }
    return text.finish(format);
  }
}
