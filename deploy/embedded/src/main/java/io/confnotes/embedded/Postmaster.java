package io.confnotes.embedded;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server process on a data directory, known by the file it keeps there while it runs. */
final class Postmaster {

  private static final long STOP_SECONDS = 20;

  /**
   * Waits for a word that its work is done or the end of its input, which a killed JVM can't
   * prevent, and then asks for a fast shutdown; a server that is just starting is waited for.
   * Signals meant for a whole process group don't matter to it.
   */
  private static final String GUARDIAN =
      """
      trap '' INT TERM HUP
      read word && exit
      for attempt in 1 2 3 4 5 6 7 8 9 10; do
        [ -f "$1" ] && pid=$(head -n 1 "$1") && kill -INT "$pid" && exit
        sleep 0.5
      done
      """;

  private final Path dataDirectory;
  private final Path pidFile;

  Postmaster(Path dataDirectory) {
    this.dataDirectory = dataDirectory;
    this.pidFile = dataDirectory.resolve("postmaster.pid");
  }

  Optional<ProcessHandle> process() throws IOException {
    if (Files.notExists(pidFile)) {
      return Optional.empty();
    }
    try (var lines = Files.lines(pidFile)) {
      return lines
          .findFirst()
          .map(Long::valueOf)
          .flatMap(ProcessHandle::of)
          .filter(ProcessHandle::isAlive)
          .filter(this::isOurs);
    }
  }

  /**
   * Stops a server that nobody owns any more, and removes a file that a crash left behind, as its
   * number may be another process's now.
   */
  void stopOrphan() throws IOException {
    var orphan = process();
    if (orphan.isPresent()) {
      stop(orphan.get());
    }
    Files.deleteIfExists(pidFile);
  }

  /**
   * A process that stops the server when this JVM ends in any way, unless it was told {@link
   * #dismiss} before.
   */
  Process startGuardian() throws IOException {
    return new ProcessBuilder("sh", "-c", GUARDIAN, "guardian", pidFile.toString())
        .redirectErrorStream(true)
        .redirectOutput(Redirect.to(new File("/dev/null")))
        .start();
  }

  static void dismiss(Process guardian) throws IOException {
    try (var input = guardian.getOutputStream()) {
      input.write("done\n".getBytes(StandardCharsets.US_ASCII));
    }
  }

  /**
   * A number is used again after a restart of the machine: the command line has to name our folder.
   */
  private boolean isOurs(ProcessHandle process) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains("postgres") && line.contains(dataDirectory.toString()))
        .isPresent();
  }

  private static void stop(ProcessHandle server) throws IOException {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).inheritIO().start().waitFor();
      server.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      server.destroyForcibly();
      server.onExit().join();
    } catch (ExecutionException e) {
      throw new IOException("Can't stop PostgreSQL, process " + server.pid(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while PostgreSQL was stopping", e);
    }
  }
}
