package io.confnotes.summary.deadletter;

import io.confnotes.summary.SummaryConfig;
import io.confnotes.summary.consume.Brokers;
import io.confnotes.summary.consume.ConsumerLifecycle;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads dead letters back from their topic, one at a time. Thread-safe; blocks. */
@Singleton
public final class DeadLetterTopic {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** Headers that were added when it became a dead letter. */
  private static final String OWN_HEADERS = "dlq_";

  /** A record can have 16 MiB, and its decompression takes as much again. */
  private final ReentrantLock reading = new ReentrantLock();

  private final Brokers brokers;
  private final String topic;
  private final String origin;

  @Inject
  DeadLetterTopic(SummaryConfig config) {
    this(Brokers.of(config.kafka()), ConsumerLifecycle.DEAD_LETTER_TOPIC, ConsumerLifecycle.TOPIC);
  }

  /**
   * @param origin the topic that the dead letters came from
   */
  DeadLetterTopic(Brokers brokers, String topic, String origin) {
    this.brokers = brokers;
    this.topic = topic;
    this.origin = origin;
  }

  /**
   * A dead letter as the record it was in the log; empty where the topic no longer has it.
   *
   * @param place where in the dead-letter topic it is
   * @throws KafkaException where the brokers do not answer in 10 s
   */
  Optional<ConsumerRecord<byte[], byte[]>> read(DeadLetterStore.Place place) {
    reading.lock();
    try {
      return consume(place);
    } finally {
      reading.unlock();
    }
  }

  private Optional<ConsumerRecord<byte[], byte[]>> consume(DeadLetterStore.Place place) {
    TopicPartition partition = new TopicPartition(topic, place.letterPartition());
    try (var consumer =
        new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      long beginning = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      if (place.letterOffset() < beginning || place.letterOffset() >= end) {
        return Optional.empty();
      }
      consumer.seek(partition, place.letterOffset());
      long until = System.nanoTime() + TIMEOUT.toNanos();
      while (System.nanoTime() < until) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
          return record.offset() == place.letterOffset() && isOf(record, place)
              ? Optional.of(original(record, place))
              : Optional.empty();
        }
      }
      throw new KafkaException("the dead-letter topic does not answer");
    }
  }

  /** In a topic that was made anew there is another record, or none. */
  private static boolean isOf(ConsumerRecord<byte[], byte[]> letter, DeadLetterStore.Place place) {
    return header(letter, "dlq_partition").equals(Integer.toString(place.logPartition()))
        && header(letter, "dlq_offset").equals(Long.toString(place.logOffset()));
  }

  private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
    Header header = letter.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  private Map<String, Object> settings() {
    int timeout = (int) TIMEOUT.toMillis();
    return brokers.client(
        Map.of(
            ConsumerConfig.CLIENT_ID_CONFIG,
            "summary-service-dead-letter-reader",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "none",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            1,
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            timeout,
            ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            timeout - 1));
  }

  private ConsumerRecord<byte[], byte[]> original(
      ConsumerRecord<byte[], byte[]> letter, DeadLetterStore.Place place) {
    RecordHeaders headers = new RecordHeaders();
    for (Header header : letter.headers()) {
      if (!header.key().startsWith(OWN_HEADERS)) {
        headers.add(header);
      }
    }
    return new ConsumerRecord<>(
        origin,
        place.logPartition(),
        place.logOffset(),
        letter.timestamp(),
        TimestampType.CREATE_TIME,
        letter.serializedKeySize(),
        letter.serializedValueSize(),
        letter.key(),
        letter.value(),
        headers,
        Optional.empty());
  }
}
