package io.confnotes.summary.analyse.phrase;

import io.confnotes.summary.analyse.text.Language;
import io.confnotes.summary.analyse.text.Lexicon;
import io.confnotes.summary.analyse.text.Lexicon.Generality;
import java.util.List;

/**
 * How likely a phrase is a topic of the talk: it grows with the logarithm of its weighted
 * frequency, and with being early, in the title or a name; it shrinks with length and generality.
 */
final class PhraseScore {

  /** By the number of words. */
  private static final double PAIR = 1.0;

  private static final double TRIPLE = 0.8;
  private static final double LONGER = 0.5;

  /** For what is written as a name, and for what comes first. */
  private static final double NAME = 0.3;

  private static final double EARLY = 1.0;

  /** For what is in the title, or in a heading. */
  private static final double TITLE = 1.2;

  private static final double HEADING = 1.1;

  /** How much an occurrence within a longer phrase takes from the count. */
  private static final double NEST = 0.5;

  /** For phrases of several words that occur once: in the title, as a name, otherwise. */
  private static final double ONCE_IN_TITLE = 0.6;

  private static final double ONCE_AS_NAME = 0.9;
  private static final double ONCE = 0.4;

  /** For a word that occurs once, and within a longer phrase. */
  private static final double DEPENDENT = 0.7;

  private static final double GENERAL = 0.6;
  private static final double UNLIKELY = 0.5;

  private static final List<String> UNLIKELY_ENDINGS =
      List.of("ed", "able", "ible", "ful", "ous", "less", "er", "ers", "ive");

  private final boolean english;

  PhraseScore(Language language) {
    english = Lexicon.isEnglish(language);
  }

  /** The score of a phrase that occurs {@code within} times in one longer phrase. */
  double of(Phrase phrase, int within) {
    double alone = 1 - NEST * within / phrase.count();
    double score = StrictMath.log(1 + phrase.weight() * Math.max(alone, 0.1));
    score *= 1 + NAME * phrase.nameLikeness();
    score *= 1 + EARLY / (1 + 0.2 * phrase.firstPassage());
    score *= phrase.inTitle() ? TITLE : phrase.inHeading() ? HEADING : 1;
    return score * length(phrase) * ending(phrase);
  }

  private static double length(Phrase phrase) {
    double general = phrase.topical() == 0 ? GENERAL : 1;
    if (phrase.first() == Generality.EVERYWHERE) {
      general *= GENERAL;
    }
    if (phrase.count() == 1) {
      general *= once(phrase);
    }
    return general
        * switch (phrase.words()) {
          case 1 -> 1;
          case 2 -> PAIR;
          case 3 -> TRIPLE;
          default -> LONGER;
        };
  }

  private static double once(Phrase phrase) {
    if (phrase.words() == 1) {
      return phrase.independence() < 1 ? DEPENDENT : 1;
    }
    if (phrase.inTitle() && phrase.words() == 2) {
      return ONCE_IN_TITLE;
    }
    return phrase.nameLikeness() > 0.5 ? ONCE_AS_NAME : ONCE;
  }

  /** Some endings of English words seldom name a topic. */
  private double ending(Phrase phrase) {
    if (!english || phrase.words() > 1 || phrase.nameLikeness() > 0.5) {
      return 1;
    }
    String word = phrase.lowers().getFirst();
    return UNLIKELY_ENDINGS.stream().anyMatch(word::endsWith) ? UNLIKELY : 1;
  }
}
