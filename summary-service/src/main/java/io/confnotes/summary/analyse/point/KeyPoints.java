package io.confnotes.summary.analyse.point;

import io.confnotes.summary.analyse.Block.Kind;
import io.confnotes.summary.analyse.KeyPoint;
import io.confnotes.summary.analyse.Span;
import io.confnotes.summary.analyse.text.Notes;
import io.confnotes.summary.analyse.text.Passage;
import io.confnotes.summary.analyse.text.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the passages of a talk's notes, and takes the best that don't repeat each other: maximal
 * marginal relevance (Carbonell and Goldstein, 1998) over weighted word overlap.
 */
public final class KeyPoints {

  /** Only so many of the best are compared with each other. */
  private static final int POOL = 60;

  private static final double REDUNDANT = 0.65;
  private static final double NOVELTY = 0.4;

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble(Candidate::score).reversed().thenComparingInt(Candidate::order);

  private KeyPoints() {}

  /** The key points of the notes, best first, at most so many. */
  public static List<KeyPoint> of(Notes notes, int maximum) {
    List<Candidate> pool = new Scoring(notes).candidates();
    pool.sort(BEST_FIRST);
    List<KeyPoint> points = new ArrayList<>();
    for (Chosen chosen : choose(pool.subList(0, Math.min(POOL, pool.size())), maximum)) {
      points.add(keyPoint(notes, chosen));
    }
    return points;
  }

  /** A candidate with what its score is worth beside those chosen before it. */
  private record Chosen(Candidate candidate, double value) {}

  private static List<Chosen> choose(List<Candidate> pool, int maximum) {
    List<Candidate> left = new ArrayList<>(pool);
    List<Chosen> chosen = new ArrayList<>();
    while (chosen.size() < maximum && !left.isEmpty()) {
      @Nullable Candidate best = null;
      double most = 0;
      for (Candidate candidate : left) {
        double repeated = repeated(candidate, chosen);
        double value = candidate.score() * (1 - NOVELTY * repeated);
        if (repeated < REDUNDANT && (best == null || value > most)) {
          best = candidate;
          most = value;
        }
      }
      if (best == null) {
        return chosen;
      }
      chosen.add(new Chosen(best, most));
      left.remove(best);
    }
    return chosen;
  }

  private static double repeated(Candidate candidate, List<Chosen> chosen) {
    double most = 0;
    for (Chosen other : chosen) {
      most = Math.max(most, candidate.overlap(other.candidate()));
    }
    return most;
  }

  private static KeyPoint keyPoint(Notes notes, Chosen chosen) {
    Passage passage = chosen.candidate().passage();
    Span span = notes.span(passage.block(), passage.range());
    Range leadIn = passage.leadIn();
    @Nullable Span before = leadIn == null ? null : notes.spanBefore(passage.block(), leadIn);
    double score = (double) Math.round(chosen.value() * 10_000) / 10_000;
    return new KeyPoint(passage.text(), span, before, score);
  }

  /** Whether passages of a kind can be key points. */
  static boolean isSaid(Kind kind) {
    return kind != Kind.HEADING && kind != Kind.CODE;
  }
}
