package io.confnotes.summary.analyse.phrase;

import io.confnotes.summary.analyse.phrase.role.Roles;
import io.confnotes.summary.analyse.text.Notes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ranks the phrases of a talk's notes, by the notes alone: no vocabulary, no other talk. */
public final class KeyPhrases {

  private static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble(Scored::score)
          .reversed()
          .thenComparingInt(scored -> scored.phrase().firstPassage())
          .thenComparing(scored -> scored.phrase().key());

  private KeyPhrases() {}

  private record Scored(Phrase phrase, double score) {}

  /**
   * The key phrases of the notes, best first, at most so many: none is a part of a speaker's name,
   * or the event's name, and none occurs only within one that is better.
   */
  public static List<KeyPhrase> of(Notes notes, int maximum) {
    Roles roles = new Roles(notes);
    List<KeyPhrase> found = new ArrayList<>();
    for (Scored scored : distinct(ranked(notes, roles), maximum)) {
      Phrase phrase = scored.phrase();
      found.add(phrase.toKeyPhrase(Naming.of(phrase, roles.names()), scored.score()));
    }
    return List.copyOf(found);
  }

  private static List<Scored> ranked(Notes notes, Roles roles) {
    Exclusions exclusions = new Exclusions(notes);
    PhraseScore scores = new PhraseScore(notes);
    List<Phrase> phrases = Phrases.of(notes, roles);
    Map<String, Integer> within = within(phrases);
    List<Scored> ranked = new ArrayList<>(phrases.size());
    for (Phrase phrase : phrases) {
      if (!exclusions.cover(phrase)) {
        double score = scores.of(phrase, within.getOrDefault(phrase.key(), 1));
        ranked.add(new Scored(phrase, Math.round(score * 10_000) / 10_000.0));
      }
    }
    ranked.sort(BEST_FIRST);
    return ranked;
  }

  /** How often each phrase occurs within one longer phrase, at most, where that is repeated. */
  private static Map<String, Integer> within(List<Phrase> phrases) {
    Map<String, Integer> within = new HashMap<>();
    for (Phrase phrase : phrases) {
      if (phrase.count() > 1 && phrase.words() > 1) {
        for (String part : parts(phrase.key())) {
          within.merge(part, phrase.count(), Math::max);
        }
      }
    }
    return within;
  }

  private static List<String> parts(String key) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 0; i < key.length(); i++) {
      if (key.charAt(i) == ' ') {
        starts.add(i + 1);
      }
    }
    starts.add(key.length() + 1);
    List<String> parts = new ArrayList<>();
    int words = starts.size() - 1;
    for (int from = 0; from < words; from++) {
      for (int to = from + 1; to <= words; to++) {
        if (to - from < words) {
          parts.add(key.substring(starts.get(from), starts.get(to) - 1));
        }
      }
    }
    return parts;
  }

  /** Leaves out what a better phrase already says. */
  private static List<Scored> distinct(List<Scored> ranked, int maximum) {
    List<Scored> distinct = new ArrayList<>();
    for (Scored next : ranked) {
      if (distinct.size() == maximum) {
        return distinct;
      }
      if (!isSaid(next.phrase(), distinct)) {
        distinct.add(next);
      }
    }
    return distinct;
  }

  private static boolean isSaid(Phrase next, List<Scored> distinct) {
    for (Scored better : distinct) {
      Phrase phrase = better.phrase();
      if (next.count() <= phrase.count() && next.isWithin(phrase)) {
        return true;
      }
    }
    return false;
  }
}
