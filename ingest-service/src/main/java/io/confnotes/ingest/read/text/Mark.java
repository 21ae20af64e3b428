package io.confnotes.ingest.read.text;

/**
 * What the markup said about a stretch of the reading text, kept because the reading text no longer
 * shows it.
 *
 * @param kind what was said
 * @param span the stretch; marks may contain each other
 * @param target the address of a link, the key of a field, else empty
 */
public record Mark(Kind kind, Span span, String target) {

  /** What markup can say. */
  public enum Kind {
    STRONG,
    EMPHASIS,
    LINK,
    /** A value of the document's front matter. */
    FIELD,
    /** A heading that nothing but its shape marks as one. */
    INFERRED
  }
}
