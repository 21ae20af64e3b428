package io.confnotes.summary.analyse.phrase.role;

import io.confnotes.summary.analyse.text.WordList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an English word is by itself: by lists of common words, otherwise by its ending. */
final class EnglishWords {

  /** What a word can be. */
  enum Kind {
    /** A noun, or a verb where only a verb can stand. */
    PLAIN,
    /** A noun, whatever its ending looks like. */
    NOUN,
    /** A verb or a noun, more often a verb. */
    EITHER,
    /** An adjective that can be a part of a name. */
    QUALITY,
    /** Ends in -ed: an adjective before a noun, otherwise a verb. */
    PAST,
    /** Ends in -ing: a noun, or a verb before its object. */
    GERUND,
    /** The same of a common verb: a noun only behind an article or a part of a name. */
    ACTION,
    /** No part of a name: a verb, an adverb, an adjective or participle that says little. */
    OUTSIDE
  }

  private static final List<String> QUALITIES =
      List.of("al", "ic", "ive", "ous", "able", "ible", "ary", "ful", "less", "wise");

  private static final List<String> ACTIONS = List.of("izing", "ising", "ifying", "ating");

  /** Shorter words do not have an ending. */
  private static final int SHORTEST = 5;

  private static final Map<String, Kind> LISTED = listed();

  private EnglishWords() {}

  /** What a word in lower case is. */
  static Kind kind(String lower) {
    Kind listed = LISTED.get(lower);
    return listed == null ? byEnding(lower) : listed;
  }

  private static Kind byEnding(String lower) {
    int hyphen = lower.lastIndexOf('-');
    String last = lower.substring(hyphen + 1);
    boolean compound = hyphen >= 0;
    if (compound && LISTED.get(last) == Kind.NOUN) {
      return Kind.NOUN;
    }
    if (last.length() >= SHORTEST) {
      if (last.endsWith("ed")) {
        return compound ? Kind.QUALITY : Kind.PAST;
      }
      if (last.endsWith("ing")) {
        return compound ? Kind.PLAIN : endsWithOne(last, ACTIONS) ? Kind.ACTION : Kind.GERUND;
      }
      if (last.endsWith("ly")) {
        return compound ? Kind.QUALITY : Kind.OUTSIDE;
      }
    }
    return last.length() > 3 && endsWithOne(last, QUALITIES) ? Kind.QUALITY : Kind.PLAIN;
  }

  private static boolean endsWithOne(String word, List<String> endings) {
    for (String ending : endings) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** Later lists win. */
  private static Map<String, Kind> listed() {
    Map<String, Kind> listed = new HashMap<>();
    for (String verb : words("verbs-or-nouns")) {
      listed.put(verb, Kind.EITHER);
      listed.put(third(verb), Kind.EITHER);
    }
    for (String verb : words("verbs")) {
      listed.put(verb, Kind.OUTSIDE);
      listed.put(third(verb), Kind.OUTSIDE);
      gerunds(verb).forEach(form -> listed.put(form, Kind.ACTION));
    }
    for (String verb : words("participles")) {
      gerunds(verb).forEach(form -> listed.put(form, Kind.OUTSIDE));
      pasts(verb).forEach(form -> listed.put(form, Kind.OUTSIDE));
    }
    words("qualities").forEach(word -> listed.put(word, Kind.QUALITY));
    WordList.words("outside/en.txt").forEach(word -> listed.put(word, Kind.OUTSIDE));
    words("nouns").forEach(word -> listed.put(word, Kind.NOUN));
    return Collections.unmodifiableMap(listed);
  }

  private static Iterable<String> words(String list) {
    return WordList.words("english/" + list + ".txt");
  }

  /** {@code tries}, {@code passes}, {@code uses}. */
  private static String third(String verb) {
    if (changesY(verb)) {
      return stem(verb) + "ies";
    }
    return verb + (endsWithOne(verb, List.of("s", "x", "z", "sh", "ch")) ? "es" : "s");
  }

  /** Last consonants may be doubled or not: one of the two is no word, which does no harm. */
  private static List<String> gerunds(String verb) {
    return verb.endsWith("e")
        ? List.of(stem(verb) + "ing")
        : List.of(verb + "ing", verb + last(verb) + "ing");
  }

  private static List<String> pasts(String verb) {
    if (changesY(verb)) {
      return List.of(stem(verb) + "ied");
    }
    return verb.endsWith("e")
        ? List.of(verb + "d")
        : List.of(verb + "ed", verb + last(verb) + "ed");
  }

  private static boolean changesY(String verb) {
    return last(verb) == 'y' && "aeou".indexOf(verb.charAt(verb.length() - 2)) < 0;
  }

  private static char last(String verb) {
    return verb.charAt(verb.length() - 1);
  }

  private static String stem(String verb) {
    return verb.substring(0, verb.length() - 1);
  }
}
