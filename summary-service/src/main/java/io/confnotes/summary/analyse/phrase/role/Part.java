package io.confnotes.summary.analyse.phrase.role;

/** What a word does in a phrase. */
public enum Part {
  /** It can end one. */
  NOUN,
  /** It can be in one, before a noun. */
  MODIFIER,
  /** It is in none. */
  OUTSIDE
}
