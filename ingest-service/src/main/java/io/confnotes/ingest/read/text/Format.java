package io.confnotes.ingest.read.text;

import java.util.Locale;
import java.util.Optional;

/** The formats that can be read. */
public enum Format {
  PLAIN("text/plain"),
  MARKDOWN("text/markdown", "text/x-markdown"),
  HTML("text/html", "application/xhtml+xml"),
  RESTRUCTURED_TEXT("text/x-rst", "text/prs.fallenstein.rst"),
  ORG("text/org", "text/x-org"),
  ASCIIDOC("text/asciidoc", "text/x-asciidoc");

  private final String mediaType;
  private final String alias;

  Format(String mediaType) {
    this(mediaType, mediaType);
  }

  Format(String mediaType, String alias) {
    this.mediaType = mediaType;
    this.alias = alias;
  }

  /** The media type, lower case and without parameters. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * The format that a media type stands for, also by another name that is in use for it.
   *
   * @param name in any case, with or without parameters
   */
  public static Optional<Format> ofMediaType(String name) {
    String bare = name.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    for (Format format : values()) {
      if (format.mediaType.equals(bare) || format.alias.equals(bare)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
