package io.confnotes.summary.analyse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a talk said, in the words of its notes.
 *
 * @param text the slice of the reading text that {@code span} names
 * @param span where it is said
 * @param leadIn the line before a list that the key point, an item of it, needs to be understood
 * @param score from 0 to 1, a multiple of 0.0001; comparable within one talk
 * @param reasons what made the score: each kind at most once, in the order of the kinds, none that
 *     adds nothing. The score is their sum, cut to its range
 */
public record KeyPoint(
    String text, Span span, @Nullable Span leadIn, double score, List<Reason> reasons) {

  /** Copies the list. */
  public KeyPoint {
    reasons = List.copyOf(reasons);
  }
}
