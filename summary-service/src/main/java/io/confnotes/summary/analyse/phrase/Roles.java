package io.confnotes.summary.analyse.phrase;

import io.confnotes.summary.analyse.Block.Kind;
import io.confnotes.summary.analyse.text.Language;
import io.confnotes.summary.analyse.text.Lexicon;
import io.confnotes.summary.analyse.text.Lexicon.Generality;
import io.confnotes.summary.analyse.text.Notes;
import io.confnotes.summary.analyse.text.Passage;
import io.confnotes.summary.analyse.text.Word;
import io.confnotes.summary.analyse.text.Word.Form;
import io.confnotes.summary.analyse.text.WordList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a word does in the notes: whether it is written as a name, which makes a topic of any word
 * ({@code Go}, {@code React}), or stands where a verb does.
 */
final class Roles {

  private static final Set<String> BEFORE_VERBS = WordList.words("verbs-en.txt");
  private static final Set<String> AFTER_VERBS = WordList.words("determiners-en.txt");

  private final Map<String, int[]> names = new HashMap<>();
  private final Lexicon lexicon;
  private final boolean english;
  private final boolean nounsCapitalised;

  Roles(Notes notes) {
    lexicon = Lexicon.of(notes.language());
    String code = notes.language().code();
    english = code.equals("en") || code.equals(Language.UNDETERMINED);
    nounsCapitalised = notes.language().capitalisesNouns();
    for (Passage passage : notes.passages()) {
      if (passage.kind() != Kind.HEADING && !isTitleCase(passage)) {
        countNames(passage);
      }
    }
  }

  private void countNames(Passage passage) {
    for (int i = 1; i < passage.words().size(); i++) {
      Word word = passage.words().get(i);
      if (word.form() == Form.LETTERS) {
        int[] counts = names.computeIfAbsent(word.lower(), lower -> new int[2]);
        char before = passage.source().charAt(word.start() - 1);
        boolean restart = "“\"'(‘:".indexOf(before) >= 0 || isAfterStop(passage, i);
        boolean capital = Character.isUpperCase(passage.source().charAt(word.start()));
        if (!capital || !restart) {
          counts[capital ? 1 : 0]++;
        }
      }
    }
  }

  private static boolean isAfterStop(Passage passage, int index) {
    int end = passage.words().get(index - 1).end();
    String between = passage.source().substring(end, passage.words().get(index).start());
    return between.chars().anyMatch(c -> ".!?:;…-–—".indexOf(c) >= 0);
  }

  /** Whether most content words have a capital letter, so that it says nothing. */
  static boolean isTitleCase(Passage passage) {
    int capital = 0;
    int small = 0;
    for (Word word : passage.words()) {
      if (word.content() && Character.isLetter(passage.source().charAt(word.start()))) {
        boolean upper = Character.isUpperCase(passage.source().charAt(word.start()));
        capital += upper ? 1 : 0;
        small += upper ? 0 : 1;
      }
    }
    return capital >= small && capital > 1;
  }

  /** Whether a word may be part of a topic's name where it stands. */
  boolean isPart(Passage passage, int index) {
    Word word = passage.words().get(index);
    if (word.form() != Form.LETTERS) {
      return false;
    }
    if (isName(word) && Character.isUpperCase(passage.source().charAt(word.start()))) {
      return true;
    }
    return word.content()
        && lexicon.of(word.lower()) != Generality.WEAK
        && !(english && isVerb(passage, index));
  }

  /** Whether a word of a language that writes nouns with a capital letter is one. */
  boolean isNoun(Passage passage, Word word) {
    int[] counts = names.get(word.lower());
    boolean opening = word.start() == passage.words().getFirst().start();
    boolean known = counts != null && counts[1] > 0;
    return Character.isUpperCase(passage.source().charAt(word.start())) && (!opening || known);
  }

  /** How general a word is in these notes. */
  Generality generality(Word word) {
    Generality listed = lexicon.of(word.lower());
    return listed != Generality.EVERYWHERE && isName(word) ? Generality.TOPICAL : listed;
  }

  private boolean isName(Word word) {
    int[] counts = names.get(word.lower());
    boolean doubtful = word.stop() || lexicon.of(word.lower()) == Generality.WEAK;
    int enough = doubtful ? 2 : 1;
    return !nounsCapitalised
        && counts != null
        && word.lower().length() > 1
        && word.lower().indexOf('\'') < 0
        && counts[1] >= enough
        && counts[1] > counts[0];
  }

  private static boolean isVerb(Passage passage, int index) {
    Word word = passage.words().get(index);
    if (Character.isUpperCase(passage.source().charAt(word.start()))) {
      return false;
    }
    boolean last = index + 1 == passage.words().size();
    String before = index == 0 ? "" : passage.words().get(index - 1).lower();
    String after = last ? "" : passage.words().get(index + 1).lower();
    boolean transitive = AFTER_VERBS.contains(after) && isAdjacent(passage, index);
    return (BEFORE_VERBS.contains(before) && !word.lower().endsWith("ing"))
        || (transitive && (index == 0 || before.equals("to") || word.lower().endsWith("ing")));
  }

  private static boolean isAdjacent(Passage passage, int index) {
    int gap = passage.words().get(index + 1).start() - passage.words().get(index).end();
    return gap == 1;
  }
}
