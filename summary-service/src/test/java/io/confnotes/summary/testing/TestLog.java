package io.confnotes.summary.testing;

import io.confnotes.embedded.TestServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A log of its own for a test: a topic with its dead-letter topic on the real broker. */
public final class TestLog implements AutoCloseable {
  private static final int PARTITIONS = 12;
  private static final String PARSED = "io.confnotes.document.parsed.v1";
  private static final String RETRACTED = "io.confnotes.document.retracted.v1";

  /** Submission times are made up, so that two runs over one log can be compared. */
  private static final Instant FIRST = Instant.parse("2026-01-01T08:00:00Z");

  private final String topic;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicInteger published = new AtomicInteger();

  public TestLog() {
    this(PARTITIONS);
  }

  public TestLog(int partitions) {
    this("documents-" + UUID.randomUUID(), partitions);
  }

  /** One that the brokers can {@link #compact} soon. */
  public static TestLog toBeCompacted() {
    return new TestLog(
        "documents-" + UUID.randomUUID(),
        PARTITIONS,
        Map.of("segment.ms", "1", "min.cleanable.dirty.ratio", "0.0"));
  }

  /** The log that a running service consumes. */
  public static TestLog ofTheService() {
    return new TestLog("confnotes.documents.v1", PARTITIONS);
  }

  private TestLog(String topic, int partitions) {
    this(topic, partitions, Map.of());
  }

  private TestLog(String topic, int partitions, Map<String, String> settings) {
    this.topic = topic;
    TestServers servers = TestServers.get();
    Map<String, String> limits = Map.of("max.message.bytes", Integer.toString(16 << 20));
    Map<String, String> all = new HashMap<>(limits);
    all.putAll(settings);
    servers.createTopic(topic, partitions, all);
    servers.createTopic(deadLetterTopic(), partitions, limits);
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "acks",
                "all",
                "max.request.size",
                16 << 20),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  public String topic() {
    return topic;
  }

  public String deadLetterTopic() {
    return topic + ".dlq";
  }

  public String bootstrapServers() {
    return TestServers.get().bootstrapServers();
  }

  /** Lets the brokers remove, some time from now, all but the last record of each key. */
  public void compact() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      admin
          .incrementalAlterConfigs(
              Map.of(
                  new ConfigResource(ConfigResource.Type.TOPIC, topic),
                  List.of(
                      new AlterConfigOp(
                          new ConfigEntry("cleanup.policy", "compact"), AlterConfigOp.OpType.SET))))
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Publishes a revision; returns its submission's id. */
  public UUID publish(TestDocument document) {
    return publish(document, UUID.randomUUID());
  }

  public UUID publish(TestDocument document, UUID submissionId) {
    return publish(document.id().toString(), document.body(), PARSED, submissionId);
  }

  public UUID retract(UUID documentId) {
    byte[] body = "{\"documentId\":\"%s\"}".formatted(documentId).getBytes(StandardCharsets.UTF_8);
    return publish(documentId.toString(), body, RETRACTED, UUID.randomUUID());
  }

  /** Publishes any bytes as if they were a parsed document. */
  public UUID publishRaw(String key, byte[] body) {
    return publish(key, body, PARSED, UUID.randomUUID());
  }

  private UUID publish(String key, byte[] body, String type, UUID submissionId) {
    var record = new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), body);
    header(record, "ce_type", type);
    header(record, "ce_time", FIRST.plusSeconds(published.getAndIncrement()).toString());
    header(record, "submissionId", submissionId.toString());
    header(record, "subject", "ines");
    header(record, "tokenId", "token of ines");
    try {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return submissionId;
  }

  private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** All dead letters so far. */
  public List<ConsumerRecord<byte[], byte[]>> deadLetters() {
    return read(deadLetterTopic());
  }

  /** All records so far, by partition and offset. */
  public List<ConsumerRecord<byte[], byte[]>> records() {
    return read(topic);
  }

  private List<ConsumerRecord<byte[], byte[]>> read(String from) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(from).stream()
              .map(p -> new TopicPartition(from, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < end(ends, p))) {
        consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
      }
      return records;
    }
  }

  private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
    @Nullable Long end = ends.get(partition);
    return end == null ? 0 : end;
  }

  @Override
  public void close() {
    producer.close();
  }
}
