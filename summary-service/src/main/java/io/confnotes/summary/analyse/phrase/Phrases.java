package io.confnotes.summary.analyse.phrase;

import io.confnotes.summary.analyse.Block.Kind;
import io.confnotes.summary.analyse.phrase.Phrase.Capital;
import io.confnotes.summary.analyse.phrase.Phrase.Place;
import io.confnotes.summary.analyse.phrase.role.Part;
import io.confnotes.summary.analyse.phrase.role.Roles;
import io.confnotes.summary.analyse.text.Lexicon.Generality;
import io.confnotes.summary.analyse.text.Notes;
import io.confnotes.summary.analyse.text.Passage;
import io.confnotes.summary.analyse.text.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the phrases of a talk's notes: noun phrases, and parts of them that are some too. */
final class Phrases {

  /** What occurs only after so many phrases hardly is what a talk is about. */
  private static final int MAXIMUM = 20_000;

  /** Where words are looked at. */
  private record Scene(Passage passage, Place place, int number, boolean titleCase) {}

  private final Map<String, Phrase> found = new LinkedHashMap<>();
  private final Roles roles;
  private final boolean grammar;
  private final boolean nounsCapitalised;
  private final boolean chinese;

  private Phrases(Notes notes, Roles roles) {
    this.roles = roles;
    grammar = Roles.hasGrammar(notes.language()) || notes.language().capitalisesNouns();
    nounsCapitalised = notes.language().capitalisesNouns();
    chinese = notes.language().isChinese();
    collect(notes.title(), Place.TITLE, 0);
    int number = 1;
    for (Passage passage : notes.passages()) {
      collect(passage, passage.kind() == Kind.HEADING ? Place.HEADING : Place.TEXT, number++);
    }
  }

  /** The phrases of the notes, in the order they first occur. */
  static List<Phrase> of(Notes notes, Roles roles) {
    return UnspacedPhrases.maximal(List.copyOf(new Phrases(notes, roles).found.values()));
  }

  private void collect(Passage passage, Place place, int number) {
    UnspacedPhrases.in(passage, chinese, (form, whole) -> unspaced(form, place, number, whole));
    Scene scene = new Scene(passage, place, number, passage.isTitleCase());
    Run run = new Run(passage, grammar, (words, whole) -> add(words, whole, scene));
    List<Part> parts = roles.of(passage);
    for (int i = 0; i < parts.size(); i++) {
      run.add(passage.words().get(i), parts.get(i));
    }
    run.close();
  }

  private void unspaced(String form, Place place, int number, boolean whole) {
    Phrase phrase = phrase(form, List.of(form), List.of(Generality.TOPICAL), number);
    if (phrase != null) {
      phrase.add(form, place, Capital.NONE, whole);
    }
  }

  private void add(List<Word> words, boolean whole, Scene scene) {
    List<Generality> generalities = new ArrayList<>(words.size());
    for (Word word : words) {
      generalities.add(roles.generality(word));
    }
    if (!isTopic(generalities)) {
      return;
    }
    String source = scene.passage().source();
    StringBuilder key = new StringBuilder();
    StringBuilder form = new StringBuilder();
    List<String> lowers = new ArrayList<>(words.size());
    int end = 0;
    for (Word word : words) {
      key.append(key.isEmpty() ? "" : " ").append(word.stem());
      form.append(form.isEmpty() ? "" : Run.isPossessive(source, end) ? "'s " : " ");
      form.append(source, word.start(), word.end());
      lowers.add(word.lower());
      end = word.end();
    }
    Phrase phrase = phrase(key.toString(), lowers, generalities, scene.number());
    if (phrase != null) {
      String written = form.toString();
      phrase.add(written, scene.place(), capital(written, isForced(words, scene)), whole);
    }
  }

  /** Whether the first word has a capital letter whatever it is. */
  private static boolean isForced(List<Word> words, Scene scene) {
    int opening = scene.passage().words().getFirst().start();
    return scene.titleCase() || words.getFirst().start() == opening;
  }

  /** Not every word, or not the last one, is one that every talk has. */
  private static boolean isTopic(List<Generality> generalities) {
    return generalities.getLast() != Generality.EVERYWHERE
        || generalities.contains(Generality.TOPICAL);
  }

  private @Nullable Phrase phrase(
      String key, List<String> lowers, List<Generality> generalities, int number) {
    Phrase known = found.get(key);
    if (known == null && found.size() < MAXIMUM) {
      known = new Phrase(key, List.copyOf(lowers), List.copyOf(generalities), number);
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
