package io.confnotes.summary.analyse.phrase;

import io.confnotes.summary.analyse.text.Notes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ranks the phrases of a talk's notes, by the notes alone: no vocabulary, no other talk. */
public final class KeyPhrases {

  /** Only so many of the best are looked at for phrases within phrases. */
  private static final int POOL = 200;

  private static final Comparator<KeyPhrase> BEST_FIRST =
      Comparator.comparingDouble(KeyPhrase::score)
          .reversed()
          .thenComparingInt(KeyPhrase::firstPassage)
          .thenComparing(KeyPhrase::key);

  private KeyPhrases() {}

  /**
   * The key phrases of the notes, best first, at most so many and never more than 200: none is a
   * part of a speaker's name, or the event's name, and none says what a better one already says.
   */
  public static List<KeyPhrase> of(Notes notes, int maximum) {
    List<KeyPhrase> ranked = ranked(notes);
    List<KeyPhrase> distinct = distinct(ranked.subList(0, Math.min(POOL, ranked.size())));
    return List.copyOf(distinct.subList(0, Math.min(maximum, distinct.size())));
  }

  private static List<KeyPhrase> ranked(Notes notes) {
    Exclusions exclusions = new Exclusions(notes);
    boolean nounsCapitalised = notes.language().capitalisesNouns();
    PhraseScore scores = new PhraseScore(notes.language());
    List<Phrase> phrases = Phrases.of(notes);
    Map<String, Integer> within = within(phrases);
    List<KeyPhrase> ranked = new ArrayList<>();
    for (Phrase phrase : phrases) {
      if (!exclusions.cover(phrase)) {
        double score = scores.of(phrase, within.getOrDefault(phrase.key(), 0));
        ranked.add(phrase.toKeyPhrase(Naming.of(phrase, nounsCapitalised), round(score)));
      }
    }
    ranked.sort(BEST_FIRST);
    return ranked;
  }

  private static double round(double score) {
    return Math.round(score / (score + 2) * 10_000) / 10_000.0;
  }

  /** How often each phrase occurs within one longer phrase, at most. */
  private static Map<String, Integer> within(List<Phrase> phrases) {
    Map<String, Integer> within = new HashMap<>();
    for (Phrase phrase : phrases) {
      if (phrase.count() > 1 || phrase.inTitle() || phrase.nameLikeness() > 0.5) {
        for (String part : parts(phrase)) {
          within.merge(part, phrase.count(), Math::max);
        }
      }
    }
    return within;
  }

  private static List<String> parts(Phrase phrase) {
    List<String> parts = new ArrayList<>();
    String key = phrase.key();
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 0; i < key.length(); i++) {
      if (key.charAt(i) == ' ') {
        starts.add(i + 1);
      }
    }
    starts.add(key.length() + 1);
    for (int from = 0; from < starts.size() - 1; from++) {
      for (int to = from + 1; to < starts.size(); to++) {
        if (to - from < starts.size() - 1) {
          parts.add(key.substring(starts.get(from), starts.get(to) - 1));
        }
      }
    }
    return parts;
  }

  /** Leaves out what a better phrase already says. */
  private static List<KeyPhrase> distinct(List<KeyPhrase> ranked) {
    List<KeyPhrase> distinct = new ArrayList<>();
    for (KeyPhrase next : ranked) {
      boolean said = false;
      for (KeyPhrase better : distinct) {
        said |= says(better, next);
      }
      if (!said) {
        distinct.add(next);
      }
    }
    return distinct;
  }

  private static boolean says(KeyPhrase better, KeyPhrase next) {
    String other = " " + better.key() + " ";
    String key = " " + next.key() + " ";
    boolean part = other.contains(key) && next.count() <= better.count();
    boolean longer = key.contains(other) && next.count() == 1 && !next.inTitle();
    return part || longer;
  }
}
