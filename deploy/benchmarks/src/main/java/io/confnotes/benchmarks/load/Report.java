package io.confnotes.benchmarks.load;

import io.confnotes.benchmarks.load.QueryMix.Group;
import io.confnotes.benchmarks.load.QueryMix.Kind;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Prints what was measured, and in the end which targets it reaches. */
final class Report {

  private static final double SEARCH_P50 = 20;
  private static final double SEARCH_P99 = 100;
  private static final double OTHER_P99 = 50;
  private static final double OF_PGBENCH = 0.5;
  private static final double TIMES_LUCENE = 3;
  private static final double RARE = 0.01;

  private record Row(Kind kind, int clients, Latencies latencies) {
    boolean isSearch() {
      return kind.group() == Group.SEARCH;
    }
  }

  private final PrintWriter out;
  private final List<Row> rows = new ArrayList<>();
  private final List<Statements.Comparison> besidePgbench = new ArrayList<>();
  private final List<BesideLucene.Comparison> besideLucene = new ArrayList<>();
  private boolean survived;

  Report(PrintWriter out) {
    this.out = out;
  }

  void beginTable(int clients) {
    print("%n%d at once%n", clients);
    print(
        "%-28s %9s %9s %8s %8s %8s %6s%n",
        "kind", "requests", "a second", "p50 ms", "p99 ms", "max ms", "errors");
  }

  void row(Kind kind, int clients, Latencies latencies) {
    rows.add(new Row(kind, clients, latencies));
    row(kind.name(), latencies);
  }

  /** All kinds but those that follow, at random. */
  void mixed(Latencies latencies) {
    row("all of these, mixed", latencies);
  }

  private void row(String name, Latencies latencies) {
    print(
        "%-28s %9d %9.1f %8.2f %8.2f %8.2f %6d%n",
        name,
        latencies.requests(),
        latencies.perSecond(),
        latencies.p50(),
        latencies.p99(),
        latencies.max(),
        latencies.errors());
  }

  void besidePgbench(Statements.Comparison comparison) {
    besidePgbench.add(comparison);
    double http = comparison.http().perSecond();
    String name = comparison.group().name().toLowerCase(Locale.ROOT);
    if (comparison.pgbench() == null) {
      print("%s over HTTP: %.1f a second; there is no pgbench on this machine%n", name, http);
    } else {
      print(
          "%s over HTTP: %.1f a second, %d errors; the same statements with pgbench: %.1f (%.2f of it)%n",
          name,
          http,
          comparison.http().errors(),
          comparison.pgbench(),
          http / comparison.pgbench());
    }
  }

  void besideLucene(BesideLucene.Comparison comparison) {
    if (besideLucene.isEmpty()) {
      print(
          "%n%-20s %8s  %-17s  %-25s  %-25s%n",
          "1 at once; p50, p99", "of talks", "query-service ms", "Lucene over HTTP", "in process");
    }
    besideLucene.add(comparison);
    print(
        "%-20s %7.2f%%  %8.2f %8.2f  %8.2f %8.2f (%4.1fx)  %8.3f %8.3f (%4.1fx)%n",
        comparison.words(),
        100 * comparison.share(),
        comparison.service().p50(),
        comparison.service().p99(),
        comparison.server().p50(),
        comparison.server().p99(),
        comparison.service().p50() / comparison.server().p50(),
        comparison.library().p50(),
        comparison.library().p99(),
        comparison.service().p50() / comparison.library().p50());
  }

  /** Whether the service ran until it was stopped. */
  void survived(boolean survived) {
    this.survived = survived;
  }

  /** A line for each target. */
  void summary() {
    print("%n");
    for (int clients : rows.stream().map(Row::clients).distinct().toList()) {
      List<Row> at = rows.stream().filter(row -> row.clients() == clients).toList();
      List<Row> searches = at.stream().filter(Row::isSearch).toList();
      List<Row> others = at.stream().filter(row -> !row.isSearch()).toList();
      worst("search p50, " + clients + " at once", SEARCH_P50, searches, Latencies::p50);
      worst("search p99, " + clients + " at once", SEARCH_P99, searches, Latencies::p99);
      worst("everything else p99, " + clients + " at once", OTHER_P99, others, Latencies::p99);
    }
    besidePgbench.forEach(this::judge);
    besideLucene.stream()
        .filter(comparison -> comparison.single() && comparison.share() < RARE)
        .forEach(
            comparison -> {
              judge(comparison, "Lucene over HTTP", comparison.server());
              judge(comparison, "Lucene in process", comparison.library());
            });
    long errors = rows.stream().mapToLong(row -> row.latencies().errors()).sum();
    target(errors == 0, "every answer is 200", errors + " are not");
    target(
        survived,
        "a heap of " + QueryService.HEAP_MEGABYTES + " MB",
        survived ? "query-service ran to the end" : "query-service died");
  }

  private void judge(Statements.Comparison comparison) {
    String name =
        "%s over HTTP, %d at once, at least %.1f of pgbench's"
            .formatted(
                comparison.group().name().toLowerCase(Locale.ROOT),
                comparison.clients(),
                OF_PGBENCH);
    if (comparison.pgbench() == null) {
      print("not measured  %s: there is no pgbench on this machine%n", name);
    } else {
      double part = comparison.http().perSecond() / comparison.pgbench();
      target(part >= OF_PGBENCH, name, "%.2f".formatted(part));
    }
  }

  private void judge(BesideLucene.Comparison comparison, String other, Latencies than) {
    double times = comparison.service().p50() / than.p50();
    target(
        times <= TIMES_LUCENE,
        "%s within %.0f times of %s".formatted(comparison.words(), TIMES_LUCENE, other),
        "%.1f".formatted(times));
  }

  /** The slowest kind decides; all that are too slow are named. */
  private void worst(
      String name, double bound, List<Row> of, ToDoubleFunction<Latencies> measured) {
    List<Row> slowest =
        of.stream()
            .sorted(
                Comparator.comparingDouble((Row row) -> measured.applyAsDouble(row.latencies()))
                    .reversed())
            .toList();
    List<Row> slow =
        slowest.stream().filter(row -> measured.applyAsDouble(row.latencies()) >= bound).toList();
    target(
        slow.isEmpty(),
        "%s under %.0f ms".formatted(name, bound),
        (slow.isEmpty() ? slowest.stream().limit(1).toList() : slow)
            .stream()
                .map(
                    row ->
                        "%s %.1f"
                            .formatted(row.kind().name(), measured.applyAsDouble(row.latencies())))
                .collect(Collectors.joining(", ")));
  }

  private void target(boolean reached, String name, String measured) {
    print("%-12s  %s: %s%n", reached ? "reached" : "missed", name, measured);
  }

  private void print(String format, Object... values) {
    out.printf(Locale.ROOT, format, values);
    out.flush();
  }
}
