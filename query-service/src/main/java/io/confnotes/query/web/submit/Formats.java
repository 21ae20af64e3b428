package io.confnotes.query.web.submit;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;

/** The formats that notes can be said to be in. */
@Singleton
@Named("formats")
public final class Formats {

  private static final List<Format> ALL =
      List.of(
          new Format("text/plain", "Plain text"),
          new Format("text/markdown", "Markdown"),
          new Format("text/html", "HTML"),
          new Format("text/x-rst", "reStructuredText"),
          new Format("text/org", "Org"),
          new Format("text/asciidoc", "AsciiDoc"));

  /** A format and its name. */
  public record Format(String mediaType, String name) {}

  /** All of them, as ingest-service knows them. */
  public List<Format> all() {
    return ALL;
  }
}
