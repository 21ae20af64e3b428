package io.confnotes.ingest.segment.choice;

import io.confnotes.ingest.segment.opening.Opening;
import io.confnotes.ingest.segment.word.PlainText;
import java.util.Arrays;
import java.util.List;

/** What headings of one level, or lines of one shape, tell about each other. */
final class Agreement {

  private static final double EVIDENT = 1.0;
  private static final int SEVERAL = 3;

  private Agreement() {}

  /** Adds to the odds of each what the others show. */
  static void reach(List<Candidate> candidates) {
    agree(candidates);
    join(candidates);
  }

  /** Headings of one level tell about each other: most show speakers, or hardly any does. */
  private static void agree(List<Candidate> candidates) {
    int[] all = new int[Candidate.LEVELS];
    int[] evident = new int[Candidate.LEVELS];
    for (Candidate candidate : candidates) {
      if (isCounted(candidate)) {
        all[candidate.level]++;
        evident[candidate.level] += isEvident(candidate) ? 1 : 0;
      }
    }
    int evidentOnAll = Arrays.stream(evident).sum();
    for (Candidate candidate : candidates) {
      int level = candidate.level;
      if (evident[level] == 0 && evidentOnAll >= SEVERAL) {
        candidate.odds += Sign.OTHER_LEVELS_SHOW_TALKS.weight;
      }
      if (evident[level] == 0 || candidate.opening == null) {
        continue;
      }
      double share = (double) evident[level] / all[level];
      if (share >= 0.5 && !isEvident(candidate) && isCounted(candidate) && all[level] > 1) {
        candidate.odds += share * Sign.AMONG_TALKS.weight;
      } else if (share < 0.25 && all[level] >= 4 && isEvident(candidate)) {
        candidate.odds += Sign.ALONE_AMONG_SECTIONS.weight;
      }
    }
  }

  /** Where most headings of a level are likely, the others probably are, too. */
  private static void join(List<Candidate> candidates) {
    int[] all = new int[Candidate.LEVELS];
    int[] likely = new int[Candidate.LEVELS];
    int[] named = new int[Candidate.LEVELS];
    for (Candidate candidate : candidates) {
      if (candidate.opening != null && isCounted(candidate)) {
        all[candidate.level]++;
        likely[candidate.level] += candidate.odds > 0 ? 1 : 0;
        named[candidate.level] += candidate.opening.isNamed() ? 1 : 0;
      }
    }
    for (Candidate candidate : candidates) {
      boolean most =
          likely[candidate.level] >= 2 && likely[candidate.level] * 3 >= all[candidate.level] * 2;
      if (most
          && candidate.odds <= 0
          && candidate.isTitled()
          && !isWordAmongNamed(candidate, named[candidate.level])) {
        candidate.odds += Sign.AMONG_LIKELY_TALKS.weight;
      }
    }
  }

  /** "Seattle", where the others name speakers: more often a section of the report. */
  private static boolean isWordAmongNamed(Candidate candidate, int named) {
    Opening opening = candidate.opening;
    return named >= SEVERAL
        && opening != null
        && !opening.slotted()
        && !opening.isNamed()
        && PlainText.words(opening.title()) == 1;
  }

  private static boolean isEvident(Candidate candidate) {
    Opening opening = candidate.opening;
    return opening != null
        && (opening.isNamed() || opening.slotted() || candidate.told)
        && candidate.odds > EVIDENT;
  }

  private static boolean isCounted(Candidate candidate) {
    Opening opening = candidate.opening;
    if (opening == null || isEvident(candidate)) {
      return opening != null;
    }
    return candidate.isTitled() && PlainText.words(opening.title()) >= 2;
  }
}
