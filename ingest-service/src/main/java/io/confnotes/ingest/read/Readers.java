package io.confnotes.ingest.read;

import io.confnotes.ingest.read.html.HtmlReader;
import io.confnotes.ingest.read.markdown.MarkdownReader;
import io.confnotes.ingest.read.plain.PlainReader;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.read.text.Reading;

/** The way into this package. */
public final class Readers {

  private Readers() {}

  /**
   * Reads a decoded source. Any text can be read, no text is refused. Takes time and memory linear
   * in the length of the source.
   *
   * @param source the text, with or without a byte order mark
   * @param format what to read it as
   */
  public static Reading read(String source, Format format) {
    String text = source.startsWith("\uFEFF") ? source.substring(1) : source;
    return switch (format) {
      case PLAIN -> new PlainReader(text).read();
      case MARKDOWN -> new MarkdownReader(text).read();
      case HTML -> HtmlReader.read(text);
    };
  }
}
