package io.confnotes.standalone.server;

import io.confnotes.embedded.EmbeddedKafka;
import io.confnotes.standalone.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the pipeline, on a broker that has no copy of them elsewhere. */
public final class Topics {

  private static final int PARTITIONS = 12;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);

  private Topics() {}

  /** Creates those that are missing. */
  public static void create(String bootstrapServers) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      for (var result : admin.createTopics(List.of(documents(), deadLetters())).values().values()) {
        awaitCreated(result);
      }
    }
  }

  private static void awaitCreated(KafkaFuture<Void> result) {
    try {
      result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new Refusal("Kafka did not create a topic: " + e.getMessage(), e);
      }
    } catch (TimeoutException e) {
      throw new Refusal("Kafka did not create a topic within " + PATIENCE.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted while topics were created", e);
    }
  }

  /** Synced with each batch, because no other broker has what this one loses with the power. */
  private static NewTopic documents() {
    return topic(
        "confnotes.documents.v1", Map.of("cleanup.policy", "compact", "flush.messages", "1"));
  }

  private static NewTopic deadLetters() {
    return topic(
        "confnotes.documents.v1.dlq",
        Map.of(
            "cleanup.policy",
            "delete",
            "retention.ms",
            Long.toString(DEAD_LETTERS_KEPT.toMillis()),
            "flush.messages",
            "1"));
  }

  private static NewTopic topic(String name, Map<String, String> settings) {
    var all = new HashMap<>(settings);
    all.put("max.message.bytes", Integer.toString(EmbeddedKafka.MAX_MESSAGE_BYTES));
    all.put("compression.type", "zstd");
    return new NewTopic(name, PARTITIONS, (short) 1).configs(all);
  }
}
