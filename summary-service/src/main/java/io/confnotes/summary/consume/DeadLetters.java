package io.confnotes.summary.consume;

import io.confnotes.summary.store.Change.Letter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps records that cannot be applied: byte for byte with key and headers, and with what happened
 * in headers of their own. A record may be kept twice after a crash; its origin in the headers
 * tells.
 */
public final class DeadLetters implements Changes.Keeper, AutoCloseable {
  private static final int MAX_RECORD_BYTES = (16 << 20) + (64 << 10);

  private final Producer<byte[], byte[]> producer;
  private final String topic;

  public DeadLetters(Brokers brokers, String topic) {
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(
            brokers.client(
                Map.of(
                    ProducerConfig.CLIENT_ID_CONFIG,
                    "summary-service-dead-letters",
                    ProducerConfig.ACKS_CONFIG,
                    "all",
                    ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                    true,
                    ProducerConfig.COMPRESSION_TYPE_CONFIG,
                    "zstd",
                    ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                    MAX_RECORD_BYTES,
                    ProducerConfig.MAX_BLOCK_MS_CONFIG,
                    5_000,
                    ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    5_000,
                    ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                    10_000)),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /**
   * Keeps a record; returns after the brokers have acknowledged it.
   *
   * @return where it is kept
   * @throws KafkaException where they did not
   */
  @Override
  public Letter keep(ConsumerRecord<byte[], byte[]> record, String reason) {
    var letter =
        new ProducerRecord<>(
            topic,
            record.partition(),
            record.timestamp(),
            record.key(),
            record.value(),
            record.headers());
    header(letter, "dlq_reason", reason);
    header(letter, "dlq_topic", record.topic());
    header(letter, "dlq_partition", Integer.toString(record.partition()));
    header(letter, "dlq_offset", Long.toString(record.offset()));
    header(letter, "dlq_time", Instant.now().toString());
    Future<RecordMetadata> acknowledged = producer.send(letter);
    try {
      RecordMetadata kept = acknowledged.get(15, TimeUnit.SECONDS);
      return new Letter(
          documentId(record),
          Math.max(0, record.serializedValueSize()),
          kept.partition(),
          kept.offset());
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("the dead-letter topic did not acknowledge", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while keeping a dead letter", e);
    }
  }

  private static @Nullable UUID documentId(ConsumerRecord<byte[], byte[]> record) {
    try {
      return record.key() == null
          ? null
          : UUID.fromString(new String(record.key(), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notAnId) {
      return null;
    }
  }

  private static void header(ProducerRecord<byte[], byte[]> letter, String name, String value) {
    letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
  }
}
