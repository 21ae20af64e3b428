package io.confnotes.standalone.pipeline;

import io.confnotes.embedded.EmbeddedPostgreSQL;
import io.confnotes.standalone.Refusal;
import io.confnotes.standalone.data.DataFolder;
import io.confnotes.standalone.data.Passwords;
import io.confnotes.standalone.port.Ports;
import io.confnotes.standalone.process.ChildProcess;
import io.confnotes.standalone.process.Console;
import io.confnotes.standalone.server.ConfnotesDatabase;
import io.confnotes.standalone.server.Servers;
import io.confnotes.standalone.status.Readiness;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * Everything that runs: PostgreSQL, Kafka and the three services. Each starts as soon as what it
 * needs is there; at the end the services stop first, while the servers still answer them.
 */
public final class Pipeline implements AutoCloseable {

  private static final Duration READY = Duration.ofSeconds(90);
  private static final Duration MIGRATED = Duration.ofMinutes(5);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration WATCH = Duration.ofSeconds(2);
  private static final Duration SERVICES_STOP = Duration.ofMillis(2500);
  private static final Duration TRAINING_STOP = Duration.ofMinutes(2);

  private final Distribution distribution;
  private final DataFolder folder;
  private final Ports ports;
  private final Passwords passwords;
  private final Console console;
  private final Servers servers;
  private final CompletableFuture<Refusal> failure = new CompletableFuture<>();
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<ChildProcess> children = new ConcurrentLinkedQueue<>();
  private volatile boolean stopping;

  public Pipeline(Distribution distribution, DataFolder folder, Ports ports, Console console) {
    this.distribution = distribution;
    this.folder = folder;
    this.ports = ports;
    this.passwords = Passwords.of(folder);
    this.console = console;
    this.servers = new Servers(folder, ports, passwords, distribution.programs(folder.path()));
  }

  /**
   * Starts everything and returns when all of it is ready.
   *
   * @throws Refusal if something does not start
   */
  public void start() {
    var kafka = CompletableFuture.runAsync(this::startKafka, executor);
    var database = CompletableFuture.supplyAsync(this::startPostgreSQL, executor);
    var ingest = kafka.thenRunAsync(() -> start(Service.INGEST, ""), executor);
    var query = database.thenAcceptAsync(url -> start(Service.QUERY, url), executor);
    var summary =
        kafka
            .thenCombineAsync(database, (none, url) -> url, executor)
            .thenAcceptAsync(url -> start(Service.SUMMARY, url), executor);
    var ready = CompletableFuture.allOf(ingest, query, summary);
    Stream.of(kafka, database, ingest, query, summary, ready).forEach(this::failWith);
    CompletableFuture.anyOf(ready.handle((done, e) -> null), failure).join();
    if (failure.isDone() || ready.isCompletedExceptionally()) {
      throw failure.join();
    }
    Thread.ofPlatform().daemon().name("watch").start(this::watch);
  }

  /** Completed when something failed that could not be brought back. */
  public CompletableFuture<Refusal> failure() {
    return failure;
  }

  /**
   * Returns at once if nothing asked for a stop; else never, as what is left is the stop's
   * business.
   */
  public void awaitStop() {
    while (stopping) {
      pause(WATCH);
    }
  }

  /** Stops everything, the services first; within about 5 s. */
  @Override
  public void close() {
    stopping = true;
    // What is just starting is not waited for
    executor.shutdownNow();
    children.forEach(ChildProcess::stop);
    var deadline =
        Instant.now().plus(distribution.training() == null ? SERVICES_STOP : TRAINING_STOP);
    try {
      for (var child : children) {
        child.awaitEnd(deadline);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      servers.close();
    }
  }

  private void startKafka() {
    servers.startKafka(failure::complete);
    console.step("Kafka " + AppInfoParser.getVersion() + " on port " + ports.kafka());
  }

  private String startPostgreSQL() {
    var server = servers.startPostgreSQL();
    console.step("PostgreSQL " + EmbeddedPostgreSQL.version() + " on port " + ports.postgresql());
    var database = new ConfnotesDatabase(server);
    database.create(passwords);
    var checksum = distribution.schemaChecksum();
    if (!database.isMigratedBy(checksum)) {
      child(Service.SUMMARY, "migrate", database.url(), "migrate").run(MIGRATED);
      database.markMigratedBy(checksum);
      console.step("database migrated");
    }
    return database.url();
  }

  private void start(Service service, String databaseUrl) {
    var child = child(service, service.label(), databaseUrl);
    children.add(child);
    if (stopping) {
      return;
    }
    child.start();
    awaitReady(service);
    console.step(service.label() + "-service on port " + service.port(ports));
  }

  private ChildProcess child(
      Service service, String name, String databaseUrl, String... arguments) {
    var environment = service.environment(ports, databaseUrl, passwords);
    return new ChildProcess(
        name,
        distribution.command(service, arguments),
        environment,
        folder.log(name),
        console,
        failure::complete);
  }

  private void awaitReady(Service service) {
    var deadline = Instant.now().plus(READY);
    while (!Readiness.isReady(service.address(ports))) {
      if (stopping || failure.isDone()) {
        throw new Refusal("Stopped before " + service.label() + "-service was ready");
      }
      if (Instant.now().isAfter(deadline)) {
        throw new Refusal(
            service.label()
                + "-service is not ready after "
                + READY.toSeconds()
                + " s: see "
                + folder.log(service.label()));
      }
      pause(POLL);
    }
  }

  private void failWith(CompletableFuture<?> step) {
    step.exceptionally(
        e -> {
          failure.complete(refusal(e));
          return null;
        });
  }

  private static Refusal refusal(Throwable e) {
    var cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    return cause instanceof Refusal refusal ? refusal : new Refusal("Unexpected: " + cause, cause);
  }

  private void watch() {
    while (!stopping && !failure.isDone()) {
      pause(WATCH);
      try {
        if (!stopping && servers.revivePostgreSQL()) {
          console.step(
              "PostgreSQL had died and was started again, see " + folder.log("postgresql"));
        }
      } catch (IOException | RuntimeException e) {
        failure.complete(
            new Refusal(
                "PostgreSQL died and does not start again: see " + folder.log("postgresql"), e));
      }
    }
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
