package io.confnotes.summary.analyse.phrase;

import io.confnotes.summary.analyse.phrase.role.Roles;
import io.confnotes.summary.analyse.text.Notes;

/**
 * How likely a phrase is one that a reader would name as a key phrase: a logistic model. What
 * counts, after Witten and others (KEA, 1999), Hulth (2003) and El-Beltagy and Rafea (KP-Miner,
 * 2009): how often and how early a phrase occurs, whether it stands for itself or only within a
 * longer one, whether it has several words, and how general its words are.
 */
final class PhraseScore {

  private static final double BIAS = -0.7;

  /** For the logarithm of the frequency: one word is repeated more easily than several. */
  private static final double FREQUENCY = 1.1;

  private static final double FREQUENCY_OF_WORD = 0.5;

  /** How much an occurrence within longer phrases counts, of those outside the most frequent. */
  private static final double WITHIN = 0.5;

  /** For what occurs only within longer phrases; the more so where that is always the same one. */
  private static final double DEPENDENT = -1.2;

  private static final double PART = -0.5;

  private static final double WORD = -0.6;
  private static final double NAME = 1.0;

  /** For the logarithm of the number of the first passage. */
  private static final double LATE = -0.4;

  private static final double TITLE = 0.3;

  /** For what is not repeated, and for the number of passages that are long for that. */
  private static final double ONCE = -0.5;

  private static final double LONG = 30;

  /** For last words that many subjects share, and for phrases without any word of a subject. */
  private static final double LAST_EVERYWHERE = -0.75;

  private static final double LAST_GENERIC = -0.2;
  private static final double GENERAL = -0.5;
  private static final double GENERAL_WORD = -1.3;

  /** For several words that occur once, where no grammar says that they belong together. */
  private static final double UNSURE = -1.5;

  private final boolean grammar;
  private final double once;

  PhraseScore(Notes notes) {
    grammar = Roles.hasGrammar(notes.language());
    once = ONCE * StrictMath.log(1 + notes.passages().size() / LONG);
  }

  /** The score, from 0 to 1, of a phrase that occurs {@code within} times in one longer phrase. */
  double of(Phrase phrase, int within) {
    double sum = BIAS + occurrences(phrase, within) + place(phrase) + generality(phrase);
    sum += phrase.count() == 1 ? once : 0;
    if (phrase.words() == 1) {
      sum += WORD + (phrase.nameLikeness() > 0.5 ? NAME : 0);
    } else if (!grammar && phrase.count() == 1) {
      sum += UNSURE;
    }
    return 1 / (1 + StrictMath.exp(-sum));
  }

  private static double occurrences(Phrase phrase, int within) {
    int others = Math.max(0, phrase.count() - phrase.whole() - within);
    boolean commonWord = phrase.words() == 1 && phrase.nameLikeness() <= 0.5;
    double count = phrase.whole() + (commonWord ? 0 : WITHIN * others);
    double weight = commonWord ? FREQUENCY_OF_WORD : FREQUENCY;
    return weight * StrictMath.log(1 + count) + dependence(phrase, others);
  }

  private static double dependence(Phrase phrase, int others) {
    return phrase.whole() > 0 ? 0 : others > 0 ? DEPENDENT : DEPENDENT + PART;
  }

  private static double place(Phrase phrase) {
    double late = LATE * StrictMath.log(Math.max(1, phrase.firstPassage()));
    return late + (phrase.inTitle() ? TITLE : 0);
  }

  private static double generality(Phrase phrase) {
    if (phrase.words() == 1) {
      return phrase.isTopical() ? 0 : GENERAL_WORD;
    }
    double sum = phrase.isTopical() ? 0 : GENERAL;
    return switch (phrase.last()) {
      case EVERYWHERE -> sum + LAST_EVERYWHERE;
      case GENERIC -> sum + LAST_GENERIC;
      case TOPICAL, WEAK -> sum;
    };
  }
}
