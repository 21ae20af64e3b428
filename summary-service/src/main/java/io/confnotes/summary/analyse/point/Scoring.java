package io.confnotes.summary.analyse.point;

import io.confnotes.summary.analyse.Block.Kind;
import io.confnotes.summary.analyse.text.Notes;
import io.confnotes.summary.analyse.text.Passage;
import io.confnotes.summary.analyse.text.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the reasons for and against each passage. */
final class Scoring {

  private static final Set<String> ANAPHORA =
      Set.of(
          "this", "that", "these", "those", "it", "it's", "they", "they're", "he", "she", "he's",
          "she's", "which", "but", "and", "so", "or", "then", "also", "however", "there", "its",
          "their", "his", "her", "him", "them", "instead", "such");

  /** Keeps single weighty words from being the most central passages. */
  private static final int PADDING = 1;

  /** From 0, the longest passage is the most central, to 1, the one with the weightiest words. */
  private static final double DAMPING = 0.7;

  private static final double ANAPHORIC = 0.7;

  private final Notes notes;
  private final Terms terms;
  private final Cues cues;
  private final Set<String> titleStems = new HashSet<>();
  private final Set<String> speakers;
  private double titleWeight;

  Scoring(Notes notes) {
    this.notes = notes;
    this.terms = new Terms(notes);
    this.cues = Cues.of(notes.language());
    this.speakers = notes.speakerWords();
    for (Word word : notes.title().words()) {
      if (word.content() && titleStems.add(word.stem())) {
        titleWeight += terms.weight(word);
      }
    }
  }

  /** What may become a key point; headings only where there is nothing else. */
  List<Candidate> candidates() {
    List<Passage> said = said();
    boolean headingsOnly = said.isEmpty();
    List<Passage> passages = headingsOnly ? notes.passages() : said;
    double[] centralities = new double[passages.size()];
    double most = 0;
    for (int i = 0; i < centralities.length; i++) {
      centralities[i] = centrality(passages.get(i));
      most = Math.max(most, centralities[i]);
    }
    List<Candidate> candidates = new ArrayList<>(centralities.length);
    for (int i = 0; i < centralities.length; i++) {
      if (centralities[i] > 0) {
        double position = position(i, centralities.length, passages.get(i));
        candidates.add(candidate(passages.get(i), i, centralities[i] / most, position));
      }
    }
    return candidates;
  }

  private List<Passage> said() {
    return notes.passages().stream()
        .filter(passage -> KeyPoints.isSaid(passage.kind()) && !isKnown(passage))
        .toList();
  }

  /** Whether a passage is the title or names a speaker, and says nothing else. */
  private boolean isKnown(Passage passage) {
    List<Word> content = passage.words().stream().filter(Word::content).toList();
    return !content.isEmpty()
        && (content.stream().allMatch(word -> titleStems.contains(word.stem()))
            || content.stream().allMatch(word -> speakers.contains(word.lower())));
  }

  /** The weight of the distinct content words, damped by their number. */
  private double centrality(Passage passage) {
    double sum = 0;
    Map<String, Double> weights = weights(passage);
    for (double weight : weights.values()) {
      sum += weight;
    }
    return sum / StrictMath.pow(weights.size() + PADDING, DAMPING);
  }

  private static double position(int order, int count, Passage passage) {
    double early = 1.0 / (1 + 0.25 * order);
    double last = order == count - 1 ? 0.2 : 0;
    double opening = passage.first() && passage.kind() == Kind.PARAGRAPH ? 0.2 : 0;
    return Math.min(1, early * 0.8 + last + opening);
  }

  private Candidate candidate(Passage passage, int order, double centrality, double position) {
    Map<String, Double> weights = weights(passage);
    double title = 0;
    for (Map.Entry<String, Double> word : weights.entrySet()) {
      title += titleStems.contains(word.getKey()) ? word.getValue() : 0;
    }
    Reasons reasons =
        new Reasons(
            centrality,
            position,
            titleWeight == 0 ? 0 : title / titleWeight,
            cues.weigh(passage.words()) / 3,
            emphasis(passage),
            form(passage),
            passage.kind() == Kind.LIST_ITEM ? 1.0 / (1 + 0.1 * (passage.level() - 1)) : 1);
    return new Candidate(passage, order, reasons, weights);
  }

  private Map<String, Double> weights(Passage passage) {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (Word word : passage.words()) {
      if (word.content()) {
        weights.putIfAbsent(word.stem(), terms.weight(word));
      }
    }
    return weights;
  }

  private static double emphasis(Passage passage) {
    String text = passage.text();
    boolean marked = text.contains("**") || text.contains("__") || text.endsWith("!");
    return marked || passage.kind() == Kind.QUOTE ? 1 : 0;
  }

  private static double form(Passage passage) {
    String text = passage.text();
    char first = text.charAt(0);
    char last = text.charAt(text.length() - 1);
    double form = length(passage.words().size(), passage.kind());
    if (first == '(' && (last == ')' || text.indexOf(')') >= text.length() - 2)) {
      form *= 0.3;
    }
    if (last == '?' || last == '？') {
      form *= 0.6;
    }
    if (last == ':' || last == '：') {
      form *= 0.4;
    }
    if (refersBack(passage.words())) {
      form *= ANAPHORIC;
    }
    return form;
  }

  /** {@code This is}, {@code It has}, but not {@code This talk}. */
  private static boolean refersBack(List<Word> words) {
    boolean pointing = !words.isEmpty() && ANAPHORA.contains(words.getFirst().lower());
    return pointing && (words.size() == 1 || !words.get(1).content());
  }

  private static double length(int words, Kind kind) {
    double item = kind == Kind.LIST_ITEM ? 0.1 : 0;
    if (words < 3) {
      return 0.4 + item;
    }
    if (words < 6) {
      return 0.65 + item;
    }
    return words < 9 ? 0.85 + item : words > 60 ? 0.8 : 1;
  }
}
