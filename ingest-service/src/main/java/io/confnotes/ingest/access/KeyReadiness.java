package io.confnotes.ingest.access;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells whether the keys that tokens are checked with could be fetched when one was needed last. A
 * service without them is ready all the same: it has work without tokens, and a request with one is
 * what has them fetched again. Thread-safe.
 */
@Readiness
@Singleton
public final class KeyReadiness implements HealthCheck {
  private volatile boolean away;

  /** Remembers whether they could be had. */
  void set(boolean isAway) {
    away = isAway;
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("keys").up();
    return away
        ? answer
            .withData("problem", "the keys of tokens cannot be fetched")
            .withData("todo", "see that the address in CONFNOTES_ACCESS_KEYS answers")
            .build()
        : answer.build();
  }
}
