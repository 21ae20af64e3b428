package io.confnotes.summary.analyse.tag;

import io.confnotes.summary.analyse.Tag;
import io.confnotes.summary.analyse.tag.Ranker.Ranked;
import io.confnotes.summary.analyse.text.Notes;
import java.util.List;

/** Names the topics of a talk. */
public final class Tags {

  private static final Ranker RANKER = Ranker.trained();
  private static final TalkFrequencies FREQUENCIES = TalkFrequencies.snapshot();

  /** What is less likely than this share of the best tag's likelihood is no tag. */
  private static final double LEAST_SHARE = 0.25;

  private Tags() {}

  /** All that may be tags of the notes, best first, at most so many. */
  public static List<Tag> ranked(Notes notes, Vocabulary vocabulary, int maximum) {
    return RANKER.rank(Candidates.of(notes, vocabulary, FREQUENCIES)).stream()
        .limit(maximum)
        .map(Tags::tag)
        .toList();
  }

  /** The likely tags of the notes, best first, at most so many. */
  public static List<Tag> of(Notes notes, Vocabulary vocabulary, int maximum) {
    List<Tag> ranked = ranked(notes, vocabulary, maximum);
    return ranked.stream()
        .filter(tag -> tag.score() >= LEAST_SHARE * ranked.getFirst().score())
        .toList();
  }

  /** A tag with its probability, rounded. */
  private static Tag tag(Ranked ranked) {
    double score = Math.round(ranked.probability() * 10_000) / 10_000.0;
    return new Tag(ranked.candidate().slug(), ranked.candidate().name(), score);
  }
}
