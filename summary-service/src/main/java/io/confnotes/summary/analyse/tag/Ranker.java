package io.confnotes.summary.analyse.tag;

import io.confnotes.summary.analyse.text.WordList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks candidates by logistic regression: how likely each is a tag that its speaker would give the
 * talk. Immutable, thread-safe.
 */
public final class Ranker {

  private static final String WEIGHTS = "tag/weights.tsv";

  private static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparingDouble(Ranked::probability)
          .reversed()
          .thenComparing(ranked -> ranked.candidate().slug());

  private final Features weights = new Features();

  /** A ranker with a weight for each feature, 0 where there is none. */
  public Ranker(Map<Feature, Double> weights) {
    weights.forEach(this.weights::set);
  }

  /** The ranker that comes with the analyser. */
  public static Ranker trained() {
    Map<Feature, Double> weights = new HashMap<>();
    for (String line : WordList.lines(WEIGHTS)) {
      List<String> columns = List.of(line.split("\t", -1));
      weights.put(Feature.valueOf(columns.get(0)), Double.valueOf(columns.get(1)));
    }
    return new Ranker(weights);
  }

  /** The candidates, the likeliest first. */
  public List<Ranked> rank(List<Candidate> candidates) {
    List<Ranked> ranked = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates) {
      ranked.add(new Ranked(candidate, probability(candidate)));
    }
    ranked.sort(BEST_FIRST);
    return ranked;
  }

  private double probability(Candidate candidate) {
    return 1 / (1 + StrictMath.exp(-candidate.features().times(weights)));
  }

  /**
   * A candidate with its rank.
   *
   * @param candidate what was ranked
   * @param probability that it is a tag of the talk, from 0 to 1
   */
  public record Ranked(Candidate candidate, double probability) {}
}
