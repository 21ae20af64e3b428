package io.confnotes.ingest.read.text;

/** The formats that can be read. */
public enum Format {
  PLAIN("text/plain"),
  MARKDOWN("text/markdown"),
  HTML("text/html");

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The media type, lower case and without parameters. */
  public String mediaType() {
    return mediaType;
  }
}
