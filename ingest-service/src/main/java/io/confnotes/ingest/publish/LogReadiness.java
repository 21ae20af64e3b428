package io.confnotes.ingest.publish;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: a document that is submitted now can be published. */
@Readiness
@Singleton
public final class LogReadiness implements HealthCheck {
  private final DocumentPublisher publisher;
  private final String version;

  LogReadiness(
      DocumentPublisher publisher,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.publisher = publisher;
    this.version = version;
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("log").withData("version", version);
    try {
      publisher.verify();
      return answer.up().build();
    } catch (LogUnavailable e) {
      return answer
          .down()
          .withData("problem", String.valueOf(e.getMessage()))
          .withData("todo", "start Kafka, or check CONFNOTES_KAFKA_BOOTSTRAP_SERVERS")
          .build();
    }
  }
}
