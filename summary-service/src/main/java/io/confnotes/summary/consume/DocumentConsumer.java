package io.confnotes.summary.consume;

import io.confnotes.summary.store.Batch;
import io.confnotes.summary.store.Change;
import io.confnotes.summary.store.StoreException;
import io.confnotes.summary.store.TalkStore;
import io.confnotes.summary.vocabulary.DocumentAnalyser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * The loop of summary-service: poll, decode, analyse, and one transaction that writes the rows and
 * how far the log was applied. One thread owns the consumer; {@link #stop()} and {@link #state()}
 * may be called by others.
 *
 * <p>Where the consumer stands is taken from the database alone: after an assignment and after
 * every failure, progress is read and the consumer seeks to it. The offsets committed to Kafka only
 * feed lag displays. So nothing is lost or applied twice wherever the process, or the database,
 * dies.
 */
public final class DocumentConsumer implements Runnable {
  private static final Logger LOG = Logger.getLogger(DocumentConsumer.class);
  private static final Duration POLL = Duration.ofMillis(500);

  /** A poll that brings an assignment brings no records: progress has to be read before. */
  private static final Duration POLL_UNASSIGNED = Duration.ofMillis(50);

  private static final Duration COMMIT = Duration.ofSeconds(1);

  private final Consumer<byte[], byte[]> consumer;
  private final LogSupplier logSupplier;
  private final TalkStore store;
  private final Changes changes;
  private final Telemetry telemetry;
  private final String topic;
  private final Backoff backoff = new Backoff();

  /** The offset that the next batch of a partition starts from; absent until progress was read. */
  private final Map<TopicPartition, Long> positions = new HashMap<>();

  /** How far what is assigned was applied when that was last known. */
  private final Map<TopicPartition, Long> lastKnown = new HashMap<>();

  private final Set<TopicPartition> assigned = new HashSet<>();

  /** Whether the group has told what is assigned, which may be nothing. */
  private boolean joined;

  /**
   * How many records are still to be applied one by one, after a batch of this many was refused.
   */
  private int alone;

  private volatile boolean running = true;
  private volatile ConsumerState state = ConsumerState.STARTING;

  /** Describes the log; asked again until it answers. */
  interface LogSupplier {
    Log describe();
  }

  DocumentConsumer(
      Consumer<byte[], byte[]> consumer,
      String topic,
      LogSupplier logSupplier,
      TalkStore store,
      Changes changes,
      Telemetry telemetry) {
    this.consumer = consumer;
    this.topic = topic;
    this.logSupplier = logSupplier;
    this.store = store;
    this.changes = changes;
    this.telemetry = telemetry;
  }

  /** How the consumer is doing. */
  public ConsumerState state() {
    return state;
  }

  /** Makes {@link #run()} return after the batch it is at. */
  public void stop() {
    running = false;
    consumer.wakeup();
  }

  @Override
  public void run() {
    try (consumer) {
      consumer.subscribe(List.of(topic), new Assignment());
      while (running) {
        step();
      }
    } catch (WakeupException | InterruptException e) {
      LOG.debug("the consumer was told to stop", e);
    } catch (RuntimeException e) {
      LOG.error("the consumer stops", e);
      state =
          state.failing(
              String.valueOf(e.getMessage()), "see the log of summary-service, then restart it");
    } finally {
      state = state.ended();
    }
  }

  /**
   * One turn of the loop. Whatever fails, nothing of the turn is kept, and the next one starts
   * over.
   */
  private void step() {
    try {
      Log log = logSupplier.describe();
      seekToProgress(log);
      ConsumerRecords<byte[], byte[]> polled =
          consumer.poll(positions.isEmpty() ? POLL_UNASSIGNED : POLL);
      for (List<ConsumerRecord<byte[], byte[]>> records : batches(polled)) {
        apply(log, records);
      }
      backoff.reset();
      if (joined) {
        state = state.well(lags());
      }
    } catch (StoreException e) {
      recover(e);
    } catch (OffsetOutOfRangeException e) {
      pause(
          e,
          "the log no longer has what the database needs next: restore the topic, or empty the"
              + " schema 'derived' to rebuild from what the log has");
    } catch (WakeupException | InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      pause(e, "check that Kafka runs");
    }
  }

  private void recover(StoreException failure) {
    switch (failure) {
      case StoreException.Overtaken overtaken -> {
        LOG.warnf("another consumer took over: %s", overtaken.getMessage());
        positions.clear();
      }
      case StoreException.Outdated outdated -> {
        LOG.infof("the vocabulary changed meanwhile: %s", outdated.getMessage());
        positions.clear();
      }
      // Only of a batch of several: a record that is refused alone becomes a dead letter
      case StoreException.DataRefused refused -> {
        LOG.warnf("a batch was refused and is applied record by record: %s", refused.getMessage());
        positions.clear();
      }
      case StoreException.Unavailable unavailable ->
          pause(unavailable, "check that PostgreSQL runs and has been migrated");
    }
  }

  /** Applies records in one transaction, and a single one that is refused as a dead letter. */
  private void apply(Log log, List<ConsumerRecord<byte[], byte[]>> records) throws StoreException {
    Map<Integer, Batch.Range> ranges = ranges(records);
    DocumentAnalyser analyser = store.analyser();
    List<Change> applied = records.stream().map(record -> changes.of(record, analyser)).toList();
    try {
      store(log, ranges, applied);
    } catch (StoreException.DataRefused e) {
      if (records.size() > 1) {
        alone = records.size();
        throw e;
      }
      Change rejected =
          changes.rejected(records.getFirst(), applied.getFirst(), "sqlstate-" + e.sqlState());
      store(log, ranges, List.of(rejected));
    }
    ranges.forEach(
        (partition, range) -> position(new TopicPartition(topic, partition), range.to()));
    alone = Math.max(0, alone - records.size());
    commit();
  }

  private void store(Log log, Map<Integer, Batch.Range> ranges, List<Change> applied)
      throws StoreException {
    telemetry.applied(applied, store.apply(new Batch(log.topicId(), ranges, applied), telemetry));
  }

  /**
   * Cuts what was polled into transactions; records of partitions that are not positioned are left
   * out.
   */
  private List<List<ConsumerRecord<byte[], byte[]>>> batches(
      ConsumerRecords<byte[], byte[]> polled) {
    List<List<ConsumerRecord<byte[], byte[]>>> batches = new ArrayList<>();
    List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
    long bytes = 0;
    for (ConsumerRecord<byte[], byte[]> record : polled) {
      Long position = positions.get(new TopicPartition(record.topic(), record.partition()));
      if (position == null || record.offset() < position) {
        continue;
      }
      int size = Math.max(0, record.serializedValueSize());
      if (!batch.isEmpty()
          && (bytes + size > ConsumerSettings.MAX_BATCH_BYTES
              || batch.size() >= most(batches.size()))) {
        batches.add(batch);
        batch = new ArrayList<>();
        bytes = 0;
      }
      batch.add(record);
      bytes += size;
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  /** The most records of the next batch: one, while a refused batch is applied record by record. */
  private int most(int batchesBefore) {
    return batchesBefore < alone ? 1 : Integer.MAX_VALUE;
  }

  private Map<Integer, Batch.Range> ranges(List<ConsumerRecord<byte[], byte[]>> records) {
    Map<Integer, Batch.Range> ranges = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      Long position = positions.get(new TopicPartition(topic, record.partition()));
      if (position == null) {
        throw new IllegalStateException("a record of a partition whose progress is not known");
      }
      long to = record.offset() + 1;
      ranges.merge(
          record.partition(),
          new Batch.Range(position, to),
          (a, b) -> new Batch.Range(a.from(), to));
    }
    return ranges;
  }

  /**
   * Reads the progress of partitions whose position is not known, seeks to it and fetches from
   * there.
   */
  private void seekToProgress(Log log) throws StoreException {
    Set<TopicPartition> unknown = new HashSet<>(assigned);
    unknown.removeAll(positions.keySet());
    if (unknown.isEmpty()) {
      return;
    }
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(unknown);
    Map<TopicPartition, Long> ends = consumer.endOffsets(unknown);
    for (TopicPartition partition : unknown) {
      long beginning = beginnings.getOrDefault(partition, 0L);
      long next = store.progress(log.topicId(), partition.partition(), beginning);
      if (next < beginning || next > ends.getOrDefault(partition, next)) {
        throw new OffsetOutOfRangeException(
            "progress of partition %d is %d, the log has %d to %d"
                .formatted(partition.partition(), next, beginning, ends.get(partition)),
            Map.of(partition, next));
      }
      consumer.seek(partition, next);
      position(partition, next);
    }
    consumer.resume(unknown);
  }

  private void position(TopicPartition partition, long next) {
    positions.put(partition, next);
    lastKnown.put(partition, next);
  }

  /**
   * Waits without losing the assignment: what is assigned is paused, and the consumer keeps
   * polling.
   */
  private void pause(Exception failure, String todo) {
    Duration wait = backoff.next();
    String problem = String.valueOf(failure.getMessage());
    LOG.warnf("no progress for %d ms: %s", wait.toMillis(), problem);
    state = state.failing(problem, todo);
    positions.clear();
    consumer.pause(assigned);
    state = state.failing(problem, todo, waiting());
    try {
      long end = System.nanoTime() + wait.toNanos();
      do {
        consumer.poll(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
      } while (running && System.nanoTime() < end);
    } catch (WakeupException | InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      LOG.debug("Kafka failed while waiting", e);
    }
  }

  /** The lags while nothing is fetched, which would tell them otherwise. */
  private Map<Integer, Long> waiting() {
    Map<Integer, Long> lags = new TreeMap<>();
    try {
      Map<TopicPartition, Long> ends = consumer.endOffsets(lastKnown.keySet(), COMMIT);
      lastKnown.forEach(
          (partition, next) ->
              lags.put(
                  partition.partition(), Math.max(0, ends.getOrDefault(partition, next) - next)));
      return lags;
    } catch (WakeupException | InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      LOG.debug("Kafka does not tell where the log ends", e);
      return state.lags();
    }
  }

  /** For lag displays only, so that a failure does not matter. */
  private void commit() {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    positions.forEach((partition, next) -> offsets.put(partition, new OffsetAndMetadata(next)));
    try {
      consumer.commitSync(offsets, COMMIT);
    } catch (WakeupException | InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      LOG.debug("offsets for lag displays were not committed", e);
    }
  }

  private Map<Integer, Long> lags() {
    Map<Integer, Long> lags = new TreeMap<>();
    for (TopicPartition partition : assigned) {
      consumer.currentLag(partition).ifPresent(lag -> lags.put(partition.partition(), lag));
    }
    return lags;
  }

  /**
   * Keeps track of what is assigned. Progress is read outside of the callback, where it may fail.
   */
  private final class Assignment implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      joined = true;
      assigned.addAll(partitions);
      partitions.forEach(positions::remove);
      // Nothing is fetched, and no offset of the group is asked for, before progress was read
      consumer.pause(partitions);
      partitions.forEach(partition -> consumer.seek(partition, 0));
      LOG.infof("partitions assigned: %s", numbers(assigned));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      assigned.removeAll(partitions);
      partitions.forEach(positions::remove);
      partitions.forEach(lastKnown::remove);
    }

    private List<Integer> numbers(Collection<TopicPartition> partitions) {
      return partitions.stream().map(TopicPartition::partition).sorted().toList();
    }
  }
}
