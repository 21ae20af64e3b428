package io.confnotes.summary.analyse;

/**
 * What one kind of evidence adds to the score of a key point.
 *
 * @param kind the kind of evidence
 * @param value what it adds, a multiple of 0.0001; negative where it speaks against the key point
 */
public record Reason(Kind kind, double value) {

  /** A kind of evidence. */
  public enum Kind {
    /** How much of what the notes are about it says. */
    CENTRALITY,
    /** How much of the title it says. */
    TITLE,
    /** How early it stands. */
    POSITION,
    /** What its wording announces: a main point, or an aside. */
    CUE,
    /** How its author stressed it: bold, an exclamation, a quotation. */
    EMPHASIS,
    /**
     * Whether it can stand alone: its length, a question, an introduction, a word that points back.
     */
    FORM,
    /** How deep in a list it stands. */
    DEPTH,
    /** How much of it better key points have said before. */
    REPETITION
  }
}
