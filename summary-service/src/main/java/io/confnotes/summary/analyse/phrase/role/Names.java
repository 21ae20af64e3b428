package io.confnotes.summary.analyse.phrase.role;

import io.confnotes.summary.analyse.Block.Kind;
import io.confnotes.summary.analyse.text.Lexicon;
import io.confnotes.summary.analyse.text.Lexicon.Generality;
import io.confnotes.summary.analyse.text.Notes;
import io.confnotes.summary.analyse.text.Passage;
import io.confnotes.summary.analyse.text.Word;
import io.confnotes.summary.analyse.text.Word.Form;
import java.util.HashMap;
import java.util.Map;

/** Which words the notes write as names: with a capital letter where nothing else asks for one. */
public final class Names {

  private final Map<String, Counts> counts = new HashMap<>();
  private final Lexicon lexicon;
  private final boolean nounsCapitalised;

  /** Reads the names of the notes. */
  Names(Notes notes) {
    lexicon = Lexicon.of(notes.language());
    nounsCapitalised = notes.language().capitalisesNouns();
    for (Passage passage : notes.passages()) {
      if (passage.kind() != Kind.HEADING && !passage.isTitleCase()) {
        count(passage);
      }
    }
  }

  private static final class Counts {
    int capital;
    int small;
  }

  private void count(Passage passage) {
    for (int i = 1; i < passage.words().size(); i++) {
      Word word = passage.words().get(i);
      if (word.form() == Form.LETTERS) {
        boolean capital = hasCapital(passage, word);
        if (!capital) {
          counts.computeIfAbsent(word.lower(), lower -> new Counts()).small++;
        } else if (!restarts(passage, i)) {
          counts.computeIfAbsent(word.lower(), lower -> new Counts()).capital++;
        }
      }
    }
  }

  /** Whether something within a passage may start a sentence with a word. */
  private static boolean restarts(Passage passage, int index) {
    String source = passage.source();
    int start = passage.words().get(index).start();
    if ("“\"'(‘:".indexOf(source.charAt(start - 1)) >= 0) {
      return true;
    }
    for (int i = passage.words().get(index - 1).end(); i < start; i++) {
      if (".!?:;…-–—".indexOf(source.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  static boolean hasCapital(Passage passage, Word word) {
    return Character.isUpperCase(passage.source().charAt(word.start()));
  }

  /** Whether a word of a language that writes nouns with a capital letter is one. */
  boolean isNoun(Passage passage, Word word) {
    Counts seen = counts.get(word.lower());
    boolean opening = word.start() == passage.words().getFirst().start();
    return hasCapital(passage, word) && (!opening || (seen != null && seen.capital > 0));
  }

  /** Whether a capital letter is a part of how a word, given in lower case, is written. */
  public boolean keepCapital(String lower) {
    return nounsCapitalised || isName(lower, 1);
  }

  private boolean isName(String lower, int times) {
    Counts seen = counts.get(lower);
    return seen != null && seen.capital > seen.small && seen.capital >= times;
  }

  /** Whether a word is a name; what looks like another word must be one more than once. */
  boolean areSureOf(Word word) {
    return !nounsCapitalised
        && isName(word.lower(), 1)
        && (isName(word.lower(), 2) || !isDoubtful(word))
        && word.lower().length() > 1
        && word.lower().indexOf('\'') < 0;
  }

  private boolean isDoubtful(Word word) {
    return word.stop() || lexicon.of(word.lower()) == Generality.WEAK;
  }
}
