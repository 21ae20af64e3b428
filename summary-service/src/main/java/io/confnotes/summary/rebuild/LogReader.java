package io.confnotes.summary.rebuild;

import io.confnotes.summary.consume.Brokers;
import io.confnotes.summary.consume.ConsumerSettings;
import io.confnotes.summary.store.Batch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads stretches of the log, for whoever keeps the progress. Not thread-safe. */
final class LogReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final String topic;

  LogReader(Brokers brokers, String topic) {
    this.topic = topic;
    this.consumer =
        new KafkaConsumer<>(
            ConsumerSettings.ofReader(brokers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  /**
   * What was read.
   *
   * @param ranges how far of each partition, which can be further than the last record
   */
  record Read(Map<Integer, Batch.Range> ranges, List<ConsumerRecord<byte[], byte[]>> records) {}

  /** The first offset of each partition. */
  Map<Integer, Long> beginnings(int partitions) {
    return consumer
        .beginningOffsets(
            IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList())
        .entrySet()
        .stream()
        .collect(Collectors.toMap(entry -> entry.getKey().partition(), Map.Entry::getValue));
  }

  /**
   * Reads on, as far as there is something within half a second and as a batch may have.
   *
   * @param wanted the stretches that are not read yet
   * @param most how many records
   * @throws OffsetOutOfRangeException where the log does not have a stretch
   */
  Read read(Map<Integer, Batch.Range> wanted, int most) {
    assign(wanted);
    ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
    Map<Integer, Batch.Range> ranges = new TreeMap<>();
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    long bytes = 0;
    for (Map.Entry<Integer, Batch.Range> entry : wanted.entrySet()) {
      TopicPartition partition = new TopicPartition(topic, entry.getKey());
      Batch.Range range = entry.getValue();
      long next = Math.min(range.to(), consumer.position(partition));
      for (ConsumerRecord<byte[], byte[]> record : polled.records(partition)) {
        int size = Math.max(0, record.serializedValueSize());
        boolean full = records.size() == most || bytes + size > ConsumerSettings.MAX_BATCH_BYTES;
        if (record.offset() >= range.to() || (full && !records.isEmpty())) {
          next = Math.min(next, record.offset());
          break;
        }
        records.add(record);
        bytes += size;
      }
      if (next > range.from()) {
        ranges.put(entry.getKey(), new Batch.Range(range.from(), next));
      }
    }
    if (ranges.isEmpty()) {
      requireEnds(wanted);
    }
    return new Read(ranges, records);
  }

  /** Nothing else is fetched; where a partition is read from is the caller's to say. */
  private void assign(Map<Integer, Batch.Range> wanted) {
    Set<TopicPartition> partitions =
        wanted.keySet().stream()
            .map(partition -> new TopicPartition(topic, partition))
            .collect(Collectors.toSet());
    Set<TopicPartition> before = Set.copyOf(consumer.assignment());
    if (!before.equals(partitions)) {
      consumer.assign(partitions);
    }
    wanted.forEach(
        (number, range) -> {
          TopicPartition partition = new TopicPartition(topic, number);
          if (!before.contains(partition) || consumer.position(partition) != range.from()) {
            consumer.seek(partition, range.from());
          }
        });
  }

  /** Where nothing comes it may be that nothing can. */
  private void requireEnds(Map<Integer, Batch.Range> wanted) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    ends.forEach(
        (partition, end) -> {
          Batch.Range range = wanted.get(partition.partition());
          if (range != null && end < range.to()) {
            throw new OffsetOutOfRangeException(
                "partition %d is applied up to %d, the log ends at %d"
                    .formatted(partition.partition(), range.to(), end),
                Map.of(partition, range.to()));
          }
        });
  }

  @Override
  public void close() {
    consumer.close();
  }
}
