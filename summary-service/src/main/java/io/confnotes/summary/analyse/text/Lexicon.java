package io.confnotes.summary.analyse.text;

import java.util.Map;
import java.util.Set;

/** How much a word says about a subject, by the word lists of its language. */
public final class Lexicon {

  /** From the word that can name a topic to the one that can't be in its name. */
  public enum Generality {
    /** May be a topic. */
    TOPICAL,
    /** May be in the name of a topic, but is none alone. */
    GENERIC,
    /** Every talk has it. */
    EVERYWHERE,
    /** A verb, an adverb, a judging adjective. */
    WEAK
  }

  private static final Set<String> LISTED = Set.of("de", "fr", "es", "it", "pt", "nl");
  private static final Lexicon ENGLISH =
      new Lexicon(
          WordList.words("weak-en.txt"),
          WordList.words("generic-en.txt"),
          WordList.words("never-en.txt"),
          true);

  private static final Set<String> NOUNS_LIKE_VERBS =
      Set.of(
          "enterprise", "expertise", "exercise", "franchise", "merchandise", "paradise", "premise");

  private static final Map<String, Lexicon> OTHERS =
      Map.of(
          "de", everywhere("de"),
          "fr", everywhere("fr"),
          "es", everywhere("es"),
          "it", everywhere("it"),
          "pt", everywhere("pt"),
          "nl", everywhere("nl"));

  private final Set<String> weak;
  private final Set<String> generic;
  private final Set<String> everywhere;
  private final boolean english;

  private Lexicon(Set<String> weak, Set<String> generic, Set<String> everywhere, boolean english) {
    this.weak = weak;
    this.generic = generic;
    this.everywhere = everywhere;
    this.english = english;
  }

  private static Lexicon everywhere(String code) {
    return new Lexicon(Set.of(), Set.of(), WordList.words("never-" + code + ".txt"), false);
  }

  /** The lexicon of a language; English for those without one, whose notes often quote it. */
  public static Lexicon of(Language language) {
    return LISTED.contains(language.code())
        ? OTHERS.getOrDefault(language.code(), ENGLISH)
        : ENGLISH;
  }

  /** Whether the English lexicon serves a language. */
  public static boolean isEnglish(Language language) {
    return of(language) == ENGLISH;
  }

  /** How general a word in lower case is. */
  public Generality of(String lower) {
    if (everywhere.contains(lower)) {
      return Generality.EVERYWHERE;
    }
    if (generic.contains(lower)) {
      return Generality.GENERIC;
    }
    return isWeak(lower) ? Generality.WEAK : Generality.TOPICAL;
  }

  private boolean isWeak(String lower) {
    if (weak.contains(lower)) {
      return true;
    }
    return english
        && ((lower.endsWith("s") && isWeakWithout(lower, 1))
            || (lower.endsWith("d") && isWeakWithout(lower, 1))
            || (lower.endsWith("ed") && isWeakWithout(lower, 2))
            || (lower.endsWith("es") && isWeakWithout(lower, 2))
            || (lower.endsWith("ies") && isWeakAs(lower, 3, "y"))
            || (lower.endsWith("ied") && isWeakAs(lower, 3, "y"))
            || isVerb(lower)
            || (lower.endsWith("ly") && lower.length() > 5 && !lower.equals("assembly")));
  }

  private static boolean isVerb(String lower) {
    String stem =
        lower.endsWith("s") || lower.endsWith("d") ? lower.substring(0, lower.length() - 1) : lower;
    boolean verb = stem.endsWith("ize") || stem.endsWith("ise") || stem.endsWith("ify");
    return verb && lower.length() > 6 && !NOUNS_LIKE_VERBS.contains(stem);
  }

  private boolean isWeakWithout(String lower, int ending) {
    return weak.contains(lower.substring(0, lower.length() - ending));
  }

  private boolean isWeakAs(String lower, int ending, String other) {
    return weak.contains(lower.substring(0, lower.length() - ending) + other);
  }
}
