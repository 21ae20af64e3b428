package io.confnotes.summary.analyse.point;

import io.confnotes.summary.analyse.KeyPoint;
import io.confnotes.summary.analyse.Reason;
import io.confnotes.summary.analyse.Span;
import io.confnotes.summary.analyse.text.Notes;
import io.confnotes.summary.analyse.text.Passage;
import io.confnotes.summary.analyse.text.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the passages of a talk's notes, and takes the best that don't repeat each other: maximal
 * marginal relevance (Carbonell and Goldstein, 1998) over the overlap of words.
 */
public final class KeyPoints {

  /** Only so many of the best are compared with each other. */
  private static final int POOL = 60;

  /** What shares more of its words with one better point is not taken. */
  private static final double REDUNDANT = 0.65;

  private static final double REPETITION = -0.05;

  private static final int FEW = 5;

  private static final Comparator<Chosen> BEST_FIRST =
      Comparator.comparingLong((Chosen chosen) -> chosen.score().sum())
          .reversed()
          .thenComparingInt(chosen -> chosen.candidate().order());

  private KeyPoints() {}

  /**
   * The key points of the notes, best first, at most so many and at most {@value #POOL}. Behind the
   * first few there is none that more speaks against than for.
   */
  public static List<KeyPoint> of(Notes notes, int maximum) {
    List<KeyPoint> points = new ArrayList<>();
    for (Chosen chosen : choose(pool(notes), maximum)) {
      if (points.size() < FEW || chosen.score().sum() > 0) {
        points.add(keyPoint(notes, chosen));
      }
    }
    return points;
  }

  /**
   * All passages of the notes, best first: the key points, what repeats them, and at last what
   * can't be one, in the order of the notes: headings, what only repeats the title, what has no
   * content.
   */
  public static List<Passage> ranking(Notes notes) {
    Set<Passage> ranking = new LinkedHashSet<>();
    List<Chosen> pool = pool(notes);
    choose(pool, pool.size()).forEach(chosen -> ranking.add(chosen.candidate().passage()));
    pool.forEach(chosen -> ranking.add(chosen.candidate().passage()));
    ranking.addAll(notes.passages());
    return List.copyOf(ranking);
  }

  /** A candidate with what its score is worth beside those chosen before it. */
  private record Chosen(Candidate candidate, Score score) {}

  private static List<Chosen> pool(Notes notes) {
    List<Chosen> pool = new ArrayList<>();
    for (Candidate candidate : Scoring.candidates(notes)) {
      pool.add(new Chosen(candidate, new Score(candidate)));
    }
    pool.sort(BEST_FIRST);
    return pool;
  }

  private static List<Chosen> choose(List<Chosen> pool, int maximum) {
    List<Chosen> left = new ArrayList<>(pool.subList(0, Math.min(POOL, pool.size())));
    List<Chosen> chosen = new ArrayList<>();
    double[] repeated = new double[left.size()];
    while (chosen.size() < maximum) {
      int best = -1;
      for (int i = 0; i < repeated.length; i++) {
        boolean free = repeated[i] < REDUNDANT;
        if (free && (best < 0 || BEST_FIRST.compare(left.get(i), left.get(best)) < 0)) {
          best = i;
        }
      }
      if (best < 0) {
        return chosen;
      }
      Chosen taken = left.get(best);
      chosen.add(taken);
      repeated[best] = 1;
      repeat(left, repeated, taken.candidate());
    }
    return chosen;
  }

  /** Counts against all that is left what it has in common with one that was taken. */
  private static void repeat(List<Chosen> left, double[] repeated, Candidate taken) {
    for (int i = 0; i < repeated.length; i++) {
      double overlap = repeated[i] < REDUNDANT ? left.get(i).candidate().overlap(taken) : 0;
      if (overlap > repeated[i]) {
        repeated[i] = overlap;
        left.get(i).score().set(Reason.Kind.REPETITION, REPETITION * overlap);
      }
    }
  }

  private static KeyPoint keyPoint(Notes notes, Chosen chosen) {
    Passage passage = chosen.candidate().passage();
    Span span = notes.span(passage.block(), passage.range());
    Range leadIn = passage.leadIn();
    @Nullable Span before = leadIn == null ? null : notes.spanBefore(passage.block(), leadIn);
    Score score = chosen.score();
    return new KeyPoint(passage.text(), span, before, score.value(), score.reasons());
  }
}
