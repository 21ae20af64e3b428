package io.confnotes.summary.consume;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;

/**
 * The topic that is consumed, as the brokers describe it.
 *
 * @param topicId the id that the brokers gave it; a topic made anew has another
 */
public record Log(String topic, String topicId) {
  /** For the life of version 1: with more, the revisions of a document would lose their order. */
  public static final int PARTITIONS = 12;

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  /**
   * Asks the brokers.
   *
   * @throws KafkaException where they do not answer, or do not have the topic
   * @throws IllegalStateException where the topic has another number of partitions
   */
  public static Log describe(Brokers brokers, String topic) {
    try (Admin admin =
        Admin.create(
            brokers.client(
                Map.of(
                    AdminClientConfig.CLIENT_ID_CONFIG,
                    "summary-service-admin",
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    (int) TIMEOUT.toMillis(),
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                    (int) TIMEOUT.toMillis())))) {
      TopicDescription description =
          admin
              .describeTopics(List.of(topic))
              .allTopicNames()
              .get(TIMEOUT.plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS)
              .get(topic);
      if (description == null) {
        throw new KafkaException("the brokers do not have the topic " + topic);
      }
      if (description.partitions().size() != PARTITIONS) {
        throw new IllegalStateException(
            ("the topic %s has %d partitions and must have %d: a changed number breaks the order of revisions;"
                    + " restore the topic")
                .formatted(topic, description.partitions().size(), PARTITIONS));
      }
      return new Log(topic, description.topicId().toString());
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("the topic " + topic + " cannot be described", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while the topic was described", e);
    }
  }
}
