package io.confnotes.benchmarks.load.database;

import io.confnotes.benchmarks.load.database.StatementLog.Logged;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's own benchmark, running statements that a service has run. */
public final class Pgbench {

  private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
  private static final Pattern TRANSACTIONS =
      Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");

  /** What pgbench would take for one of its variables. */
  private static final Pattern VARIABLE = Pattern.compile("(?<!:):\\w");

  private final Path program;
  private final Map<String, String> environment;
  private final Path folder;

  /**
   * A program that was found.
   *
   * @param environment says where the database is, and the settings of sessions
   * @param folder for what it is to run
   */
  public Pgbench(Path program, Map<String, String> environment, Path folder) {
    this.program = program;
    this.environment = Map.copyOf(environment);
    this.folder = folder;
  }

  /** The newest that Debian's packages of servers have, else the one on the path. */
  public static Optional<Path> find() throws IOException {
    Path servers = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(servers)) {
      try (Stream<Path> versions = Files.list(servers)) {
        Optional<Path> newest =
            versions
                .map(version -> version.resolve("bin/pgbench"))
                .filter(Files::isExecutable)
                .max(Path::compareTo);
        if (newest.isPresent()) {
          return newest;
        }
      }
    }
    return Pattern.compile(File.pathSeparator)
        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
        .map(path -> Path.of(path, "pgbench"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Runs the statements of one request after the other, each request as often, and tells how many
   * requests a second that makes.
   *
   * @param requests the statements of each
   * @throws IllegalStateException if pgbench can't run them
   */
  public double requestsPerSecond(List<List<Logged>> requests, int concurrency, Duration duration)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            program.toString(),
            "--no-vacuum",
            "--protocol=prepared",
            "--client=" + concurrency,
            "--jobs=" + Math.min(concurrency, Runtime.getRuntime().availableProcessors()),
            "--time=" + Math.max(1, duration.toSeconds())));
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < requests.size(); i++) {
      Path script = folder.resolve("request" + i + ".sql");
      Files.writeString(script, script(requests.get(i), "r" + i, variables));
      command.add("--file=" + script);
    }
    variables.forEach((name, value) -> command.add("--define=" + name + "=" + value));
    String output = run(command);
    return TRANSACTIONS
        .matcher(output)
        .results()
        .findFirst()
        .map(found -> Double.parseDouble(found.group(1)))
        .orElseThrow(() -> new IllegalStateException("pgbench says: " + output));
  }

  private static String script(
      List<Logged> statements, String prefix, Map<String, String> variables) {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < statements.size(); i++) {
      Logged statement = statements.get(i);
      if (VARIABLE.matcher(statement.sql()).find()) {
        throw new IllegalStateException("pgbench would change " + statement.sql());
      }
      String name = prefix + "s" + i + "p";
      script
          .append(
              PLACE
                  .matcher(statement.sql())
                  .replaceAll(place -> variable(place, statement, name, variables)))
          .append(";\n");
    }
    return script.toString();
  }

  private static String variable(
      MatchResult place, Logged statement, String name, Map<String, String> variables) {
    @Nullable String value = statement.parameters().get(Integer.parseInt(place.group(1)) - 1);
    // Values that pgbench has no variables for
    if (value == null) {
      return "NULL";
    }
    if (value.isEmpty()) {
      return "''";
    }
    variables.put(name + place.group(1), value);
    return ":" + name + place.group(1);
  }

  private String run(List<String> command) throws IOException, InterruptedException {
    Path output = folder.resolve("pgbench.log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    Thread hook = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      int status = process.waitFor();
      String printed = Files.readString(output, StandardCharsets.UTF_8);
      if (status != 0) {
        throw new IllegalStateException("pgbench failed: " + printed);
      }
      return printed;
    } finally {
      process.destroy();
      removeHook(hook);
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This JVM is ending: the hook has run
    }
  }
}
