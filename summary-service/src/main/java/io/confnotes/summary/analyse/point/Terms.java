package io.confnotes.summary.analyse.point;

import io.confnotes.summary.analyse.Block.Kind;
import io.confnotes.summary.analyse.text.Lexicon;
import io.confnotes.summary.analyse.text.Notes;
import io.confnotes.summary.analyse.text.Passage;
import io.confnotes.summary.analyse.text.Word;
import java.util.HashMap;
import java.util.Map;

/**
 * How much each word weighs in the notes of a talk: it grows with the logarithm of its frequency,
 * which counts more in title and headings, and shrinks with how general the word is.
 */
final class Terms {

  private static final double TITLE = 3;
  private static final double HEADING = 1.5;

  private final Map<String, Double> counts = new HashMap<>();
  private final Map<String, Double> weights = new HashMap<>();
  private final Lexicon lexicon;

  Terms(Notes notes) {
    lexicon = Lexicon.of(notes.language());
    count(notes.title(), TITLE);
    for (Passage passage : notes.passages()) {
      count(passage, passage.kind() == Kind.HEADING ? HEADING : 1);
    }
  }

  private void count(Passage passage, double times) {
    for (Word word : passage.words()) {
      if (word.content()) {
        counts.merge(word.stem(), times, Double::sum);
      }
    }
  }

  /** The weight of a content word. */
  double weight(Word word) {
    Double known = weights.get(word.stem());
    if (known != null) {
      return known;
    }
    double frequency = StrictMath.log(1 + counts.getOrDefault(word.stem(), 0.0));
    double weight = frequency * generality(word);
    weights.put(word.stem(), weight);
    return weight;
  }

  private double generality(Word word) {
    return switch (lexicon.of(word.lower())) {
      case TOPICAL -> 1;
      case GENERIC -> 0.8;
      case EVERYWHERE -> 0.4;
      case WEAK -> 0.4;
    };
  }
}
