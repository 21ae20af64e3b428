package io.confnotes.ingest.http;

import io.confnotes.ingest.IngestConfig;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Protects a service without authentication on a laptop: any web page can post to localhost. Only
 * loopback Host values are served (against DNS rebinding), and nothing that a page of another site
 * sends.
 */
@Singleton
public final class LoopbackGuard {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private final boolean loopbackOnly;

  LoopbackGuard(IngestConfig config) {
    this.loopbackOnly = LOOPBACK.contains(config.http().host());
  }

  @ServerRequestFilter(preMatching = true)
  @Nullable Response check(ContainerRequestContext request) {
    if (!loopbackOnly) {
      return null;
    }
    String host = request.getUriInfo().getRequestUri().getHost();
    if (host == null || !LOOPBACK.contains(host.toLowerCase(Locale.ROOT))) {
      return refuse("foreign-host", "This service answers at localhost only.", 421);
    }
    if ("cross-site".equals(request.getHeaderString("Sec-Fetch-Site"))
        || foreign(request.getHeaderString("Origin"))) {
      return refuse("cross-site", "A page of another site may not use this service.", 403);
    }
    return null;
  }

  private static boolean foreign(@Nullable String origin) {
    if (origin == null) {
      return false;
    }
    try {
      String host = URI.create(origin).getHost();
      return host == null || !LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private static Response refuse(String name, String detail, int status) {
    Problem problem =
        new Problem(Problem.TYPE_PREFIX + name, "The request is refused", status, detail, null);
    return Response.status(status).type(Problem.MEDIA_TYPE).entity(problem).build();
  }
}
