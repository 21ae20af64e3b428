package io.confnotes.image;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates the topics on a single broker, where they are missing. What keeps Kafka in production
 * declares them instead.
 */
public final class Topics {
  private static final int PARTITIONS = 12;
  private static final int MAX_MESSAGE_BYTES = 16 << 20;
  private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private Topics() {}

  /**
   * Ends with status 0 once both topics are there, else with 1.
   *
   * @param arguments none; {@code CONFNOTES_KAFKA_BOOTSTRAP_SERVERS} names the broker
   */
  public static void main(String... arguments) throws InterruptedException {
    try {
      create(System.getenv("CONFNOTES_KAFKA_BOOTSTRAP_SERVERS"));
    } catch (ExecutionException | TimeoutException e) {
      System.err.printf(
          "topics: not created (%s). Check that Kafka runs, and CONFNOTES_KAFKA_BOOTSTRAP_SERVERS%n",
          e.getMessage());
      System.exit(1);
    }
  }

  /** Creates those that are missing; waits up to 90 s for the broker. */
  static void create(String bootstrapServers)
      throws ExecutionException, TimeoutException, InterruptedException {
    var configuration =
        Map.<String, Object>of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            (int) PATIENCE.toMillis());
    try (var admin = Admin.create(configuration)) {
      for (var topic : List.of(documents(), deadLetters())) {
        try {
          admin.createTopics(List.of(topic)).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
          System.out.println("created topic " + topic.name());
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof TopicExistsException)) {
            throw e;
          }
        }
      }
    }
  }

  /** Synced with each batch, because no other broker has what this one loses with the power. */
  private static NewTopic documents() {
    return topic("confnotes.documents.v1", Map.of("cleanup.policy", "compact"));
  }

  private static NewTopic deadLetters() {
    return topic(
        "confnotes.documents.v1.dlq",
        Map.of(
            "cleanup.policy",
            "delete",
            "retention.ms",
            Long.toString(DEAD_LETTERS_KEPT.toMillis())));
  }

  private static NewTopic topic(String name, Map<String, String> settings) {
    var all = new HashMap<>(settings);
    all.put("max.message.bytes", Integer.toString(MAX_MESSAGE_BYTES));
    all.put("compression.type", "zstd");
    all.put("flush.messages", "1");
    return new NewTopic(name, PARTITIONS, (short) 1).configs(all);
  }
}
