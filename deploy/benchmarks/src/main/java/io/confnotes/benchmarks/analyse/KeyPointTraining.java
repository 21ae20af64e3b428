package io.confnotes.benchmarks.analyse;

import com.fasterxml.jackson.databind.JsonNode;
import io.confnotes.summary.analyse.point.Candidate;
import io.confnotes.summary.analyse.point.Feature;
import io.confnotes.summary.analyse.point.Scoring;
import io.confnotes.summary.analyse.text.Notes;
import io.confnotes.summary.analyse.text.Passage;
import io.confnotes.summary.analyse.text.Range;
import io.confnotes.summary.analyse.text.Word;
import io.confnotes.summary.analyse.text.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Learns the weights of key points from texts with summaries: a ridge regression of how much a
 * sentence has in common with a summary, on its features; both relative to the text's other
 * sentences. No weight is negative; together they are 1.
 */
public final class KeyPointTraining {

  /** Keeps weights small and near each other where features say the same. */
  private static final double RIDGE = 100;

  private static final List<Feature> LEARNED =
      Arrays.stream(Feature.values()).filter(Feature::isLearned).toList();

  private final double[][] squares = new double[LEARNED.size()][LEARNED.size()];
  private final double[] products = new double[LEARNED.size()];

  /** Reads lines of {@code {"title", "text", "sentences", "refs"}}, and prints the weights. */
  public static void main(String[] args) throws IOException {
    KeyPointTraining training = new KeyPointTraining();
    DataSet.read(System.in).forEach(training::learn);
    training.print(System.out);
  }

  void learn(JsonNode document) {
    Notes notes = Notes.of(DataSet.talk(document), DataSet.spans(document.path("sentences")));
    List<Candidate> candidates = Scoring.candidates(notes);
    List<List<Word>> summaries = new ArrayList<>();
    for (JsonNode summary : document.path("refs")) {
      String text = summary.asText();
      summaries.add(new Words(notes.language()).in(text, new Range(0, text.length())));
    }
    double[] targets = new double[candidates.size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = likeness(candidates.get(i).passage(), summaries);
    }
    add(candidates, standard(targets));
  }

  /** What counts: two words in a row as much as can be, single words half. */
  private static double likeness(Passage passage, List<List<Word>> summaries) {
    double most = 0;
    for (List<Word> summary : summaries) {
      double likeness =
          overlap(passage.words(), summary, 2) + 0.5 * overlap(passage.words(), summary, 1);
      most = Math.max(most, likeness);
    }
    return most;
  }

  /** The harmonic mean of precision and recall of runs of words: ROUGE-N (Lin, 2004). */
  private static double overlap(List<Word> one, List<Word> other, int run) {
    Map<String, Integer> counts = runs(one, run);
    int shared = 0;
    for (Map.Entry<String, Integer> entry : runs(other, run).entrySet()) {
      shared += Math.min(entry.getValue(), counts.getOrDefault(entry.getKey(), 0));
    }
    int all = Math.max(0, one.size() - run + 1) + Math.max(0, other.size() - run + 1);
    return all == 0 ? 0 : 2.0 * shared / all;
  }

  private static Map<String, Integer> runs(List<Word> words, int run) {
    Map<String, Integer> runs = new HashMap<>();
    for (int i = 0; i + run <= words.size(); i++) {
      List<String> stems = words.subList(i, i + run).stream().map(Word::stem).toList();
      runs.merge(String.join("\t", stems), 1, Integer::sum);
    }
    return runs;
  }

  private static double[] standard(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    double deviation = variance == 0 ? 1 : Math.sqrt(variance);
    return Arrays.stream(values).map(value -> (value - mean) / deviation).toArray();
  }

  private void add(List<Candidate> candidates, double[] targets) {
    double weight = 1 / Math.sqrt(Math.max(1, targets.length));
    double[][] rows = new double[targets.length][LEARNED.size()];
    for (int feature = 0; feature < LEARNED.size(); feature++) {
      double[] values = values(candidates, LEARNED.get(feature));
      double mean = Arrays.stream(values).average().orElse(0);
      for (int row = 0; row < rows.length; row++) {
        rows[row][feature] = values[row] - mean;
      }
    }
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < LEARNED.size(); i++) {
        products[i] += weight * rows[row][i] * targets[row];
        for (int j = 0; j < LEARNED.size(); j++) {
          squares[i][j] += weight * rows[row][i] * rows[row][j];
        }
      }
    }
  }

  private static double[] values(List<Candidate> candidates, Feature feature) {
    return candidates.stream()
        .mapToDouble(candidate -> candidate.values().getOrDefault(feature, 0.0))
        .toArray();
  }

  private void print(PrintStream out) {
    weights()
        .forEach(
            (feature, weight) ->
                out.println(String.format(Locale.ROOT, "%.3f %s", weight, feature.label())));
  }

  /** What was learned; may be asked for once. */
  Map<Feature, Double> weights() {
    double[] solution = solve();
    double sum = Arrays.stream(solution).filter(weight -> weight > 0).sum();
    Map<Feature, Double> weights = new EnumMap<>(Feature.class);
    for (int i = 0; i < solution.length; i++) {
      weights.put(LEARNED.get(i), Math.max(0, solution[i]) / sum);
    }
    return weights;
  }

  /** Gauss's elimination; with the ridge, no pivot is near 0. */
  private double[] solve() {
    int size = products.length;
    for (int i = 0; i < size; i++) {
      squares[i][i] += RIDGE;
    }
    for (int pivot = 0; pivot < size; pivot++) {
      for (int row = pivot + 1; row < size; row++) {
        double factor = squares[row][pivot] / squares[pivot][pivot];
        for (int column = pivot; column < size; column++) {
          squares[row][column] -= factor * squares[pivot][column];
        }
        products[row] -= factor * products[pivot];
      }
    }
    double[] solution = new double[size];
    for (int row = size - 1; row >= 0; row--) {
      double rest = products[row];
      for (int column = row + 1; column < size; column++) {
        rest -= squares[row][column] * solution[column];
      }
      solution[row] = rest / squares[row][row];
    }
    return solution;
  }
}
