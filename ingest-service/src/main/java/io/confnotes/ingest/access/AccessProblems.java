package io.confnotes.ingest.access;

import io.confnotes.ingest.IngestConfig;
import io.confnotes.ingest.http.problem.Problem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Refusals for want of a token or of a scope, as RFC 6750 has them. Says nothing of the token. */
final class AccessProblems {
  private static final int RETRY_SECONDS = 5;

  private static final Problem KEYS_AWAY =
      Problem.access(
          "keys-away",
          "Tokens cannot be checked now",
          503,
          "The keys of their issuer cannot be fetched, so nothing was done. Try again.");

  private final IngestConfig config;
  private final KeyReadiness readiness;

  AccessProblems(IngestConfig config, @Readiness KeyReadiness readiness) {
    this.config = config;
    this.readiness = readiness;
  }

  @ServerExceptionMapper
  Response missing(UnauthorizedException e) {
    return answer(
        Problem.access(
            "token-missing",
            "A token is needed",
            401,
            "Send one in the header 'Authorization: Bearer …'. Its issuer is whoever runs this"
                + " service; 'confnotes token' makes one for a small installation."),
        "Bearer");
  }

  @ServerExceptionMapper
  Response invalid(AuthenticationFailedException e) {
    if (areKeysAway(e)) {
      readiness.set(true);
      return Response.status(503)
          .type(Problem.MEDIA_TYPE)
          .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
          .entity(KEYS_AWAY)
          .build();
    }
    String detail =
        config.access().keys().isPresent()
            ? "It has expired or was withdrawn, is for somebody else, or is not signed with a key"
                + " that is known here. Get a new one."
            : "This service has no keys to check it with. Leave it out, or set"
                + " CONFNOTES_ACCESS_KEYS.";
    return answer(
        Problem.access("token-invalid", "The token is not accepted", 401, detail),
        "Bearer error=\"invalid_token\"");
  }

  /** Whether a token could not be checked, so that nobody knows whether it is good. */
  private static boolean areKeysAway(AuthenticationFailedException e) {
    return Stream.iterate(e.getCause(), Objects::nonNull, Throwable::getCause)
        .limit(10)
        .anyMatch(IOException.class::isInstance);
  }

  @ServerExceptionMapper
  Response insufficient(ForbiddenException e, ResourceInfo resource) {
    String scope = scope(resource);
    return answer(
        Problem.access(
            "insufficient-scope",
            "The token does not allow this",
            403,
            "It takes a token with the scope '%s'.".formatted(scope)),
        "Bearer error=\"insufficient_scope\", scope=\"%s\"".formatted(scope));
  }

  private static String scope(ResourceInfo resource) {
    @Nullable RolesAllowed allowed = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
    if (allowed == null) {
      allowed = resource.getResourceClass().getAnnotation(RolesAllowed.class);
    }
    return allowed == null ? "" : String.join(" ", allowed.value());
  }

  private static Response answer(Problem problem, String challenge) {
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
        .entity(problem)
        .build();
  }
}
