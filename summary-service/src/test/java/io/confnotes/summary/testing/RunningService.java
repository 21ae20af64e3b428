package io.confnotes.summary.testing;

import io.confnotes.embedded.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** What the service as a whole needs: a migrated database, and the topics of its own names. */
public final class RunningService implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    TestServers servers = TestServers.get();
    servers.createTopic("confnotes.documents.v1", 12, Map.of());
    servers.createTopic("confnotes.documents.v1.dlq", 12, Map.of());
    TestDatabase database = TestDatabase.migrated();
    return Map.of(
        "confnotes.kafka.bootstrap-servers", servers.bootstrapServers(),
        "confnotes.database.url", database.database().url(),
        "confnotes.database.username", database.database().owner(),
        "confnotes.database.password", database.database().ownerPassword());
  }

  @Override
  public void stop() {}
}
