package io.confnotes.summary.health;

import io.confnotes.summary.consume.ConsumerLifecycle;
import io.confnotes.summary.consume.ConsumerState;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: a record that is published now is applied. */
@Readiness
@Singleton
public final class ConsumerReadiness implements HealthCheck {
  private final ConsumerLifecycle consumer;
  private final String version;

  ConsumerReadiness(
      ConsumerLifecycle consumer,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.consumer = consumer;
    this.version = version;
  }

  @Override
  public HealthCheckResponse call() {
    ConsumerState state = consumer.state();
    var answer =
        HealthCheckResponse.named("log").withData("version", version).withData("lag", state.lag());
    if (state.problem() == null) {
      return answer.up().build();
    }
    return answer
        .down()
        .withData("problem", state.problem())
        .withData("todo", String.valueOf(state.todo()))
        .build();
  }
}
