package io.confnotes.ingest.read.text;

import java.util.Locale;

/**
 * A heading, paragraph, list item, quote or code block of a document.
 *
 * @param kind what it is
 * @param level 1 to 6 for a heading, the depth from 1 for a list item, else 0
 * @param span its text within the reading text, without the white space around it
 * @param firstLine first line in the source, from 1
 * @param lastLine last line in the source, at least {@code firstLine}
 */
public record Block(Kind kind, int level, Span span, int firstLine, int lastLine) {

  /** What a block is. */
  public enum Kind {
    HEADING,
    PARAGRAPH,
    LIST_ITEM,
    QUOTE,
    CODE;

    /** The name as answers and records spell it: {@code list-item}. */
    public String spelling() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Block {
    if (level < 0 || (kind == Kind.HEADING && (level < 1 || level > 6))) {
      throw new IllegalArgumentException("No block of kind " + kind + " has level " + level);
    }
    if (firstLine < 1 || lastLine < firstLine) {
      throw new IllegalArgumentException(
          "A block needs 1 <= firstLine <= lastLine, not " + firstLine + " and " + lastLine);
    }
  }
}
