package io.confnotes.ingest.http;

import io.confnotes.embedded.TestServers;
import io.confnotes.ingest.publish.DocumentPublisher;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A broker with the topic of the log. */
public final class IngestInfrastructure implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    TestServers servers = TestServers.get();
    servers.createTopic(
        DocumentPublisher.TOPIC,
        DocumentPublisher.PARTITIONS,
        Map.of("max.message.bytes", Integer.toString(16 << 20)));
    return Map.of("confnotes.kafka.bootstrap-servers", servers.bootstrapServers());
  }

  @Override
  public void stop() {
    // The servers stop with the test session
  }
}
