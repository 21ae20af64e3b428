package io.confnotes.summary.analyse.tag;

/** What is known of a candidate, as numbers that the ranking weighs; 0 where nothing is said. */
public enum Feature {
  /** 1 for all. */
  ONE,
  /** Logarithm of 1 + the terms that the notes mention: the more, the less likely is each. */
  TERMS,

  /** 1 for a term that the notes mention. */
  MENTIONED,
  /** Binary logarithm of the number of talks that had the term, one at least. */
  COUNT,
  /** 1 where only one talk had the term, or none. */
  RARE,
  /** Logarithm of the share of talks that mention the term. */
  COMMON,
  /** {@link #COMMON} times the logarithm of 1 + mentions: high where many talks mention it. */
  COMMON_MENTIONS,
  /** Mentions, as a share of those of the most mentioned term. */
  SHARE,
  /** 1 for the title, and the less the later the first passage that mentions the term. */
  EARLY,
  /** 1 where the title mentions it. */
  TITLE,
  /** 1 where every mention is within one of a longer term. */
  NESTED,
  /** 1 where every mention is by an alias. */
  ALIAS,
  /** 1 where no key phrase of the notes is the term. */
  NO_PHRASE,
  /** 1 for a name, which has a capital letter. */
  PROPER,
  /** 1 for a name in capital letters. */
  ACRONYM,
  /** 1 for a word that says little alone. */
  GENERAL,
  /** 1 where a narrower term is mentioned too. */
  NARROWER,
  /** 1 where a broader term is mentioned too. */
  BROADER,

  /**
   * 1 for a broader topic that is not mentioned, but implied by a term in the title or by several.
   */
  IMPLIED,
  /** Binary logarithm of the number of talks that had it. */
  IMPLIED_COUNT,
  /** Logarithm of the number of mentioned terms that imply it. */
  IMPLIED_TIMES,
  /** 1 where a term in the title implies it. */
  IMPLIED_TITLE,

  /** The score of a phrase that the vocabulary does not know. */
  PHRASE,
  /** Logarithm of 1 + its occurrences. */
  PHRASE_FREQUENCY,
  /** Logarithm of the share of talks that have it. */
  PHRASE_COMMON,
  /** 1 where it is written as a name. */
  PHRASE_NAME,
  /** 1 where it has several words. */
  PHRASE_LONG,
  /** 1 where the title has it. */
  PHRASE_TITLE,
  /** 1 where a part of it is a term. */
  PHRASE_WITH_TERM,
  /** {@link #TERMS}, for a phrase. */
  PHRASE_TERMS
}
