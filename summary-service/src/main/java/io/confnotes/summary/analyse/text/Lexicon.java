package io.confnotes.summary.analyse.text;

import java.util.HashSet;
import java.util.List;
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
          inflected(WordList.words("weak-en.txt")),
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
    return weak.contains(lower)
        || (english
            && (isVerb(lower)
                || (lower.endsWith("ly") && lower.length() > 5 && !lower.equals("assembly"))));
  }

  private static boolean isVerb(String lower) {
    String stem =
        lower.endsWith("s") || lower.endsWith("d") ? lower.substring(0, lower.length() - 1) : lower;
    boolean verb = stem.endsWith("ize") || stem.endsWith("ise") || stem.endsWith("ify");
    return verb && lower.length() > 6 && !NOUNS_LIKE_VERBS.contains(stem);
  }

  /** Words, and what they are with the endings of a verb. */
  private static Set<String> inflected(Set<String> words) {
    Set<String> forms = new HashSet<>(words);
    for (String word : words) {
      for (String ending : List.of("s", "d", "es", "ed")) {
        forms.add(word + ending);
      }
      if (word.endsWith("y")) {
        String stem = word.substring(0, word.length() - 1);
        forms.add(stem + "ies");
        forms.add(stem + "ied");
      }
    }
    return forms;
  }
}
