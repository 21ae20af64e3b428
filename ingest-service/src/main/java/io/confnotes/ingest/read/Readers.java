package io.confnotes.ingest.read;

import io.confnotes.ingest.read.detect.FormatDetector;
import io.confnotes.ingest.read.html.HtmlReader;
import io.confnotes.ingest.read.light.LightReader;
import io.confnotes.ingest.read.markdown.MarkdownReader;
import io.confnotes.ingest.read.plain.PlainReader;
import io.confnotes.ingest.read.text.Format;
import io.confnotes.ingest.read.text.Reading;

/** The way into this package. */
public final class Readers {

  private Readers() {}

  /**
   * Reads a decoded source as what its content shows it to be. Any text can be read, no text is
   * refused. Takes time and memory linear in the length of the source.
   *
   * @param source the text, with or without a byte order mark
   * @param hint what the sender says it is; {@link Reading#format} is what it was read as
   */
  public static Reading read(String source, Format hint) {
    String text = withoutByteOrderMark(source);
    return readAs(text, FormatDetector.detect(text, hint));
  }

  /** Reads a decoded source as what it is said to be. */
  public static Reading readAs(String source, Format format) {
    String text = withoutByteOrderMark(source);
    return switch (format) {
      case PLAIN -> new PlainReader(text).read();
      case MARKDOWN -> new MarkdownReader(text).read();
      case HTML -> HtmlReader.read(text);
      case RESTRUCTURED_TEXT, ORG, ASCIIDOC -> new LightReader(text, format).read();
    };
  }

  private static String withoutByteOrderMark(String source) {
    return source.startsWith("\uFEFF") ? source.substring(1) : source;
  }
}
