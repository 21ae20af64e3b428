package io.confnotes.summary.analyse;

/**
 * A piece of talk notes as the reader of the document saw it.
 *
 * @param kind what it is
 * @param level 1 to 6 for a heading, the depth from 1 for a list item, otherwise 0
 * @param span where it is; may include the marker of a list item, quote or heading
 */
public record Block(Kind kind, int level, Span span) {

  /** What a block is. */
  public enum Kind {
    HEADING,
    PARAGRAPH,
    LIST_ITEM,
    QUOTE,
    CODE
  }
}
