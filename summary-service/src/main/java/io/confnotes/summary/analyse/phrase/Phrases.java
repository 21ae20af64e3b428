package io.confnotes.summary.analyse.phrase;

import io.confnotes.summary.analyse.Block.Kind;
import io.confnotes.summary.analyse.phrase.Phrase.Capital;
import io.confnotes.summary.analyse.phrase.Phrase.Place;
import io.confnotes.summary.analyse.text.Lexicon.Generality;
import io.confnotes.summary.analyse.text.Notes;
import io.confnotes.summary.analyse.text.Passage;
import io.confnotes.summary.analyse.text.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the phrases of a talk's notes: up to four words between grammar words, verbs, numbers
 * and punctuation, which neither end in a word that every talk has nor consist of general words
 * alone.
 */
final class Phrases {

  private static final int LONGEST = 4;

  /** What occurs only after so many phrases hardly is what a talk is about. */
  private static final int MAXIMUM = 20_000;

  private final Map<String, Phrase> found = new LinkedHashMap<>();
  private final Roles roles;
  private final boolean nounsCapitalised;
  private final boolean chinese;

  private Phrases(Notes notes) {
    roles = new Roles(notes);
    nounsCapitalised = notes.language().capitalisesNouns();
    chinese = notes.language().isChinese();
    collect(notes.title(), Place.TITLE, 0);
    int number = 1;
    for (Passage passage : notes.passages()) {
      collect(passage, passage.kind() == Kind.HEADING ? Place.HEADING : Place.TEXT, number++);
    }
  }

  /** The phrases of the notes, in the order they first occur. */
  static List<Phrase> of(Notes notes) {
    return UnspacedPhrases.maximal(List.copyOf(new Phrases(notes).found.values()));
  }

  private void collect(Passage passage, Place place, int number) {
    UnspacedPhrases.in(passage, chinese, (form, whole) -> unspaced(form, place, number, whole));
    List<Word> run = new ArrayList<>();
    List<Generality> generalities = new ArrayList<>();
    boolean titleCase = Roles.isTitleCase(passage);
    for (int i = 0; i < passage.words().size(); i++) {
      Word word = passage.words().get(i);
      boolean joined = run.isEmpty() || isJoined(passage, run.getLast(), word);
      boolean part = roles.isPart(passage, i);
      if (!joined || !part) {
        close(run, generalities, passage, place, number, titleCase);
      }
      if (part) {
        run.add(word);
        generalities.add(roles.generality(word));
      }
    }
    close(run, generalities, passage, place, number, titleCase);
  }

  private void unspaced(String form, Place place, int number, boolean whole) {
    Phrase phrase = phrase(form, List.of(form), List.of(Generality.TOPICAL), number);
    if (phrase != null) {
      phrase.add(form, place, number, Capital.NONE, whole);
    }
  }

  private static boolean isJoined(Passage passage, Word before, Word word) {
    String source = passage.source();
    if (word.start() - before.end() > 3 || word.start() == before.end()) {
      return false;
    }
    for (int i = before.end(); i < word.start(); i++) {
      if (!Character.isWhitespace(source.charAt(i)) && source.charAt(i) != '\u00a0') {
        return false;
      }
    }
    return true;
  }

  private void close(
      List<Word> run,
      List<Generality> generalities,
      Passage passage,
      Place place,
      int number,
      boolean titleCase) {
    for (int from = 0; from < run.size(); from++) {
      for (int to = from + 1; to <= Math.min(run.size(), from + LONGEST); to++) {
        List<Generality> parts = generalities.subList(from, to);
        boolean noun = !nounsCapitalised || roles.isNoun(passage, run.get(to - 1));
        if (noun && isTopic(parts)) {
          add(
              run.subList(from, to),
              List.copyOf(parts),
              passage,
              place,
              number,
              titleCase,
              run.size());
        }
      }
    }
    run.clear();
    generalities.clear();
  }

  private static boolean isTopic(List<Generality> parts) {
    boolean single = parts.size() == 1;
    return parts.getLast() != Generality.EVERYWHERE
        && (!single || parts.getFirst() == Generality.TOPICAL);
  }

  private void add(
      List<Word> words,
      List<Generality> generalities,
      Passage passage,
      Place place,
      int number,
      boolean titleCase,
      int run) {
    StringBuilder key = new StringBuilder();
    StringBuilder form = new StringBuilder();
    List<String> lowers = new ArrayList<>(words.size());
    for (Word word : words) {
      key.append(key.isEmpty() ? "" : " ").append(word.stem());
      form.append(form.isEmpty() ? "" : " ").append(passage.source(), word.start(), word.end());
      lowers.add(word.lower());
    }
    Phrase phrase = phrase(key.toString(), List.copyOf(lowers), generalities, number);
    if (phrase != null) {
      boolean opening = words.getFirst().start() == passage.words().getFirst().start();
      String written = form.toString();
      boolean whole = run == words.size();
      phrase.add(written, place, number, capital(written, opening || titleCase), whole);
    }
  }

  private @Nullable Phrase phrase(
      String key, List<String> lowers, List<Generality> generalities, int number) {
    Phrase known = found.get(key);
    if (known == null && found.size() < MAXIMUM) {
      known = new Phrase(key, lowers, generalities, number);
      found.put(key, known);
    }
    return known;
  }

  private Capital capital(String form, boolean forced) {
    boolean inner = false;
    boolean all = true;
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      boolean upper = Character.isUpperCase(c);
      boolean start = i == 0 || form.charAt(i - 1) == ' ' || form.charAt(i - 1) == '-';
      inner |= !start && (upper || Character.isDigit(c) || c == '+' || c == '#' || c == '.');
      all &= !start || upper;
    }
    if (inner) {
      return Capital.OWN;
    }
    if (forced || nounsCapitalised) {
      return Capital.UNSURE;
    }
    return all ? Capital.OWN : Capital.NONE;
  }
}
