package io.confnotes.ingest.access;

import io.confnotes.ingest.IngestConfig;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Refuses tokens that are withdrawn, and grants what needs no token. */
@Singleton
final class Grants implements SecurityIdentityAugmentor {
  private final RevokedTokens revoked;
  private final RateLimits limits;
  private final KeyReadiness readiness;
  private final Set<String> open;

  Grants(
      IngestConfig config,
      RevokedTokens revoked,
      RateLimits limits,
      @Readiness KeyReadiness readiness) {
    this.readiness = readiness;
    this.revoked = revoked;
    this.limits = limits;
    this.open = config.access().keys().isPresent() ? Set.of() : Set.of(Scope.SUBMIT);
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Uni.createFrom()
          .item(QuarkusSecurityIdentity.builder(identity).addRoles(open).build());
    }
    readiness.set(false);
    if (token.getTokenID() != null && revoked.contains(token.getTokenID())) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    limits.accept(token.getRawToken());
    return Uni.createFrom()
        .item(
            QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addRoles(scopes(token))
                .addRoles(open)
                .build());
  }

  /** Groups, which identity providers put into tokens too, are no scopes. */
  private static Set<String> scopes(JsonWebToken token) {
    Object scope = token.getClaim("scope");
    return scope instanceof String names ? Set.copyOf(List.of(names.split(" "))) : Set.of();
  }
}
