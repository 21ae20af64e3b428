package io.confnotes.summary.health;

import io.confnotes.summary.SummaryConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Serves only loopback Host values while the service listens on loopback and has no authentication:
 * a foreign name that resolves to 127.0.0.1 would otherwise let any web page read what is served
 * here.
 */
@Singleton
final class LoopbackGuard {
  private static final int BEFORE_EVERYTHING = 1000;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
  private static final String FOREIGN_HOST =
      """
      {"type":"urn:confnotes:problem:foreign-host","title":"The request is refused","status":421,\
      "detail":"This service answers at localhost only."}""";

  private final boolean loopbackOnly;

  LoopbackGuard(SummaryConfig config) {
    this.loopbackOnly = isLoopback(config.http().host());
  }

  void register(@Observes Filters filters) {
    if (loopbackOnly) {
      filters.register(LoopbackGuard::check, BEFORE_EVERYTHING);
    }
  }

  private static void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.authority() != null && isLoopback(request.authority().host())) {
      context.next();
    } else {
      context
          .response()
          .setStatusCode(421)
          .putHeader("Content-Type", "application/problem+json")
          .end(FOREIGN_HOST);
    }
  }

  private static boolean isLoopback(@Nullable String host) {
    return host != null && LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
  }
}
