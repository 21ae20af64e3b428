package io.confnotes.summary.analyse.point;

import io.confnotes.summary.analyse.Block.Kind;
import io.confnotes.summary.analyse.text.Notes;
import io.confnotes.summary.analyse.text.Passage;
import io.confnotes.summary.analyse.text.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measures the {@link Feature}s of the passages of a talk's notes. */
public final class Scoring {

  /** Keeps a few weighty words from being the densest passage. */
  private static final int PADDING = 3;

  /** From 0, the longest passage is the densest, to 1, the one with the weightiest words. */
  private static final double DAMPING = 0.7;

  private final Notes notes;
  private final Terms terms;
  private final Form form;
  private final Set<String> titleStems = new HashSet<>();
  private final Set<String> speakers;
  private final List<Passage> passages;
  private final List<Map<String, Double>> weights = new ArrayList<>();
  private final Map<String, Integer> frequencies = new HashMap<>();
  private double titleWeight;

  private Scoring(Notes notes) {
    this.notes = notes;
    this.terms = new Terms(notes);
    this.form = new Form(notes.language());
    this.speakers = notes.speakerWords();
    for (Word word : notes.title().words()) {
      if (word.content() && titleStems.add(word.stem())) {
        titleWeight += terms.weight(word);
      }
    }
    List<Passage> said = said();
    this.passages = said.isEmpty() ? notes.passages() : said;
    for (Passage passage : passages) {
      Map<String, Double> weighed = weigh(passage);
      weights.add(weighed);
      weighed.keySet().forEach(word -> frequencies.merge(word, 1, Integer::sum));
    }
  }

  /**
   * What may become a key point, in order: passages with content; headings only where there is
   * nothing else.
   */
  public static List<Candidate> candidates(Notes notes) {
    return new Scoring(notes).candidates();
  }

  private List<Candidate> candidates() {
    double[] densities = relative(weights.stream().mapToDouble(Scoring::density).toArray());
    double[] connections = relative(weights.stream().mapToDouble(this::connection).toArray());
    double[] subjects = relative(weights.stream().mapToDouble(Scoring::heaviest).toArray());
    double[] titles = weights.stream().mapToDouble(this::title).toArray();
    boolean titled = Arrays.stream(titles).anyMatch(title -> title > 0);
    List<Candidate> candidates = new ArrayList<>(passages.size());
    for (int i = 0; i < passages.size(); i++) {
      Set<String> words = weights.get(i).keySet();
      if (!words.isEmpty()) {
        Map<Feature, Double> values = new EnumMap<>(Feature.class);
        values.put(Feature.DENSITY, densities[i]);
        values.put(Feature.CONNECTION, connections[i]);
        values.put(Feature.SUBJECT, subjects[i]);
        values.put(Feature.TITLE, titles[i]);
        values.put(Feature.TITULAR, titular(words));
        position(i, titled, values);
        form.measure(passages.get(i), values);
        candidates.add(new Candidate(passages.get(i), i, values, words));
      }
    }
    return candidates;
  }

  private List<Passage> said() {
    return notes.passages().stream()
        .filter(passage -> isSaid(passage.kind()) && !isKnown(passage))
        .toList();
  }

  private static boolean isSaid(Kind kind) {
    return kind != Kind.HEADING && kind != Kind.CODE;
  }

  /** Whether a passage is the title or names a speaker, and says nothing else. */
  private boolean isKnown(Passage passage) {
    List<Word> content = passage.words().stream().filter(Word::content).toList();
    return !content.isEmpty()
        && (content.stream().allMatch(word -> titleStems.contains(word.stem()))
            || content.stream().allMatch(word -> speakers.contains(word.lower())));
  }

  private Map<String, Double> weigh(Passage passage) {
    Map<String, Double> weighed = new LinkedHashMap<>();
    for (Word word : passage.words()) {
      if (word.content()) {
        weighed.putIfAbsent(word.stem(), terms.weight(word));
      }
    }
    return weighed;
  }

  private static double density(Map<String, Double> weighed) {
    double sum = 0;
    for (double weight : weighed.values()) {
      sum += weight;
    }
    return sum / StrictMath.pow(weighed.size() + PADDING, DAMPING);
  }

  /**
   * Its degree in the graph of passages that share words (as in LexRank, Erkan and Radev, 2004).
   */
  private double connection(Map<String, Double> weighed) {
    double sum = 0;
    for (Map.Entry<String, Double> word : weighed.entrySet()) {
      sum += word.getValue() * (frequencies.getOrDefault(word.getKey(), 1) - 1);
    }
    return sum / Math.sqrt(weighed.size() + PADDING);
  }

  private static double heaviest(Map<String, Double> weighed) {
    double most = 0;
    for (double weight : weighed.values()) {
      most = Math.max(most, weight);
    }
    return most;
  }

  private double title(Map<String, Double> weighed) {
    double sum = 0;
    for (Map.Entry<String, Double> word : weighed.entrySet()) {
      sum += titleStems.contains(word.getKey()) ? word.getValue() : 0;
    }
    return titleWeight == 0 ? 0 : sum / titleWeight;
  }

  private double titular(Set<String> words) {
    int shared = 0;
    for (String word : words) {
      shared += titleStems.contains(word) ? 1 : 0;
    }
    return (double) shared / (words.size() + PADDING);
  }

  private static double[] relative(double[] values) {
    double most = Arrays.stream(values).max().orElse(0);
    return Arrays.stream(values).map(value -> most == 0 ? 0 : value / most).toArray();
  }

  /** Without a title that says what the notes are about, their beginning does. */
  private void position(int order, boolean titled, Map<Feature, Double> values) {
    Passage passage = passages.get(order);
    double before = passages.size() < 2 ? 1 : 1 - (double) order / (passages.size() - 1);
    values.put(Feature.EARLY, 1 / (1 + 0.25 * order));
    values.put(Feature.BEFORE, before);
    values.put(Feature.OPENING, passage.first() && passage.kind() == Kind.PARAGRAPH ? 1.0 : 0);
    values.put(Feature.UNTITLED, titled ? 0.0 : before);
  }
}
