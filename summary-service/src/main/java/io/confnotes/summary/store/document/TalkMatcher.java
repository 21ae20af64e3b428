package io.confnotes.summary.store.document;

import io.confnotes.summary.analyse.Slug;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds which talk notes of a new revision are those of the previous one: by title, speakers and
 * content, the surest pair first. Cost is linear in the text of both revisions.
 */
final class TalkMatcher {
  /** Below this two talk notes have too little in common to be the same talk edited. */
  private static final double THRESHOLD = 0.4;

  /** A run of words that stands in more talk notes than this tells nothing about any of them. */
  private static final int MAX_HOLDERS = 8;

  private static final int SHINGLE_WORDS = 3;
  private static final int MAX_SHINGLES = 4000;

  private TalkMatcher() {}

  /** What is compared. */
  record Candidate(String title, List<String> speakers, String text) {}

  private record Features(
      String title, Set<String> titleWords, Set<String> speakers, Set<Long> shingles) {}

  private record Pair(int previous, int next, double score) {}

  /**
   * The index into {@code previous} for each of {@code next}, null where there is none. Each index
   * is given once.
   */
  static List<@Nullable Integer> match(List<Candidate> previous, List<Candidate> next) {
    List<Features> before = previous.stream().map(TalkMatcher::features).toList();
    List<Features> after = next.stream().map(TalkMatcher::features).toList();
    List<Pair> pairs = pairs(before, after);
    pairs.sort(
        Comparator.comparingDouble(Pair::score)
            .reversed()
            .thenComparing(Pair::previous)
            .thenComparing(Pair::next));
    @Nullable Integer[] matches = new @Nullable Integer[next.size()];
    Set<Integer> taken = new HashSet<>();
    for (Pair pair : pairs) {
      if (matches[pair.next] == null && taken.add(pair.previous)) {
        matches[pair.next] = pair.previous;
      }
    }
    return Arrays.asList(matches);
  }

  /** Only pairs that share a title, a speaker or a telling run of words are looked at. */
  private static List<Pair> pairs(List<Features> before, List<Features> after) {
    Map<Object, List<Integer>> holders = new HashMap<>();
    for (int i = 0; i < before.size(); i++) {
      for (Object feature : keys(before.get(i))) {
        holders.computeIfAbsent(feature, key -> new ArrayList<>()).add(i);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (int next = 0; next < after.size(); next++) {
      Map<Integer, Integer> shared = new TreeMap<>();
      for (Object feature : keys(after.get(next))) {
        List<Integer> found = holders.getOrDefault(feature, List.of());
        int weight = feature instanceof Long ? 1 : 0;
        if (found.size() <= MAX_HOLDERS) {
          found.forEach(previous -> shared.merge(previous, weight, Integer::sum));
        }
      }
      for (Map.Entry<Integer, Integer> entry : shared.entrySet()) {
        double score = score(before.get(entry.getKey()), after.get(next), entry.getValue());
        if (score >= THRESHOLD) {
          pairs.add(new Pair(entry.getKey(), next, score));
        }
      }
    }
    return pairs;
  }

  private static List<Object> keys(Features features) {
    List<Object> keys = new ArrayList<>(features.shingles);
    keys.add("title " + features.title);
    features.speakers.forEach(speaker -> keys.add("speaker " + speaker));
    return keys;
  }

  /** An equal title, or an equal content, is enough alone; equal speakers need a similar title. */
  private static double score(Features before, Features after, int sharedShingles) {
    int union = before.shingles.size() + after.shingles.size() - sharedShingles;
    double content = union == 0 ? 0 : (double) sharedShingles / union;
    double title =
        before.title.equals(after.title) ? 1 : 0.8 * jaccard(before.titleWords, after.titleWords);
    double speakers = jaccard(before.speakers, after.speakers);
    return 0.5 * title + 0.5 * content + 0.25 * speakers;
  }

  private static double jaccard(Set<String> a, Set<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    long shared = a.stream().filter(b::contains).count();
    return (double) shared / (a.size() + b.size() - shared);
  }

  private static Features features(Candidate candidate) {
    String title = Slug.of(candidate.title);
    return new Features(
        title,
        Arrays.stream(title.split("-")).collect(Collectors.toSet()),
        candidate.speakers.stream().map(Slug::of).collect(Collectors.toSet()),
        shingles(candidate.text));
  }

  /** Hashes of runs of words; of a text without spaces, and of a short one, what there is. */
  private static Set<Long> shingles(String text) {
    String[] words = text.strip().split("\\s+");
    Set<Long> shingles = new HashSet<>();
    for (int i = 0; i < words.length && shingles.size() < MAX_SHINGLES; i++) {
      long hash = 0;
      for (int j = i; j < Math.min(words.length, i + SHINGLE_WORDS); j++) {
        hash = hash * 1_000_003 + words[j].hashCode();
      }
      shingles.add(hash);
    }
    return shingles;
  }
}
