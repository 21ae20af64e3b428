package io.confnotes.summary.analyse.point;

import io.confnotes.summary.analyse.Reason;
import io.confnotes.summary.analyse.text.WordList;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * What is measured of a passage, 0 to 1, the reason it counts for, and its weight. Those above
 * {@link #UNTITLED} are learned from summaries; their weights are positive and sum up to 1. The
 * others are what notes have and texts with summaries don't; their weights are set by hand.
 */
public enum Feature {
  /** The mean weight of its words, damped: a long passage may have a smaller mean. */
  DENSITY(Reason.Kind.CENTRALITY),
  /** How many other passages share its words. */
  CONNECTION(Reason.Kind.CENTRALITY),
  /** The weight of its weightiest word. */
  SUBJECT(Reason.Kind.CENTRALITY),
  /** The share of the title that it says. */
  TITLE(Reason.Kind.TITLE),
  /** The share of it that the title says. */
  TITULAR(Reason.Kind.TITLE),
  /** How few passages stand before it. */
  EARLY(Reason.Kind.POSITION),
  /** The share of the passages that stand after it. */
  BEFORE(Reason.Kind.POSITION),
  /** Whether it opens a paragraph. */
  OPENING(Reason.Kind.POSITION),
  /** Whether its wording announces a main point. */
  CUE(Reason.Kind.CUE),
  /** Whether it speaks of what the speakers did themselves: we, our. */
  OWN(Reason.Kind.CUE),
  /** {@link #BEFORE}, where the title says nothing of the notes. */
  UNTITLED(Reason.Kind.POSITION),
  /** Whether its wording or brackets announce an aside. */
  ASIDE(Reason.Kind.CUE),
  /** Whether its author stressed it. */
  EMPHASIS(Reason.Kind.EMPHASIS),
  /** How many words it lacks to be as long as a sentence of {@value Form#SENTENCE} words. */
  BRIEF(Reason.Kind.FORM),
  /** Whether it starts with a word that points back. */
  POINTING(Reason.Kind.FORM),
  /** Whether it asks. */
  QUESTION(Reason.Kind.FORM),
  /** Whether it only introduces what follows. */
  INTRODUCTION(Reason.Kind.FORM),
  /** How deep in a list it stands. */
  DEPTH(Reason.Kind.DEPTH);

  private static final Map<Feature, Double> WEIGHTS = read();

  private final Reason.Kind reason;

  Feature(Reason.Kind reason) {
    this.reason = reason;
  }

  private static Map<Feature, Double> read() {
    Map<Feature, Double> weights = new EnumMap<>(Feature.class);
    for (String line : WordList.lines("key-point-weights.txt")) {
      int space = line.indexOf(' ');
      Feature feature = valueOf(line.substring(space + 1).toUpperCase(Locale.ROOT));
      weights.put(feature, Double.valueOf(line.substring(0, space)));
    }
    return weights;
  }

  /** What it is called in the file of weights. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether its weight is learned. */
  public boolean isLearned() {
    return compareTo(UNTITLED) < 0;
  }

  Reason.Kind reason() {
    return reason;
  }

  double weight() {
    return WEIGHTS.getOrDefault(this, 0.0);
  }
}
