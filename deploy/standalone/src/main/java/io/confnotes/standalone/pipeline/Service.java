package io.confnotes.standalone.pipeline;

import io.confnotes.standalone.data.Passwords;
import io.confnotes.standalone.port.Ports;
import io.confnotes.standalone.server.ConfnotesDatabase;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The three services, with what each is told by its environment. */
public enum Service {
  INGEST(384),
  SUMMARY(160),
  QUERY(128);

  private final int heapMegabytes;

  Service(int heapMegabytes) {
    this.heapMegabytes = heapMegabytes;
  }

  /** As in the name of its folder and its log: {@code ingest}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  int heapMegabytes() {
    return heapMegabytes;
  }

  /** Where it answers. */
  public String address(Ports ports) {
    return switch (this) {
      case INGEST -> ports.ingestAddress();
      case SUMMARY -> ports.summaryAddress();
      case QUERY -> ports.webAddress();
    };
  }

  Map<String, String> environment(Ports ports, String databaseUrl, Passwords passwords) {
    var environment = new HashMap<>(common());
    environment.put("CONFNOTES_HTTP_PORT", Integer.toString(port(ports)));
    switch (this) {
      case INGEST -> {
        environment.put("CONFNOTES_KAFKA_BOOTSTRAP_SERVERS", ports.bootstrapServers());
        environment.put("CONFNOTES_QUERY_URL", ports.webAddress());
      }
      case SUMMARY -> {
        environment.put("CONFNOTES_KAFKA_BOOTSTRAP_SERVERS", ports.bootstrapServers());
        // There is one, so that a killed one's partitions need not wait for its session to end
        environment.put("CONFNOTES_KAFKA_GROUP_INSTANCE_ID", "standalone");
        environment.putAll(database(databaseUrl, ConfnotesDatabase.OWNER, passwords.owner()));
      }
      case QUERY -> {
        environment.put("CONFNOTES_INGEST_URL", ports.ingestAddress());
        environment.put("CONFNOTES_SUMMARY_URL", ports.summaryAddress());
        environment.putAll(database(databaseUrl, ConfnotesDatabase.READER, passwords.reader()));
      }
    }
    return environment;
  }

  /** Requests get a second to finish; native memory is not kept once per thread. */
  private static Map<String, String> common() {
    return Map.of(
        "CONFNOTES_HTTP_HOST",
        "127.0.0.1",
        "QUARKUS_SHUTDOWN_TIMEOUT",
        "1S",
        "MALLOC_ARENA_MAX",
        "2");
  }

  private static Map<String, String> database(String url, String role, String password) {
    return Map.of(
        "CONFNOTES_DATABASE_URL",
        url,
        "CONFNOTES_DATABASE_USERNAME",
        role,
        "CONFNOTES_DATABASE_PASSWORD",
        password);
  }

  int port(Ports ports) {
    return switch (this) {
      case INGEST -> ports.ingest();
      case SUMMARY -> ports.summary();
      case QUERY -> ports.web();
    };
  }
}
