package io.confnotes.summary.consume;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.jspecify.annotations.Nullable;

/** The settings of Kafka consumers that read the log. */
public final class ConsumerSettings {
  /**
   * A batch is decompressed at once, and a record can have 16 MiB: more records would need more
   * memory than they save time.
   */
  private static final int MAX_BATCH_RECORDS = 20;

  /** The bodies of one transaction's records, at most, unless one alone has more. */
  public static final int MAX_BATCH_BYTES = 16 << 20;

  private ConsumerSettings() {}

  /** The settings of one that is told what to read and commits nothing. */
  public static Map<String, Object> ofReader(Brokers brokers) {
    Map<String, Object> configuration = of(brokers, null);
    configuration.remove(ConsumerConfig.GROUP_ID_CONFIG);
    configuration.put(ConsumerConfig.CLIENT_ID_CONFIG, "summary-service-rebuild");
    return configuration;
  }

  /**
   * The settings of {@link DocumentConsumer}.
   *
   * @param groupInstanceId the lasting name of this process, if it has one
   */
  static Map<String, Object> of(Brokers brokers, @Nullable String groupInstanceId) {
    Map<String, Object> configuration = new HashMap<>();
    configuration.put(ConsumerConfig.GROUP_ID_CONFIG, "summary-service");
    configuration.put(ConsumerConfig.CLIENT_ID_CONFIG, "summary-service");
    configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    configuration.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    configuration.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_BATCH_RECORDS);
    configuration.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MAX_BATCH_BYTES);
    configuration.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MAX_BATCH_BYTES);
    // A killed consumer's partitions are given away after this time
    configuration.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    configuration.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
    configuration.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    if (groupInstanceId != null) {
      configuration.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, groupInstanceId);
    }
    return brokers.client(configuration);
  }
}
