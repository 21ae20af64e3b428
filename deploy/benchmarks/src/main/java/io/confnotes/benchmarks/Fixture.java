package io.confnotes.benchmarks;

import io.confnotes.ingest.read.text.Format;

/** What is measured of each format. A new format needs its line here and a {@link Markup}. */
public enum Fixture {
  PLAIN(Format.PLAIN, new PlainMarkup()),
  MARKDOWN(Format.MARKDOWN, new MarkdownMarkup()),
  HTML(Format.HTML, new HtmlMarkup()),
  RST(Format.RESTRUCTURED_TEXT, new RstMarkup()),
  ORG(Format.ORG, new OrgMarkup()),
  ASCIIDOC(Format.ASCIIDOC, new AsciidocMarkup());

  private final Format format;

  @SuppressWarnings("ImmutableEnumChecker") // no markup has a state
  private final Markup markup;

  Fixture(Format format, Markup markup) {
    this.format = format;
    this.markup = markup;
  }

  Format format() {
    return format;
  }

  Markup markup() {
    return markup;
  }
}
