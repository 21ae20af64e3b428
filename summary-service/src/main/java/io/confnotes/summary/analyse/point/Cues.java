package io.confnotes.summary.analyse.point;

import io.confnotes.summary.analyse.text.Language;
import io.confnotes.summary.analyse.text.Word;
import io.confnotes.summary.analyse.text.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases that announce a main point, or an aside. */
final class Cues {

  /** The greatest weight that cues can have together, for or against. */
  static final double MOST = 3;

  private record Cue(double weight, List<String> words) {}

  private static final Cues NONE = new Cues(List.of());
  private static final Map<String, Cues> BY_LANGUAGE =
      Map.of("en", list("en"), "de", list("de"), "fr", list("fr"), "es", list("es"));

  private final Map<String, List<Cue>> byFirstWord = new HashMap<>();

  private Cues(List<String> lines) {
    for (String line : lines) {
      List<String> parts = List.of(line.split(" ", -1));
      Cue cue = new Cue(Double.parseDouble(parts.getFirst()), parts.subList(1, parts.size()));
      byFirstWord.computeIfAbsent(cue.words().getFirst(), word -> new ArrayList<>()).add(cue);
    }
  }

  private static Cues list(String code) {
    return new Cues(WordList.lines("cues-" + code + ".txt"));
  }

  /** The cues of a language; none where it has no list. */
  static Cues of(Language language) {
    return BY_LANGUAGE.getOrDefault(language.code(), NONE);
  }

  /**
   * The sum of the weights of the cues among the words, between -{@value #MOST} and {@value #MOST}.
   */
  double weigh(List<Word> words) {
    double sum = 0;
    for (int i = 0; i < words.size(); i++) {
      for (Cue cue : byFirstWord.getOrDefault(words.get(i).lower(), List.of())) {
        sum += matches(cue, words, i) ? cue.weight() : 0;
      }
    }
    return Math.clamp(sum, -MOST, MOST);
  }

  private static boolean matches(Cue cue, List<Word> words, int at) {
    List<String> expected = cue.words();
    if (at + expected.size() > words.size()) {
      return false;
    }
    for (int i = 1; i < expected.size(); i++) {
      if (!expected.get(i).equals(words.get(at + i).lower())) {
        return false;
      }
    }
    return true;
  }
}
