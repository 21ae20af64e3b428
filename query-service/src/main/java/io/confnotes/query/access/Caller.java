package io.confnotes.query.access;

import io.quarkus.runtime.BlockingOperationNotAllowedException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who sent the request that is being answered, and what they may do. Thread-safe. A token that is
 * not accepted is none here: the answer says so elsewhere.
 */
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

  /** The token that was sent and accepted. */
  public Optional<JsonWebToken> jwt() {
    try {
      return identity.getPrincipal() instanceof JsonWebToken token
          ? Optional.of(token)
          : Optional.empty();
    } catch (AuthenticationFailedException | BlockingOperationNotAllowedException e) {
      // The latter where a request failed before anybody asked who sent it
      return Optional.empty();
    }
  }

  /** The token that was sent and accepted, as it was. */
  public Optional<String> token() {
    return jwt().map(JsonWebToken::getRawToken);
  }

  /** The token's claim {@code sub}; empty without a token. */
  public String name() {
    return jwt().map(JsonWebToken::getSubject).orElse("");
  }

  /** Whether they may submit and retract. */
  public boolean isSubmitter() {
    return has(Scope.SUBMIT);
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
    } catch (AuthenticationFailedException | BlockingOperationNotAllowedException e) {
      return false;
    }
  }
}
