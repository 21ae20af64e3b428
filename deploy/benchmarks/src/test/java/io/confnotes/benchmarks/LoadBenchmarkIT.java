package io.confnotes.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.benchmarks.load.LoadBenchmark;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs the load benchmark once on a few talks, so that it stays usable; judges no time. */
final class LoadBenchmarkIT {

  @Test
  void shouldAskWithoutErrorsAndCompare() {
    // Given
    StringWriter printed = new StringWriter();
    StringWriter progress = new StringWriter();
    List<String> options =
        List.of(
            "--talks=300",
            "--concurrency=2",
            "--seconds=0.2",
            "--warm-up=0",
            "--postgresql=shared_buffers=64MB",
            "--query-service=../../query-service/target/quarkus-app",
            "--summary-service=../../summary-service/target/quarkus-app");
    // When
    int status =
        LoadBenchmark.run(options, new PrintWriter(printed, true), new PrintWriter(progress, true));
    // Then
    assertThat(status).as(progress.toString()).isZero();
    List<String> rows =
        printed.toString().lines().filter(line -> line.matches(".*( +[\\d.]+){6}")).toList();
    assertThat(rows).hasSizeGreaterThan(25).allMatch(row -> row.endsWith(" 0"), "without errors");
    assertThat(printed.toString())
        .contains("search: rare word", "trends: pairs of a tag", "all of these, mixed")
        .contains("search over HTTP: ", "trends over HTTP: ", "rare words")
        .containsPattern("(reached|missed) +search p50, 2 at once under 20 ms: ")
        .containsPattern("(reached|missed) +rare words within 3 times of Lucene over HTTP: ")
        .containsPattern("reached +every answer is 200: 0 are not")
        .containsPattern("reached +a heap of 256 MB: ");
  }
}
