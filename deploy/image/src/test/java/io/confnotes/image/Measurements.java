package io.confnotes.image;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Prints how fast each service is ready, from the start of its container, and how much memory it
 * takes after a minute at rest: what counts for its limit, without files that are only cached.
 * Asserts nothing, so it runs only where it is asked for by name.
 */
@InContainers
class Measurements {
  private static final int STARTS = 7;
  private static final Duration REST = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Servers servers;

  Measurements(Servers servers) {
    this.servers = servers;
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "summary", "query"})
  void measure(String name) throws Exception {
    try (var service =
        switch (name) {
          case "ingest" -> servers.ingest();
          case "summary" -> servers.summary();
          default -> servers.query("http://nobody:8081");
        }) {
      service.start();
      var millis =
          LongStream.generate(() -> restart(service).toMillis()).limit(STARTS).sorted().toArray();
      Awaitility.await().pollDelay(REST).atMost(PATIENCE).until(() -> true);
      System.out.printf(
          "measured: %s-service ready in %d ms (%d to %d), %d MiB at rest%n",
          name, millis[STARTS / 2], millis[0], millis[STARTS - 1], memory(service) >> 20);
    }
  }

  private static Duration restart(Service service) {
    service.terminate();
    service.getDockerClient().startContainerCmd(service.getContainerId()).exec();
    Awaitility.await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .atMost(PATIENCE)
        .until(service::isReady);
    var ready = Instant.now();
    var state =
        service.getDockerClient().inspectContainerCmd(service.getContainerId()).exec().getState();
    return Duration.between(Instant.parse(requireNonNull(state.getStartedAt())), ready);
  }

  private static long memory(Service service) throws Exception {
    var read = new AtomicReference<@Nullable Statistics>();
    try (var answer =
        new ResultCallback.Adapter<Statistics>() {
          @Override
          public void onNext(Statistics statistics) {
            read.set(statistics);
          }
        }) {
      service
          .getDockerClient()
          .statsCmd(service.getContainerId())
          .withNoStream(true)
          .exec(answer)
          .awaitCompletion();
    }
    var memory = requireNonNull(requireNonNull(read.get()).getMemoryStats());
    var parts = requireNonNull(memory.getStats());
    // Of either version of control groups
    long cached =
        requireNonNullElse(
            parts.getTotalInactiveFile(), requireNonNullElse(parts.getInactiveFile(), 0L));
    return requireNonNull(memory.getUsage()) - cached;
  }
}
