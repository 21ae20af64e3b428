package io.confnotes.ingest.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A publisher whose brokers acknowledge when somebody waits for it, until they fail. */
public final class TestPublisher extends MockProducer<String, byte[]> {
  private final int failAt;
  private int sent;
  private int awaited;
  private int mostInFlight;
  private final MeterRegistry meters = new SimpleMeterRegistry();

  /**
   * @param failAt how many records are acknowledged before all others fail
   */
  public TestPublisher(int failAt) {
    super(cluster(), false, null, new StringSerializer(), new ByteArraySerializer());
    this.failAt = failAt;
  }

  public DocumentPublisher publisher() {
    return new DocumentPublisher(this, TextMapPropagator.noop(), Clock.systemUTC(), meters);
  }

  /** What the publisher measures. */
  public MeterRegistry meters() {
    return meters;
  }

  public int sent() {
    return sent;
  }

  public int mostInFlight() {
    return mostInFlight;
  }

  @Override
  public synchronized Future<RecordMetadata> send(
      ProducerRecord<String, byte[]> record, Callback callback) {
    int number = sent++;
    mostInFlight = Math.max(mostInFlight, sent - awaited);
    return new CompletableFuture<>() {
      @Override
      public @Nullable RecordMetadata get(long timeout, TimeUnit unit) throws ExecutionException {
        awaited++;
        if (number >= failAt) {
          Exception away = new IllegalStateException("the brokers are away");
          callback.onCompletion(null, away);
          throw new ExecutionException(away);
        }
        callback.onCompletion(null, null);
        return null;
      }
    };
  }

  private static Cluster cluster() {
    Node node = new Node(0, "localhost", 1);
    List<PartitionInfo> partitions =
        IntStream.range(0, DocumentPublisher.PARTITIONS).mapToObj(i -> partition(node, i)).toList();
    return new Cluster("test", List.of(node), partitions, java.util.Set.of(), java.util.Set.of());
  }

  private static PartitionInfo partition(Node node, int number) {
    Node[] all = {node};
    return new PartitionInfo(DocumentPublisher.TOPIC, number, node, all, all);
  }
}
