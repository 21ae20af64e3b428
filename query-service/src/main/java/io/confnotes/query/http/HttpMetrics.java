package io.confnotes.query.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How requests are measured ({@code http.server.requests}): how many took up to each of some
 * durations, and by route. What is refused before it has one has the route {@code REFUSED} instead
 * of whatever path was asked for, of which there are any number. There is a failure and a refusal
 * of each service from its start, none times: of what is missing nobody could tell whether it is
 * zero.
 */
@Singleton
final class HttpMetrics {
  private static final String REQUESTS = "http.server.requests";
  private static final Tag REFUSED = Tag.of("uri", "REFUSED");

  /** Of refusals that may come before a route is looked for, or for want of one. */
  private static final Set<String> WITHOUT_ROUTE = Set.of("403", "405", "413", "421", "429");

  private static final double[] BOUNDS =
      Stream.of(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
          .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
          .toArray();

  void begin(@Observes StartupEvent event, MeterRegistry meters) {
    never(meters, "SERVER_ERROR", "503", "UNKNOWN");
    never(meters, "CLIENT_ERROR", "429", "REFUSED");
  }

  private static void never(MeterRegistry meters, String outcome, String status, String uri) {
    meters.timer(REQUESTS, "method", "GET", "outcome", outcome, "status", status, "uri", uri);
  }

  @Produces
  @Singleton
  MeterFilter requests() {
    return new MeterFilter() {
      @Override
      public Meter.Id map(Meter.Id id) {
        return id.getName().equals(REQUESTS)
                && WITHOUT_ROUTE.contains(String.valueOf(id.getTag("status")))
            ? id.withTag(REFUSED)
            : id;
      }

      @Override
      public @Nullable DistributionStatisticConfig configure(
          Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().equals(REQUESTS)
            ? DistributionStatisticConfig.builder()
                .serviceLevelObjectives(BOUNDS)
                .build()
                .merge(config)
            : config;
      }
    };
  }
}
