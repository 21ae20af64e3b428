package io.confnotes.ingest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confnotes.ingest.IngestConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Protects a service without authentication on a laptop: any web page can post to localhost. Only
 * loopback Host values are served (against DNS rebinding), and nothing that a page of another site
 * sends.
 */
@Singleton
final class LoopbackGuard {
  private static final int BEFORE_EVERYTHING = 1000;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private final boolean loopbackOnly;
  private final ObjectMapper json;

  LoopbackGuard(IngestConfig config, ObjectMapper json) {
    this.loopbackOnly = isLoopback(config.http().host());
    this.json = json;
  }

  void register(@Observes Filters filters) {
    if (loopbackOnly) {
      filters.register(this::check, BEFORE_EVERYTHING);
    }
  }

  private void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.authority() == null || !isLoopback(request.authority().host())) {
      refuse(context, "foreign-host", 421, "This service answers at localhost only.");
    } else if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))
        || isForeign(request.getHeader("Origin"))) {
      refuse(context, "cross-site", 403, "A page of another site may not use this service.");
    } else {
      context.next();
    }
  }

  private static boolean isForeign(@Nullable String origin) {
    if (origin == null) {
      return false;
    }
    try {
      return !isLoopback(URI.create(origin).getHost());
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private static boolean isLoopback(@Nullable String host) {
    return host != null && LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
  }

  private void refuse(RoutingContext context, String name, int status, String detail) {
    Problem problem =
        new Problem(Problem.TYPE_PREFIX + name, "The request is refused", status, detail, null);
    try {
      context
          .response()
          .setStatusCode(status)
          .putHeader("Content-Type", Problem.MEDIA_TYPE)
          .putHeader("Connection", "close")
          .end(json.writeValueAsString(problem));
    } catch (JsonProcessingException e) {
      context.fail(e);
    }
  }
}
