package io.confnotes.query.web.sign;

import io.confnotes.query.access.Caller;
import io.confnotes.query.web.sign.SignInPage.Session;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Tells who is signed in. */
@Singleton
public final class Sessions {

  private final Caller caller;

  Sessions(Caller caller) {
    this.caller = caller;
  }

  /** Of the request that is being answered; null without a token that is accepted. */
  public @Nullable Session current() {
    return caller.jwt().map(Sessions::session).orElse(null);
  }

  private static Session session(JsonWebToken token) {
    Object scope = token.getClaim("scope");
    return new Session(
        token.getSubject(),
        Instant.ofEpochSecond(token.getExpirationTime()),
        scope instanceof String names && !names.isBlank()
            ? List.of(names.strip().split(" +"))
            : List.of());
  }
}
