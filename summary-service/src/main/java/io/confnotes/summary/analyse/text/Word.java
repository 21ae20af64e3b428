package io.confnotes.summary.analyse.text;

/**
 * A word of the reading text.
 *
 * @param start its first UTF-16 unit
 * @param end the unit after it
 * @param form what it looks like
 * @param lower in lower case, with straight apostrophes
 * @param stem what its inflected forms share; hyphens are spaces
 * @param stop whether it only serves grammar
 */
public record Word(int start, int end, Form form, String lower, String stem, boolean stop) {

  /** What a word looks like. */
  public enum Form {
    /** Letters, maybe with digits. */
    LETTERS,
    /** A number, a version, a quantity with its unit. */
    NUMBER,
    /** An address, a path, a handle. */
    ADDRESS,
    /** A piece of a text that is written without spaces. */
    PIECE
  }

  /** Whether the word says something about its subject. */
  public boolean content() {
    return !stop && (form == Form.LETTERS || form == Form.PIECE);
  }
}
