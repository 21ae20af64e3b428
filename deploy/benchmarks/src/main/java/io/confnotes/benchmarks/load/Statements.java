package io.confnotes.benchmarks.load;

import io.confnotes.benchmarks.load.QueryMix.Group;
import io.confnotes.benchmarks.load.QueryMix.Kind;
import io.confnotes.benchmarks.load.database.Pgbench;
import io.confnotes.benchmarks.load.database.StatementLog;
import io.confnotes.benchmarks.load.database.StatementLog.Logged;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Requests with the statements that query-service runs for them, to run these alone and compare.
 */
final class Statements {

  private static final int REQUESTS_OF_A_KIND = 6;

  private record Request(String path, List<Logged> statements) {}

  /**
   * How many requests a second there were.
   *
   * @param pgbench with pgbench; null where there is none
   */
  record Comparison(Group group, int clients, Latencies http, @Nullable Double pgbench) {}

  private final Map<Group, List<Request>> requests;
  private final @Nullable Pgbench pgbench;

  private Statements(Map<Group, List<Request>> requests, @Nullable Pgbench pgbench) {
    this.requests = requests;
    this.pgbench = pgbench;
  }

  /**
   * Starts the service with a log of all it asks the database, makes some requests of each kind
   * that is compared, and stops it again.
   */
  static Statements record(QueryMix mix, QueryService service, long seed)
      throws IOException, SQLException, InterruptedException {
    Map<Group, List<Request>> requests = new EnumMap<>(Group.class);
    SplittableRandom random = new SplittableRandom(seed);
    service.database().logStatements(true);
    try (HttpLoad load = service.start();
        StatementLog log = service.database().statements()) {
      for (Kind kind : mix.kinds()) {
        if (kind.group() != Group.OTHER) {
          for (int i = 0; i < REQUESTS_OF_A_KIND; i++) {
            String path = kind.paths().next(random);
            // What is asked only once, at the begin, does not count
            load.get(path);
            requests
                .computeIfAbsent(kind.group(), group -> new ArrayList<>())
                .add(new Request(path, log.of(() -> load.get(path))));
          }
        }
      }
    } finally {
      service.stop();
      service.database().logStatements(false);
    }
    return new Statements(requests, pgbench(service));
  }

  private static @Nullable Pgbench pgbench(QueryService service) throws IOException {
    Optional<Path> program = Pgbench.find();
    if (program.isEmpty()) {
      return null;
    }
    Map<String, String> environment = new HashMap<>(service.database().clientEnvironment());
    environment.put("PGOPTIONS", service.sessionOptions());
    return new Pgbench(program.get(), environment, service.folder("pgbench"));
  }

  Set<Group> groups() {
    return requests.keySet();
  }

  /** Makes the same requests over HTTP and, as statements alone, with pgbench. */
  Comparison compare(Group group, HttpLoad load, int clients, Duration warmUp, Duration duration)
      throws IOException, InterruptedException {
    List<Request> recorded = requests.getOrDefault(group, List.of());
    Kind same =
        new Kind(
            group.name(),
            group,
            random -> recorded.get(random.nextInt(recorded.size())).path(),
            false);
    load.run(List.of(same), clients, warmUp);
    Latencies http = load.run(List.of(same), clients, duration);
    Double alone =
        pgbench == null
            ? null
            : pgbench.requestsPerSecond(
                recorded.stream().map(Request::statements).toList(), clients, duration);
    return new Comparison(group, clients, http, alone);
  }
}
