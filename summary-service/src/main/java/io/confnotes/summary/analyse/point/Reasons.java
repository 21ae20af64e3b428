package io.confnotes.summary.analyse.point;

/**
 * Why a passage ranks where it does. The score is the weighted mean of the first five, times the
 * other two.
 *
 * @param centrality how much of what the notes are about it says, 0 to 1
 * @param position how early it is, 0 to 1
 * @param title how much of the title it says, 0 to 1
 * @param cue what its wording announces, -1 to 1
 * @param emphasis how its author stressed it, 0 to 1
 * @param form whether it can stand alone, 0 to 1: length, fragments, questions, asides
 * @param depth how deep in a list it is, 0 to 1
 */
record Reasons(
    double centrality,
    double position,
    double title,
    double cue,
    double emphasis,
    double form,
    double depth) {

  private static final double CENTRALITY = 1;
  private static final double POSITION = 0.5;
  private static final double TITLE = 0.3;
  private static final double CUE = 0.35;
  private static final double EMPHASIS = 0.05;
  private static final double ALL = CENTRALITY + POSITION + TITLE + CUE + EMPHASIS;

  /** From 0 to 1. */
  double score() {
    double sum =
        CENTRALITY * centrality
            + POSITION * position
            + TITLE * title
            + CUE * cue
            + EMPHASIS * emphasis;
    return Math.max(0, sum) / ALL * form * depth;
  }
}
