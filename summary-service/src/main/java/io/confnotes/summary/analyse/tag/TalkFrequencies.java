package io.confnotes.summary.analyse.tag;

import io.confnotes.summary.analyse.text.WordList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In how many talks of a collection each topic is mentioned: what nearly every talk mentions tells
 * little. A snapshot that is a part of the analyser's version, so that the tags of a talk don't
 * depend on which talks came before it. Immutable, thread-safe.
 */
public final class TalkFrequencies {

  private static final String SNAPSHOT = "tag/talk-frequencies-1.tsv";

  /** Stands for the number of talks where topics have slugs. */
  private static final String ALL = "*";

  private final Map<String, Integer> talks;

  private TalkFrequencies(Map<String, Integer> talks) {
    this.talks = Collections.unmodifiableMap(talks);
  }

  /** The frequencies of topics in talks, each with the slugs of what it mentions. */
  public static TalkFrequencies of(Collection<Set<String>> talks) {
    Map<String, Integer> counts = new HashMap<>();
    counts.put(ALL, talks.size());
    talks.forEach(slugs -> slugs.forEach(slug -> counts.merge(slug, 1, Integer::sum)));
    return new TalkFrequencies(counts);
  }

  /** The frequencies that come with the analyser. */
  public static TalkFrequencies snapshot() {
    Map<String, Integer> counts = new HashMap<>();
    for (String line : WordList.lines(SNAPSHOT)) {
      List<String> columns = List.of(line.split("\t", -1));
      counts.put(columns.get(0), Integer.valueOf(columns.get(1)));
    }
    return new TalkFrequencies(counts);
  }

  /** The talks of each topic by its slug; those of {@code *} are all. */
  public Map<String, Integer> talks() {
    return talks;
  }

  /** The logarithm of the share of talks that mention a topic by any of its slugs. */
  double commonness(Collection<String> slugs) {
    int most = 0;
    for (String slug : slugs) {
      most = Math.max(most, talks.getOrDefault(slug, 0));
    }
    return StrictMath.log((most + 1.0) / (talks.getOrDefault(ALL, 0) + 2));
  }
}
