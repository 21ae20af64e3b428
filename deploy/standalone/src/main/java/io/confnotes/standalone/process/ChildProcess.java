package io.confnotes.standalone.process;

import io.confnotes.standalone.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A service's process: its output goes to a file, warnings and errors to the console too. It ends
 * when its standard input does, so that it can't outlive this JVM. One that dies by itself is
 * started again, but not for ever.
 */
public final class ChildProcess {

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path logFile;
  private final BoundedLog log;
  private final Console console;
  private final Consumer<Refusal> onGivingUp;
  private final Restarts restarts = new Restarts();
  private @Nullable Process process;
  private boolean stopping;

  /**
   * A process that does not run yet.
   *
   * @param onGivingUp called when it died too often
   */
  public ChildProcess(
      String name,
      List<String> command,
      Map<String, String> environment,
      Path logFile,
      Console console,
      Consumer<Refusal> onGivingUp) {
    this.name = name;
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.logFile = logFile;
    this.log = new BoundedLog(logFile);
    this.console = console;
    this.onGivingUp = onGivingUp;
  }

  public String name() {
    return name;
  }

  /** Starts the process, and again whenever it dies, until {@link #stop}. */
  public void start() {
    launch()
        .ifPresent(
            started ->
                Thread.ofPlatform()
                    .daemon()
                    .name(name + "-output")
                    .start(() -> supervise(started)));
  }

  /**
   * Runs the process to its end, once.
   *
   * @throws Refusal if it ends with another status than 0, or not in time
   */
  public void run(Duration limit) {
    var started =
        launch().orElseThrow(() -> new Refusal("Stopped before " + name + " was through"));
    var reader = Thread.ofPlatform().daemon().name(name + "-output").start(() -> pump(started));
    try {
      if (!started.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Refusal(
            name + " was not through after " + limit.toSeconds() + " s: see " + logFile);
      }
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted while " + name + " ran", e);
    } finally {
      started.destroyForcibly();
    }
    if (started.exitValue() != 0) {
      throw new Refusal(name + " ended with status " + started.exitValue() + ": see " + logFile);
    }
  }

  /** Asks the process to end; to be followed by {@link #awaitEnd}. */
  public synchronized void stop() {
    stopping = true;
    if (process != null) {
      closeInput(process);
    }
  }

  /**
   * Waits for the end of a process that was asked for it, and ends it by force when it takes too
   * long.
   */
  public void awaitEnd(Instant deadline) throws InterruptedException {
    var ending = current();
    if (ending == null) {
      return;
    }
    long millis = Math.max(1, Duration.between(Instant.now(), deadline).toMillis());
    if (!ending.waitFor(millis, TimeUnit.MILLISECONDS)) {
      log.write(Instant.now() + " WARN  [launcher] did not stop in time, killed");
      ending.destroyForcibly();
    }
    log.close();
  }

  private synchronized @Nullable Process current() {
    return process;
  }

  private synchronized boolean isStopping() {
    return stopping;
  }

  private synchronized Optional<Process> launch() {
    if (stopping) {
      return Optional.empty();
    }
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      var started = builder.start();
      process = started;
      return Optional.of(started);
    } catch (IOException e) {
      throw new Refusal("Can't start " + name + ": " + e.getMessage(), e);
    }
  }

  private void supervise(Process started) {
    var since = Instant.now();
    pump(started);
    int status = started.onExit().join().exitValue();
    if (diesWithUs()) {
      return;
    }
    var wait = restarts.afterDeath(Duration.between(since, Instant.now()), status);
    if (wait.isEmpty()) {
      onGivingUp.accept(
          new Refusal(
              name
                  + " died "
                  + Restarts.MAX_QUICK_DEATHS
                  + " times in a row (status "
                  + status
                  + "): see "
                  + logFile));
      return;
    }
    console.step(name + " died (status " + status + ") and is started again, see " + logFile);
    pause(wait.get());
    start();
  }

  /**
   * A Ctrl-C goes to all processes of a terminal at once: the launcher may learn of it a moment
   * after the service.
   */
  private boolean diesWithUs() {
    pause(Duration.ofMillis(300));
    return isStopping();
  }

  private void pump(Process started) {
    var severity = new Severity();
    try (var lines = new BufferedReader(started.inputReader(StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        log.write(line);
        if (severity.shows(line)) {
          console.line(name, line);
        }
      }
    } catch (IOException e) {
      console.line(name, "output lost: " + e.getMessage());
    }
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closeInput(Process process) {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      process.destroy();
    }
  }
}
