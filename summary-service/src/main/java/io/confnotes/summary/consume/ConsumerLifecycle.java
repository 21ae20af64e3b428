package io.confnotes.summary.consume;

import io.confnotes.summary.SummaryConfig;
import io.confnotes.summary.store.TalkStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the one consumer of this process on a thread of its own, from start to stop. Its gauges are
 * {@code confnotes.lag} (tag {@code partition}), {@code confnotes.partitions.assigned} and {@code
 * confnotes.consumer.working}.
 */
@Singleton
public final class ConsumerLifecycle {
  /** The log. */
  public static final String TOPIC = "confnotes.documents.v1";

  /** Where records are kept that cannot be applied. */
  public static final String DEAD_LETTER_TOPIC = "confnotes.documents.v1.dlq";

  /** Stopping waits this long for the batch that is being applied. */
  private static final Duration DRAIN = Duration.ofSeconds(4);

  private final DocumentConsumer consumer;
  private final DeadLetters deadLetters;
  private final Thread thread;

  ConsumerLifecycle(
      SummaryConfig config, TalkStore store, OpenTelemetry telemetry, MeterRegistry meters) {
    Brokers brokers = Brokers.of(config.kafka());
    this.deadLetters = new DeadLetters(brokers, DEAD_LETTER_TOPIC);
    this.consumer =
        new DocumentConsumer(
            new KafkaConsumer<>(
                ConsumerSettings.of(brokers, config.kafka().groupInstanceId().orElse(null)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer()),
            TOPIC,
            describedOnce(brokers, TOPIC),
            store,
            new Changes(deadLetters),
            new Telemetry(telemetry, meters));
    this.thread = Thread.ofPlatform().name("consumer").unstarted(consumer);
    register(consumer, meters);
  }

  private static void register(DocumentConsumer consumer, MeterRegistry meters) {
    for (int i = 0; i < Log.PARTITIONS; i++) {
      Integer partition = i;
      Gauge.builder("confnotes.lag", consumer, c -> c.state().lags().getOrDefault(partition, 0L))
          .description("Records that are not applied yet; none where another consumer applies them")
          .tag("partition", partition.toString())
          .register(meters);
    }
    Gauge.builder("confnotes.partitions.assigned", consumer, c -> c.state().lags().size())
        .description("Partitions of the log that this consumer applies")
        .register(meters);
    Gauge.builder("confnotes.consumer.working", consumer, c -> c.state().problem() == null ? 1 : 0)
        .description("1 while records are applied as they come, 0 where readiness has a problem")
        .register(meters);
  }

  /** Asks the brokers until they answer, and never again. */
  static DocumentConsumer.LogSupplier describedOnce(Brokers brokers, String topic) {
    AtomicReference<@Nullable Log> known = new AtomicReference<>();
    return () -> {
      Log log = known.get();
      if (log == null) {
        log = Log.describe(brokers, topic);
        known.set(log);
      }
      return log;
    };
  }

  /** How the consumer is doing. */
  public ConsumerState state() {
    return consumer.state();
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    consumer.stop();
    thread.join(DRAIN);
    deadLetters.close();
  }
}
