package io.confnotes.query.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sent the request that is being answered, and what they may do. Thread-safe. */
@Singleton
@Named("caller")
public final class Caller {
  private final SecurityIdentity identity;

  /**
   * @param identity the current request's
   */
  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The token that was sent and accepted, as it was. */
  public Optional<String> token() {
    return principal().map(JsonWebToken::getRawToken);
  }

  /** The token's claim {@code sub}; empty without a token. */
  public String name() {
    return principal().map(JsonWebToken::getSubject).orElse("");
  }

  /** Whether they may curate. */
  public boolean isCurator() {
    return has(Scope.CURATE);
  }

  /** Whether they may operate. */
  public boolean isOperator() {
    return has(Scope.OPERATE);
  }

  private boolean has(String scope) {
    try {
      return identity.hasRole(scope);
    } catch (AuthenticationFailedException e) {
      // Of a token that is not accepted, the answer says so
      return false;
    }
  }

  private Optional<JsonWebToken> principal() {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? Optional.of(token)
        : Optional.empty();
  }
}
