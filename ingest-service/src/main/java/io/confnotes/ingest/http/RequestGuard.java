package io.confnotes.ingest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confnotes.ingest.IngestConfig;
import io.confnotes.ingest.access.RateLimits;
import io.confnotes.ingest.http.body.BodyKind;
import io.confnotes.ingest.http.body.BoundedBody;
import io.confnotes.ingest.http.problem.Problem;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests before anything of their body is read. A body that announces more than one of
 * its kind may have is too large. A service without authentication listens on loopback only, and
 * serves only loopback Host values (against DNS rebinding), and nothing that a page of another site
 * sends: any web page can post to localhost.
 */
@Singleton
final class RequestGuard {
  private static final int BEFORE_EVERYTHING = 1000;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private static final Problem TOO_MANY_REQUESTS =
      Problem.access(
          "too-many-requests",
          "Too many requests",
          429,
          "A token, or an address without one, may send so many in a minute. Try again after the"
              + " time that Retry-After says.");

  private final boolean loopbackOnly;
  private final String host;
  private final ObjectMapper json;
  private final RateLimits limits;

  RequestGuard(IngestConfig config, ObjectMapper json, RateLimits limits) {
    this.loopbackOnly = config.access().keys().isEmpty();
    this.host = config.http().host();
    this.json = json;
    this.limits = limits;
  }

  void refuseToBeReached(@Observes StartupEvent event) {
    if (loopbackOnly && !isLoopback(host)) {
      throw new ConfigurationException(
          "CONFNOTES_HTTP_HOST is %s, where others can reach this service, but it has no authentication: set CONFNOTES_ACCESS_KEYS to the public keys of tokens, or CONFNOTES_HTTP_HOST to 127.0.0.1"
              .formatted(host));
    }
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_EVERYTHING);
  }

  private void check(RoutingContext context) {
    Problem problem = problem(context.request());
    if (problem != null) {
      refuse(context, problem);
      return;
    }
    Duration wait = limits.take(context.request());
    if (wait.isZero()) {
      context.next();
    } else {
      context.response().putHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
      refuse(context, TOO_MANY_REQUESTS);
    }
  }

  private @Nullable Problem problem(HttpServerRequest request) {
    if (loopbackOnly && (request.authority() == null || !isLoopback(request.authority().host()))) {
      return Problem.forbidden("foreign-host", 421, "This service answers at localhost only.");
    }
    if (loopbackOnly
        && ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))
            || isForeign(request.getHeader("Origin")))) {
      return Problem.forbidden(
          "cross-site", 403, "A page of another site may not use this service.");
    }
    int most = BodyKind.maxBytes(request.getHeader("Content-Type"));
    return announced(request) > most ? BoundedBody.tooLarge(most).problem() : null;
  }

  /** The length of the body, 0 where it is not announced. */
  private static long announced(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
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

  /** The body stays unread, so that a connection of HTTP/1 is of no more use. */
  private void refuse(RoutingContext context, Problem problem) {
    HttpServerResponse response = context.response();
    if (context.request().version() != HttpVersion.HTTP_2) {
      response
          .putHeader("Connection", "close")
          .endHandler(ended -> context.request().connection().close());
    }
    try {
      response
          .setStatusCode(problem.status())
          .putHeader("Content-Type", Problem.MEDIA_TYPE)
          .end(json.writeValueAsString(problem));
    } catch (JsonProcessingException e) {
      context.fail(e);
    }
  }
}
