package io.confnotes.query.status;

import io.confnotes.query.database.Database;
import io.confnotes.query.database.SchemaReadiness;
import io.confnotes.query.status.Status.State;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** Tells how the pipeline is, within 2 s whatever is away. Thread-safe; blocks. */
@Singleton
public final class StatusReport {

  private static final int MOST_MILLIS = 1_800;

  /** What comes in while somebody looks is no reason to worry. */
  private static final long MUCH_LAG = 1_000;

  private final SchemaReadiness schema;
  private final Database database;
  private final OtherServices others;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  StatusReport(@Readiness SchemaReadiness schema, Database database, OtherServices others) {
    this.schema = schema;
    this.database = database;
    this.others = others;
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }

  /** How it is now. Asks everything at once. */
  public Status now() {
    CompletableFuture<Optional<OtherServices.Answer>> ingest = others.ingest();
    CompletableFuture<Optional<OtherServices.Answer>> summary = others.summary();
    CompletableFuture<ServiceStatus> query =
        CompletableFuture.supplyAsync(() -> of(schema.call()), threads)
            .completeOnTimeout(slow(), MOST_MILLIS, TimeUnit.MILLISECONDS);
    CompletableFuture<Optional<Instant>> lastStored =
        CompletableFuture.supplyAsync(this::lastStored, threads)
            .exceptionally(away -> Optional.empty())
            .completeOnTimeout(Optional.empty(), MOST_MILLIS, TimeUnit.MILLISECONDS);
    Map<String, String> told = summary.join().map(OtherServices.Answer::told).orElse(Map.of());
    return of(
        List.of(
            query.join(),
            of("ingest-service", ingest.join()),
            of("summary-service", summary.join())),
        told,
        lastStored.join().orElse(null));
  }

  private static ServiceStatus of(String name, Optional<OtherServices.Answer> answer) {
    return answer
        .map(given -> ServiceStatus.of(name, given.ready(), given.told()))
        .orElseGet(() -> ServiceStatus.away(name));
  }

  private static ServiceStatus of(HealthCheckResponse check) {
    Map<String, String> told =
        check.getData().orElse(Map.of()).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, value -> value.getValue().toString()));
    return ServiceStatus.of(
        "query-service", check.getStatus() == HealthCheckResponse.Status.UP, told);
  }

  private static ServiceStatus slow() {
    return new ServiceStatus(
        "query-service",
        false,
        null,
        "the database does not answer in time",
        "check that PostgreSQL runs and is not overloaded");
  }

  private Optional<Instant> lastStored() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT processed_at FROM api.submission WHERE state = 'stored'
                     ORDER BY processed_at DESC LIMIT 1
                    """)
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant));
  }

  /** Puts it together; the first thing that is wrong makes the sentence. */
  static Status of(
      List<ServiceStatus> services, Map<String, String> told, @Nullable Instant lastStoredAt) {
    @Nullable Long lag = number(told.get("lag"));
    @Nullable Long deadLetters = number(told.get("deadLetters"));
    @Nullable Long version = number(told.get("schema"));
    Verdict verdict = verdict(services, lag, deadLetters, told);
    return new Status(
        verdict.state,
        verdict.summary,
        verdict.todo,
        services,
        version == null ? null : Math.toIntExact(version),
        lag,
        deadLetters,
        lastStoredAt,
        told.get("analysis"),
        told.get("reanalysis"),
        told.get("rebuild"),
        told.get("curation"));
  }

  private record Verdict(State state, String summary, @Nullable String todo) {}

  private static Verdict verdict(
      List<ServiceStatus> services,
      @Nullable Long lag,
      @Nullable Long deadLetters,
      Map<String, String> told) {
    Optional<ServiceStatus> failing =
        services.stream().filter(service -> !service.ready()).findFirst();
    if (failing.isPresent()) {
      ServiceStatus service = failing.get();
      return new Verdict(
          State.FAILING,
          "%s: %s. %s".formatted(service.name(), service.problem(), meaning(service.name())),
          service.todo());
    }
    if (deadLetters != null && deadLetters > 0) {
      return new Verdict(
          State.ATTENTION,
          deadLetters == 1 ? "1 dead letter waits." : deadLetters + " dead letters wait.",
          "look at them, mend what was wrong, then replay them");
    }
    if (lag != null && lag > MUCH_LAG) {
      return new Verdict(
          State.ATTENTION,
          String.format(Locale.ROOT, "%,d records of the log are not applied yet.", lag),
          "wait; if they do not get fewer, look at the log of summary-service");
    }
    if (!told.getOrDefault("analysis", "up to date").equals("up to date")) {
      return new Verdict(
          State.ATTENTION,
          "Some talks were analysed by another version.",
          told.containsKey("reanalysis")
              ? "wait for the re-analysis that runs; after a dry run, start one"
              : "start a re-analysis, first as a dry run");
    }
    return new Verdict(State.WELL, "All is well.", null);
  }

  private static String meaning(String service) {
    return switch (service) {
      case "ingest-service" -> "Nothing can be submitted until it is back.";
      case "summary-service" ->
          "What is submitted is kept in the log, and is shown when it is back.";
      default -> "Nothing can be read until it is back.";
    };
  }

  private static @Nullable Long number(@Nullable String text) {
    return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }
}
