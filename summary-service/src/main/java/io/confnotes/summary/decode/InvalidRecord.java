package io.confnotes.summary.decode;

/**
 * A member of a record has a value that the contract excludes. The message names it, not its value.
 */
final class InvalidRecord extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  InvalidRecord(String member) {
    super(member);
  }
}
