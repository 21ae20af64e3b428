package io.confnotes.summary.http;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/**
 * Says which methods an address takes, where another one was used and where {@code OPTIONS} asks:
 * the framework names none to the one, and to the other those of all addresses of a class.
 */
final class AllowedMethods {
  private static final int METHOD_NOT_ALLOWED = 405;

  @ServerResponseFilter
  void allow(RoutingContext request, ContainerResponseContext response) {
    if (response.getStatus() == METHOD_NOT_ALLOWED
        || response.getHeaders().containsKey(HttpHeaders.ALLOW)) {
      response
          .getHeaders()
          .putSingle(HttpHeaders.ALLOW, String.join(", ", of(request.normalizedPath())));
    }
  }

  /** Finds them as the framework finds the resource of a request. */
  private static Set<String> of(String path) {
    Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
    RequestMapper<InitialMatch> classes =
        new RequestMapper<>(ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers());
    RequestMatch<InitialMatch> match = classes.map(path);
    while (match != null) {
      for (ServerRestHandler handler : match.value.handlers) {
        if (handler instanceof ClassRoutingHandler routing) {
          methods.addAll(of(routing, match.remaining.isEmpty() ? "/" : match.remaining));
        }
      }
      match = classes.continueMatching(path, match);
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return methods;
  }

  private static Set<String> of(ClassRoutingHandler routing, String remaining) {
    Set<String> methods = new TreeSet<>();
    routing
        .getMappers()
        .forEach(
            (method, resources) -> {
              if (resources.map(remaining) != null) {
                methods.add(method);
              }
            });
    return methods;
  }
}
