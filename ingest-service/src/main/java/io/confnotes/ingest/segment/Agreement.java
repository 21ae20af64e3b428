package io.confnotes.ingest.segment;

import io.confnotes.ingest.segment.Outline.Node;
import io.confnotes.ingest.segment.word.PlainText;
import java.util.Arrays;
import java.util.List;

/** What headings of one level, or lines of one shape, tell about each other. */
final class Agreement {

  private static final double EVIDENT = 1.0;
  private static final int SEVERAL = 3;

  private Agreement() {}

  /** Adds to the odds of each what the others show. */
  static void reach(List<Node> nodes) {
    agree(nodes);
    join(nodes);
  }

  /** Headings of one level tell about each other: most show speakers, or hardly any does. */
  private static void agree(List<Node> nodes) {
    int[] all = new int[Outline.LEVELS];
    int[] evident = new int[Outline.LEVELS];
    for (Node node : nodes) {
      if (isCounted(node)) {
        all[node.level]++;
        evident[node.level] += isEvident(node) ? 1 : 0;
      }
    }
    int evidentOnAll = Arrays.stream(evident).sum();
    for (Node node : nodes) {
      int level = node.level;
      if (evident[level] == 0 && evidentOnAll >= SEVERAL) {
        node.odds += Sign.OTHER_LEVELS_SHOW_TALKS.weight;
      }
      if (evident[level] == 0 || node.opening == null) {
        continue;
      }
      double share = (double) evident[level] / all[level];
      if (share >= 0.5 && !isEvident(node) && isCounted(node) && all[level] > 1) {
        node.odds += share * Sign.AMONG_TALKS.weight;
      } else if (share < 0.25 && all[level] >= 4 && isEvident(node)) {
        node.odds += Sign.ALONE_AMONG_SECTIONS.weight;
      }
    }
  }

  /** Where most headings of a level are likely, the others probably are, too. */
  private static void join(List<Node> nodes) {
    int[] all = new int[Outline.LEVELS];
    int[] likely = new int[Outline.LEVELS];
    int[] named = new int[Outline.LEVELS];
    for (Node node : nodes) {
      if (node.opening != null && isCounted(node)) {
        all[node.level]++;
        likely[node.level] += node.odds > 0 ? 1 : 0;
        named[node.level] += node.opening.isNamed() ? 1 : 0;
      }
    }
    for (Node node : nodes) {
      boolean most = likely[node.level] >= 2 && likely[node.level] * 3 >= all[node.level] * 2;
      if (most && node.odds <= 0 && node.isTitled() && !isWordAmongNamed(node, named[node.level])) {
        node.odds += Sign.AMONG_LIKELY_TALKS.weight;
      }
    }
  }

  /** "Seattle", where the others name speakers: more often a section of the report. */
  private static boolean isWordAmongNamed(Node node, int named) {
    Opening opening = node.opening;
    return named >= SEVERAL
        && opening != null
        && !opening.slotted()
        && !opening.isNamed()
        && PlainText.words(opening.title()) == 1;
  }

  private static boolean isEvident(Node node) {
    Opening opening = node.opening;
    return opening != null
        && (opening.isNamed() || opening.slotted() || node.told)
        && node.odds > EVIDENT;
  }

  private static boolean isCounted(Node node) {
    Opening opening = node.opening;
    if (opening == null || isEvident(node)) {
      return opening != null;
    }
    return node.isTitled() && PlainText.words(opening.title()) >= 2;
  }
}
