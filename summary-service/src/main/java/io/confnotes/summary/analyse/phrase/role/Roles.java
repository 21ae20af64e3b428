package io.confnotes.summary.analyse.phrase.role;

import io.confnotes.summary.analyse.text.Language;
import io.confnotes.summary.analyse.text.Lexicon;
import io.confnotes.summary.analyse.text.Lexicon.Generality;
import io.confnotes.summary.analyse.text.Notes;
import io.confnotes.summary.analyse.text.Passage;
import io.confnotes.summary.analyse.text.Word;
import io.confnotes.summary.analyse.text.Word.Form;
import io.confnotes.summary.analyse.text.WordList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the words of notes do in phrases. English has a grammar here; in German, nouns have a
 * capital letter and adjectives an ending; elsewhere every word that says something may be a noun.
 * What is written as a name is one, whatever the word ({@code Go}, {@code React}).
 */
public final class Roles {

  /** The languages with a list of words that are no part of a subject's name. */
  private static final Map<String, Set<String>> OUTSIDE =
      Stream.of("fr", "es", "it", "pt", "nl")
          .collect(
              Collectors.toUnmodifiableMap(
                  Function.identity(), code -> WordList.words("outside/" + code + ".txt")));

  private static final List<String> GERMAN_ENDINGS = List.of("e", "en", "er", "es", "em");

  private final Names names;
  private final Set<String> outside;
  private final Lexicon lexicon;
  private final boolean english;
  private final boolean nounsCapitalised;

  /** Reads the notes. */
  public Roles(Notes notes) {
    names = new Names(notes);
    lexicon = Lexicon.of(notes.language());
    english = hasGrammar(notes.language());
    outside = OUTSIDE.getOrDefault(notes.language().code(), Set.of());
    nounsCapitalised = notes.language().capitalisesNouns();
  }

  /** Whether more than the words between two nouns tells that they belong together. */
  public static boolean hasGrammar(Language language) {
    return language.code().equals("en") || language.code().equals(Language.UNDETERMINED);
  }

  /** What is written as a name. */
  public Names names() {
    return names;
  }

  /** What the words of a passage do, in order. */
  public List<Part> of(Passage passage) {
    List<Word> words = passage.words();
    List<Part> parts =
        english
            ? EnglishGrammar.parts(passage, !passage.isTitleCase())
            : new ArrayList<>(Collections.nCopies(words.size(), Part.OUTSIDE));
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (Names.hasCapital(passage, word) && names.areSureOf(word)) {
        parts.set(i, Part.NOUN);
      } else if (!english) {
        parts.set(i, part(passage, word));
      }
    }
    return parts;
  }

  private Part part(Passage passage, Word word) {
    if (word.form() != Form.LETTERS
        || !word.content()
        || outside.contains(word.lower())
        || lexicon.of(word.lower()) == Generality.WEAK) {
      return Part.OUTSIDE;
    }
    if (!nounsCapitalised || names.isNoun(passage, word)) {
      return Part.NOUN;
    }
    return GERMAN_ENDINGS.stream().anyMatch(word.lower()::endsWith) ? Part.MODIFIER : Part.OUTSIDE;
  }

  /** How general a word that is a part of a phrase is in these notes. */
  public Generality generality(Word word) {
    Generality listed = lexicon.of(word.lower());
    if (listed == Generality.EVERYWHERE) {
      return listed;
    }
    if (listed != Generality.TOPICAL && names.areSureOf(word)) {
      return Generality.TOPICAL;
    }
    return listed == Generality.WEAK ? Generality.GENERIC : listed;
  }
}
