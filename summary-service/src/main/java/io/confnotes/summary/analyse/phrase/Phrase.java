package io.confnotes.summary.analyse.phrase;

import io.confnotes.summary.analyse.text.Lexicon.Generality;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A phrase that may be a topic, and what was seen of it. */
final class Phrase {

  private static final int MAXIMUM_FORMS = 16;

  private final String key;
  private final List<Generality> generalities;
  private final List<String> lowers;
  private final int firstPassage;
  private final Map<String, Integer> forms = new LinkedHashMap<>();
  private int count;
  private int whole;
  private int free;
  private int named;
  private boolean title;
  private boolean heading;

  Phrase(String key, List<String> lowers, List<Generality> generalities, int firstPassage) {
    this.key = key;
    this.lowers = lowers;
    this.generalities = generalities;
    this.firstPassage = firstPassage;
  }

  /**
   * Counts an occurrence.
   *
   * @param form as it is written there
   * @param place where
   * @param capital whether its capitals are its own: not those of a sentence, title or heading
   * @param alone whether no other word of a phrase is beside it
   */
  void add(String form, Place place, Capital capital, boolean alone) {
    whole += alone ? 1 : 0;
    count++;
    title |= place == Place.TITLE;
    heading |= place == Place.HEADING;
    free += capital == Capital.UNSURE ? 0 : 1;
    named += capital == Capital.OWN ? 1 : 0;
    if (forms.size() < MAXIMUM_FORMS || forms.containsKey(form)) {
      forms.merge(form, capital == Capital.UNSURE ? 1 : 8, Integer::sum);
    }
  }

  /** Where a phrase stands. */
  enum Place {
    TITLE,
    HEADING,
    TEXT
  }

  /** What the capitals of an occurrence say. */
  enum Capital {
    /** It is written as a name. */
    OWN,
    /** It is written as a common noun. */
    NONE,
    /** It starts a sentence, or all around it is capitalised too. */
    UNSURE
  }

  String key() {
    return key;
  }

  List<String> lowers() {
    return lowers;
  }

  int words() {
    return lowers.size();
  }

  int count() {
    return count;
  }

  /** How often it occurs outside any longer phrase. */
  int whole() {
    return whole;
  }

  /** The share of occurrences that are not within a longer phrase. */
  double independence() {
    return (double) whole / count;
  }

  int firstPassage() {
    return firstPassage;
  }

  boolean inTitle() {
    return title;
  }

  boolean inHeading() {
    return heading;
  }

  Map<String, Integer> forms() {
    return forms;
  }

  /** The share of the telling occurrences that are written as a name; 0.5 where none tells. */
  double nameLikeness() {
    return free == 0 ? 0.5 : (double) named / free;
  }

  Generality last() {
    return generalities.getLast();
  }

  KeyPhrase toKeyPhrase(String name, double score) {
    return new KeyPhrase(
        name,
        score,
        key,
        lowers,
        count,
        independence(),
        nameLikeness(),
        title,
        heading,
        firstPassage);
  }

  /** Whether a longer phrase has its words, one behind the other. */
  boolean isWithin(Phrase longer) {
    String other = longer.key;
    int at = key.length() < other.length() ? other.indexOf(key) : -1;
    while (at >= 0) {
      int end = at + key.length();
      if ((at == 0 || other.charAt(at - 1) == ' ')
          && (end == other.length() || other.charAt(end) == ' ')) {
        return true;
      }
      at = other.indexOf(key, at + 1);
    }
    return false;
  }

  /** Whether a word of it can name a subject alone. */
  boolean isTopical() {
    return generalities.contains(Generality.TOPICAL);
  }
}
