package io.confnotes.summary.consume;

import io.confnotes.summary.store.TalkStore;
import io.confnotes.summary.testing.TestDatabase;
import io.confnotes.summary.testing.TestLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * The consumer on a thread of its own, as the service runs it, over a log and a database of a test.
 */
public final class RunningConsumer implements AutoCloseable {
  private final DocumentConsumer consumer;
  private final DeadLetters deadLetters;
  private final Thread thread;
  private final AtomicReference<@Nullable Throwable> death = new AtomicReference<>();

  public RunningConsumer(TestLog log, DataSource dataSource, int batchRecords) {
    Map<String, Object> configuration =
        new HashMap<>(ConsumerSettings.of(Brokers.open(log.bootstrapServers()), null));
    configuration.put(ConsumerConfig.GROUP_ID_CONFIG, log.topic());
    configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batchRecords);
    this.deadLetters = new DeadLetters(Brokers.open(log.bootstrapServers()), log.deadLetterTopic());
    this.consumer =
        new DocumentConsumer(
            new KafkaConsumer<>(
                configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
            log.topic(),
            ConsumerLifecycle.describedOnce(Brokers.open(log.bootstrapServers()), log.topic()),
            new TalkStore(TestDatabase.jdbi(dataSource)),
            new Changes(deadLetters),
            new Telemetry(OpenTelemetry.noop(), new SimpleMeterRegistry()));
    this.thread = Thread.ofPlatform().name("consumer").unstarted(consumer);
    thread.setUncaughtExceptionHandler((t, e) -> death.set(e));
    thread.start();
  }

  public ConsumerState state() {
    return consumer.state();
  }

  boolean alive() {
    return thread.isAlive();
  }

  /** What the thread died of, if it has. */
  @Nullable Throwable death() {
    return death.get();
  }

  void join(Duration atMost) throws InterruptedException {
    thread.join(atMost);
  }

  @Override
  public void close() {
    consumer.stop();
    try {
      thread.join(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    deadLetters.close();
  }
}
