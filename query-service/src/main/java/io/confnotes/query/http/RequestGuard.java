package io.confnotes.query.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confnotes.query.QueryConfig;
import io.confnotes.query.access.RateLimits;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other web sites out while there is no authentication: any page a browser shows can send
 * requests to this machine. It then listens on loopback only, and only loopback names are answered
 * (a foreign name that resolves to 127.0.0.1 would otherwise read everything), and nothing is
 * changed on behalf of another origin. Also refuses bodies that are too large unread, and sets the
 * headers that tell browsers to be strict.
 */
@Singleton
final class RequestGuard {

  private static final int BEFORE_EVERYTHING = 1000;

  /** What is passed on, a piece at a time; only ingest-service holds all of it. */
  private static final Set<String> STREAMED =
      Set.of("/api/v1/notes", "/api/v1/preview", "/submit/files");

  /** Of a body that is held in memory here: a form whose text is escaped. */
  private static final int MAX_HELD_BYTES = 8 << 20;

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[?::1]?");
  private static final Problem FOREIGN_HOST =
      Problem.of(
          "foreign-host",
          "This host name is not served here",
          421,
          "The service listens on loopback and has no authentication, so it answers only to"
              + " localhost, 127.0.0.1 and [::1].");
  private static final Problem CROSS_SITE =
      Problem.of(
          "cross-site",
          "Cross-site requests are refused",
          403,
          "A browser sent this on behalf of another site. Nothing was changed.");

  private static final Problem TOO_MANY_REQUESTS =
      Problem.of(
          "too-many-requests",
          "Too many requests",
          429,
          "A token, or an address without one, may send so many in a minute. Try again after the"
              + " time that Retry-After says.");

  private final boolean loopbackOnly;
  private final String host;
  private final long maxBody;
  private final ObjectMapper mapper;
  private final RateLimits limits;

  RequestGuard(
      QueryConfig config,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBody,
      ObjectMapper mapper,
      RateLimits limits) {
    this.loopbackOnly = config.access().keys().isEmpty();
    this.host = config.http().host();
    this.maxBody = maxBody.asLongValue();
    this.mapper = mapper;
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
    addHeaders(context.response());
    HttpServerRequest request = context.request();
    if (loopbackOnly && (request.authority() == null || !isLoopback(request.authority().host()))) {
      refuse(context, FOREIGN_HOST);
    } else if (!SAFE.contains(request.method()) && isForeign(request)) {
      refuse(context, CROSS_SITE);
    } else if (length(request) > most(request)) {
      refuse(context, Problem.ofStatus(413));
    } else {
      limit(context);
    }
  }

  private void limit(RoutingContext context) {
    Duration wait = limits.take(context.request());
    if (wait.isZero()) {
      context.next();
    } else {
      context.response().putHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
      refuse(context, TOO_MANY_REQUESTS);
    }
  }

  private static void addHeaders(HttpServerResponse response) {
    response
        .putHeader(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self';"
                + " img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        // Not no-referrer: with that, browsers send "Origin: null" with our own forms.
        .putHeader("Referrer-Policy", "same-origin");
  }

  private long most(HttpServerRequest request) {
    return STREAMED.contains(request.path()) ? maxBody : MAX_HELD_BYTES;
  }

  /** The length that is announced; the server bounds what comes without one. */
  private static long length(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
  }

  private static boolean isForeign(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader("Origin");
    return "cross-site".equals(site)
        || (origin != null && !isSameAuthority(origin, request.authority()));
  }

  /** The scheme is left out: behind a proxy that ends TLS it differs. */
  private static boolean isSameAuthority(String origin, @Nullable HostAndPort authority) {
    try {
      URI uri = URI.create(origin);
      return authority != null
          && authority.host().equalsIgnoreCase(uri.getHost())
          && portOf(authority.port(), uri) == portOf(uri.getPort(), uri);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static int portOf(int port, URI origin) {
    return port > 0 ? port : "https".equals(origin.getScheme()) ? 443 : 80;
  }

  private static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }

  /** The body, if any, stays unread, so that a connection of HTTP/1 is of no more use. */
  private void refuse(RoutingContext context, Problem problem) {
    HttpServerResponse response = context.response();
    if (context.request().version() != HttpVersion.HTTP_2) {
      response
          .putHeader("Connection", "close")
          .endHandler(ended -> context.request().connection().close());
    }
    response
        .setStatusCode(problem.status())
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .end(json(problem));
  }

  private String json(Problem problem) {
    try {
      return mapper.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
