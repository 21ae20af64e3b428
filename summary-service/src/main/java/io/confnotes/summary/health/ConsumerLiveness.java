package io.confnotes.summary.health;

import io.confnotes.summary.consume.ConsumerLifecycle;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A consumer whose thread has ended does not come back by itself: only a restart helps. */
@Liveness
@Singleton
public final class ConsumerLiveness implements HealthCheck {
  private final ConsumerLifecycle consumer;

  ConsumerLiveness(ConsumerLifecycle consumer) {
    this.consumer = consumer;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("consumer").status(consumer.state().running()).build();
  }
}
