package io.confnotes.query.web.sign;

import io.confnotes.query.access.AccessProblems;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Checks a token that somebody signs in with exactly as that of a request is checked. */
@Singleton
final class TokenCheck {

  /** Keys may have to be fetched. */
  private static final Duration MOST = Duration.ofSeconds(20);

  private final IdentityProviderManager providers;

  TokenCheck(IdentityProviderManager providers) {
    this.providers = providers;
  }

  /** What an accepted token says; empty if it is not accepted. Blocks. */
  Optional<JsonWebToken> accepted(RoutingContext context, String token) {
    try {
      SecurityIdentity identity =
          providers
              .authenticate(
                  HttpSecurityUtils.setRoutingContextAttribute(
                      new TokenAuthenticationRequest(new JsonWebTokenCredential(token)), context))
              .await()
              .atMost(MOST);
      return identity.getPrincipal() instanceof JsonWebToken jwt
          ? Optional.of(jwt)
          : Optional.empty();
    } catch (AuthenticationFailedException e) {
      if (AccessProblems.areKeysAway(e)) {
        throw e;
      }
      return Optional.empty();
    }
  }
}
