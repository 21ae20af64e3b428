package io.confnotes.summary.analyse.tag;

import io.confnotes.summary.analyse.Tag;
import io.confnotes.summary.analyse.tag.Vocabulary.Ranked;
import io.confnotes.summary.analyse.text.Notes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ranks the phrases of a talk's notes as topics. */
public final class Tags {

  /** Only so many of the best are looked at for phrases within phrases. */
  private static final int POOL = 200;

  private static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparingDouble(Ranked::score)
          .reversed()
          .thenComparingInt(ranked -> ranked.phrase().firstPassage())
          .thenComparing(ranked -> ranked.phrase().key());

  private Tags() {}

  /** The tags of the notes, best first, at most so many. */
  public static List<Tag> of(Notes notes, int maximum) {
    Exclusions exclusions = new Exclusions(notes);
    boolean nounsCapitalised = notes.language().capitalisesNouns();
    PhraseScore scores = new PhraseScore(notes.language());
    List<Phrase> phrases = Phrases.of(notes);
    Map<String, Integer> within = within(phrases);
    List<Ranked> ranked = new ArrayList<>();
    for (Phrase phrase : phrases) {
      if (!exclusions.cover(phrase)) {
        double score = scores.of(phrase, within.getOrDefault(phrase.key(), 0));
        ranked.add(new Ranked(phrase, Naming.of(phrase, nounsCapitalised), round(score)));
      }
    }
    ranked.sort(BEST_FIRST);
    return Vocabulary.link(distinct(ranked.subList(0, Math.min(POOL, ranked.size()))), maximum);
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
  private static List<Ranked> distinct(List<Ranked> ranked) {
    List<Ranked> distinct = new ArrayList<>();
    for (Ranked next : ranked) {
      boolean said = false;
      for (Ranked better : distinct) {
        said |= says(better.phrase(), next.phrase());
      }
      if (!said) {
        distinct.add(next);
      }
    }
    return distinct;
  }

  private static boolean says(Phrase better, Phrase next) {
    String other = " " + better.key() + " ";
    String key = " " + next.key() + " ";
    boolean part = other.contains(key) && next.count() <= better.count();
    boolean longer = key.contains(other) && next.count() == 1 && !next.inTitle();
    return part || longer;
  }
}
