package io.confnotes.summary.analyse.point;

import io.confnotes.summary.analyse.Block.Kind;
import io.confnotes.summary.analyse.text.Language;
import io.confnotes.summary.analyse.text.Passage;
import io.confnotes.summary.analyse.text.Word;
import io.confnotes.summary.analyse.text.WordList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measures what the wording and shape of a passage say, whatever the notes are about. */
final class Form {

  private static final Set<String> POINTING = WordList.words("pointing.txt");
  private static final Set<String> CONNECTIVES = WordList.words("connectives.txt");
  private static final Set<String> OWN = WordList.words("own.txt");

  /** A passage of so many words is long enough to say something. */
  static final int SENTENCE = 9;

  /** Items are short by nature: a missing word counts half. */
  private static final double MISSING_IN_ITEM = 0.5;

  /** The subject of a sentence is among its first words. */
  private static final int SUBJECT = 4;

  private static final int DEEPEST = 4;

  private final Cues cues;

  Form(Language language) {
    this.cues = Cues.of(language);
  }

  void measure(Passage passage, Map<Feature, Double> values) {
    List<Word> words = passage.words();
    double cue = cues.weigh(words) / Cues.MOST;
    values.put(Feature.CUE, Math.max(0, cue));
    values.put(Feature.ASIDE, isBracketed(passage.text()) ? 1.0 : Math.max(0, -cue));
    values.put(Feature.OWN, speaksOfOwn(words) ? 1.0 : 0);
    values.put(Feature.BRIEF, brevity(passage));
    values.put(Feature.EMPHASIS, isStressed(passage) ? 1.0 : 0);
    values.put(Feature.POINTING, pointsBack(words) ? 1.0 : 0);
    boolean question = endsWith(passage, "?？؟");
    values.put(Feature.QUESTION, question ? 1.0 : 0);
    values.put(Feature.INTRODUCTION, passage.introduces() && !question ? 1.0 : 0);
    values.put(Feature.DEPTH, depth(passage));
  }

  /** {@code We propose}, {@code In this work, we}; but not {@code the tools that we have}. */
  private static boolean speaksOfOwn(List<Word> words) {
    return words.stream().limit(SUBJECT).anyMatch(word -> OWN.contains(word.lower()));
  }

  private static boolean isBracketed(String text) {
    char first = text.charAt(0);
    int close = text.indexOf(first == '(' ? ')' : first == '（' ? '）' : first == '[' ? ']' : '\0');
    return close >= 0 && close >= text.length() - 2;
  }

  private static double brevity(Passage passage) {
    double missing = Math.max(0, SENTENCE - passage.words().size());
    double part = passage.kind() == Kind.LIST_ITEM ? MISSING_IN_ITEM : 1;
    return part * missing / SENTENCE;
  }

  private static boolean isStressed(Passage passage) {
    String text = passage.text();
    return passage.kind() == Kind.QUOTE
        || text.indexOf("**") < text.lastIndexOf("**") - 1
        || endsWith(passage, "!！");
  }

  /** {@code This is}, {@code But it has}, but not {@code This talk}. */
  private static boolean pointsBack(List<Word> words) {
    int first = 0;
    while (first < words.size() && CONNECTIVES.contains(words.get(first).lower())) {
      first++;
    }
    boolean pointing = first < words.size() && POINTING.contains(words.get(first).lower());
    return pointing && (first + 1 == words.size() || !words.get(first + 1).content());
  }

  private static boolean endsWith(Passage passage, String characters) {
    return characters.indexOf(passage.source().charAt(passage.range().end() - 1)) >= 0;
  }

  private static double depth(Passage passage) {
    int level = passage.kind() == Kind.LIST_ITEM ? Math.clamp(passage.level(), 1, DEEPEST) : 1;
    return (level - 1.0) / (DEEPEST - 1);
  }
}
