package io.confnotes.summary.access;

import io.confnotes.summary.SummaryConfig;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Refuses tokens that are withdrawn, and grants what needs no token. */
@Singleton
final class Grants implements SecurityIdentityAugmentor {
  private final RevokedTokens revoked;
  private final Set<String> open;

  Grants(SummaryConfig config, RevokedTokens revoked) {
    this.revoked = revoked;
    this.open = config.access().keys().isPresent() ? Set.of() : Set.of(Scope.CURATE, Scope.OPERATE);
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (identity.getPrincipal() instanceof JsonWebToken token
        && token.getTokenID() != null
        && revoked.contains(token.getTokenID())) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    return Uni.createFrom().item(QuarkusSecurityIdentity.builder(identity).addRoles(open).build());
  }
}
