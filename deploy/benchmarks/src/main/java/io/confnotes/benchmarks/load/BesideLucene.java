package io.confnotes.benchmarks.load;

import io.confnotes.benchmarks.load.QueryMix.Group;
import io.confnotes.benchmarks.load.QueryMix.Kind;
import io.confnotes.benchmarks.load.lucene.LuceneSearch;
import io.confnotes.benchmarks.load.lucene.LuceneServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Searches for the same words here and there, one at a time. */
final class BesideLucene {

  private BesideLucene() {}

  /**
   * How long searches took.
   *
   * @param single whether it was one word each time
   * @param share what part of the talks has such a word, on average
   * @param service query-service, over HTTP
   * @param server Lucene, over HTTP too, with the same parts in an answer
   * @param library Lucene in this process, without snippets
   */
  record Comparison(
      String words,
      boolean single,
      double share,
      Latencies service,
      Latencies server,
      Latencies library) {}

  static Comparison compare(
      String name, List<String> words, LuceneSearch lucene, HttpLoad load, Duration duration)
      throws IOException, InterruptedException {
    double share = 0;
    for (String each : words) {
      share += lucene.share(each) / words.size();
    }
    Kind searches =
        new Kind(
            name,
            Group.SEARCH,
            random -> QueryMix.searchFor(words.get(random.nextInt(words.size()))),
            false);
    load.run(List.of(searches), 1, duration.dividedBy(2));
    Latencies service = load.run(List.of(searches), 1, duration);
    Latencies server;
    try (LuceneServer running = LuceneServer.start(lucene);
        HttpLoad other = load.on(running.address())) {
      other.run(List.of(searches), 1, duration.dividedBy(2));
      server = other.run(List.of(searches), 1, duration);
    }
    library(words, lucene, duration.dividedBy(2));
    boolean single = words.stream().noneMatch(each -> each.contains(" "));
    return new Comparison(name, single, share, service, server, library(words, lucene, duration));
  }

  private static Latencies library(List<String> words, LuceneSearch lucene, Duration duration)
      throws IOException {
    Latencies latencies = new Latencies();
    long start = System.nanoTime();
    long end = start + duration.toNanos();
    for (int i = 0; i == 0 || System.nanoTime() < end; i++) {
      long before = System.nanoTime();
      lucene.search(words.get(i % words.size()), false);
      latencies.record(System.nanoTime() - before, true);
    }
    return latencies.of(Duration.ofNanos(System.nanoTime() - start));
  }
}
