package io.confnotes.benchmarks.load;

import io.confnotes.benchmarks.load.database.TalkDatabase;
import io.confnotes.benchmarks.load.lucene.LuceneSearch;
import io.confnotes.benchmarks.load.talk.TalkGenerator;
import io.confnotes.embedded.Folders;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Fills a database, starts query-service on it, and measures what it answers how fast. */
@Command(
    name = "java -jar confnotes-benchmarks.jar load",
    usageHelpWidth = 100,
    showDefaultValues = true,
    sortOptions = false,
    description = {
      "Measures how fast query-service answers over many invented talks, beside pgbench with the",
      "same statements and Lucene with the same texts. Ctrl-C stops it and all it started.",
      ""
    })
public final class LoadBenchmark implements Callable<Integer> {

  @Option(names = "--talks", paramLabel = "N", description = "how many talks there are")
  private int talks = 100_000;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "keeps the database in this folder, and uses what an earlier run left there")
  private @Nullable Path data;

  @Option(
      names = "--concurrency",
      split = ",",
      paramLabel = "N",
      description = "how many requests are made at once; several numbers are measured in turn")
  private List<Integer> concurrency = new ArrayList<>(List.of(1, 2, 4));

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "how long each kind of requests is measured")
  private double seconds = 5;

  @Option(
      names = "--warm-up",
      paramLabel = "S",
      description =
          "how long it is made before that; all kinds mixed are made ten times as long at start")
  private double warmUp = 2;

  @Option(names = "--seed", paramLabel = "N", description = "of all that is random")
  private long seed = 1;

  @Option(
      names = "--postgresql",
      paramLabel = "NAME=VALUE",
      description = "a parameter of PostgreSQL; can be given again for others")
  private Map<String, String> postgresql = new TreeMap<>(Map.of("shared_buffers", "1GB"));

  @Option(names = "--query-service", paramLabel = "DIR", description = "what is measured, as built")
  private Path queryService = Path.of("query-service", "target", "quarkus-app");

  @Option(
      names = "--summary-service",
      paramLabel = "DIR",
      description = "what makes the tables, as built")
  private Path summaryService = Path.of("summary-service", "target", "quarkus-app");

  @Option(names = "--help", usageHelp = true, description = "prints this")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  @Spec private @Nullable CommandSpec command;

  /** Code is compiled while it runs, and a service that has run for a minute is what users ask. */
  private static final int WARM_UPS_AT_START = 10;

  private final Instant start = Instant.now();
  private final PrintWriter out;
  private final PrintWriter progress;

  private LoadBenchmark(PrintWriter out, PrintWriter progress) {
    this.out = out;
    this.progress = progress;
  }

  /**
   * Runs the command.
   *
   * @param progress takes what is done just now
   * @return 0 if everything was measured, 1 if not, 2 if an option is wrong
   */
  public static int run(List<String> arguments, PrintWriter out, PrintWriter progress) {
    return new CommandLine(new LoadBenchmark(out, progress))
        .setOut(out)
        .setErr(progress)
        .setExecutionExceptionHandler(
            (e, line, result) -> {
              if (!(e instanceof IllegalStateException)) {
                throw e;
              }
              progress.println(e.getMessage());
              return 1;
            })
        .execute(arguments.toArray(String[]::new));
  }

  @Override
  public Integer call() throws IOException, SQLException, InterruptedException {
    check(talks > 0, "--talks has to be at least 1");
    check(concurrency.stream().allMatch(n -> n > 0 && n <= 40), "--concurrency has to be 1 to 40");
    check(seconds > 0 && warmUp >= 0, "--seconds has to be more than 0, --warm-up not less");
    Path folder = data == null ? Files.createTempDirectory("confnotes-load-") : data;
    Files.createDirectories(folder);
    Path scratch = Files.createTempDirectory(folder, "scratch-");
    try (AtEnd atEnd = new AtEnd()) {
      atEnd.close(() -> Folders.delete(data == null ? folder : scratch));
      ServiceProcess.Program summary = new ServiceProcess.Program(summaryService);
      ServiceProcess.Program query = new ServiceProcess.Program(queryService);
      TalkGenerator generator = new TalkGenerator(seed, talks);
      say("PostgreSQL starts with " + postgresql);
      TalkDatabase database = TalkDatabase.start(folder, postgresql);
      atEnd.close(database);
      database.fill(
          generator,
          seed,
          tables -> ServiceProcess.migrate(summary, tables, folder.resolve("migrate.log")),
          this::say);
      measure(generator, new QueryService(query, database, scratch, seed));
    }
    return 0;
  }

  private void measure(TalkGenerator generator, QueryService service)
      throws IOException, SQLException, InterruptedException {
    QueryMix mix = new QueryMix(generator, new SplittableRandom(seed));
    Report report = new Report(out);
    out.printf(
        "%d talks of seed %d, %s; query-service with -Xmx%dm%n",
        talks, seed, postgresql, QueryService.HEAP_MEGABYTES);
    say("recording statements");
    Statements statements = Statements.record(mix, service, seed);
    try (HttpLoad load = service.start()) {
      say("warming up");
      load.run(mixed(mix), Collections.max(concurrency), warmUp().multipliedBy(WARM_UPS_AT_START));
      for (int clients : concurrency) {
        table(mix, load, clients, report);
        for (QueryMix.Group group : statements.groups()) {
          say("%s, %d at once, beside pgbench".formatted(group, clients));
          report.besidePgbench(statements.compare(group, load, clients, warmUp(), measured()));
        }
      }
      say("indexing for Lucene");
      try (LuceneSearch lucene =
          LuceneSearch.index(
              service.folder("lucene"), generator, indexed -> say(indexed + " talks"))) {
        for (var words : mix.words(new SplittableRandom(seed)).entrySet()) {
          say(words.getKey() + ", beside Lucene");
          report.besideLucene(
              BesideLucene.compare(words.getKey(), words.getValue(), lucene, load, measured()));
        }
      }
    } finally {
      report.survived(service.stop());
    }
    report.summary();
  }

  private void table(QueryMix mix, HttpLoad load, int clients, Report report)
      throws InterruptedException {
    report.beginTable(clients);
    for (QueryMix.Kind kind : mix.kinds()) {
      say("%s, %d at once".formatted(kind.name(), clients));
      load.run(List.of(kind), clients, warmUp());
      report.row(kind, clients, load.run(List.of(kind), clients, measured()));
    }
    report.mixed(load.run(mixed(mix), clients, measured()));
  }

  private static List<QueryMix.Kind> mixed(QueryMix mix) {
    return mix.kinds().stream().filter(kind -> !kind.follows()).toList();
  }

  private Duration warmUp() {
    return Duration.ofMillis(Math.round(warmUp * 1_000));
  }

  private Duration measured() {
    return Duration.ofMillis(Math.round(seconds * 1_000));
  }

  private void check(boolean good, String otherwise) {
    if (!good && command != null) {
      throw new ParameterException(command.commandLine(), otherwise);
    }
  }

  private void say(String what) {
    progress.printf("%6d s  %s%n", Duration.between(start, Instant.now()).toSeconds(), what);
    progress.flush();
  }
}
