package io.confnotes.summary.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who sent the request that is being answered. Thread-safe. */
@Singleton
public final class Subject {
  private static final String ANONYMOUS = "anonymous";

  private final SecurityIdentity identity;

  /**
   * @param identity the current request's
   */
  Subject(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The token's claim {@code sub}; {@code anonymous} without a token. */
  public String name() {
    return identity.getPrincipal() instanceof JsonWebToken token ? token.getSubject() : ANONYMOUS;
  }

  /** The token's claim {@code jti}; null where there is no token, or it has none. */
  public @Nullable String tokenId() {
    return identity.getPrincipal() instanceof JsonWebToken token ? token.getTokenID() : null;
  }
}
