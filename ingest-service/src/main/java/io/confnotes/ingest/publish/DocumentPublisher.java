package io.confnotes.ingest.publish;

import io.confnotes.ingest.IngestConfig;
import io.confnotes.ingest.document.Document;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes documents to the log, in the envelope that {@code
 * ingest-service/contract/asyncapi.yaml} describes. Safe for use by many threads.
 *
 * <p>{@code confnotes.publication} (timer, tag {@code outcome}) has each record that was to be
 * published, from before the brokers are looked for until they acknowledged it or it {@code
 * failed}.
 *
 * <p>Made at start, so that settings it cannot work with are refused then.
 */
@Startup
@Singleton
public final class DocumentPublisher {
  public static final String TOPIC = "confnotes.documents.v1";

  /** For the life of version 1: with more, the revisions of a document would lose their order. */
  public static final int PARTITIONS = 12;

  static final String PARSED = "io.confnotes.document.parsed.v1";
  static final String RETRACTED = "io.confnotes.document.retracted.v1";

  private static final int MAX_RECORD_BYTES = 16 << 20;
  private static final Duration MAX_BLOCK = Duration.ofSeconds(3);
  private static final Duration DELIVERY = Duration.ofSeconds(10);

  private final Producer<String, byte[]> producer;
  private final TextMapPropagator propagator;
  private final Clock clock;
  private final Timer acknowledged;
  private final Timer failed;

  @Inject
  DocumentPublisher(IngestConfig config, OpenTelemetry telemetry, MeterRegistry meters) {
    this(
        producer(Brokers.of(config.kafka())),
        telemetry.getPropagators().getTextMapPropagator(),
        Clock.systemUTC(),
        meters);
  }

  DocumentPublisher(
      Producer<String, byte[]> producer,
      TextMapPropagator propagator,
      Clock clock,
      MeterRegistry meters) {
    this.producer = producer;
    this.propagator = propagator;
    this.clock = clock;
    this.acknowledged = publications(meters, "acknowledged");
    this.failed = publications(meters, "failed");
  }

  private static Timer publications(MeterRegistry meters, String outcome) {
    return Timer.builder("confnotes.publication")
        .description("Records that were to be published, until acknowledged or given up")
        .tag("outcome", outcome)
        .register(meters);
  }

  static Producer<String, byte[]> producer(Brokers brokers) {
    return new KafkaProducer<>(
        brokers.client(configuration()), new StringSerializer(), new ByteArraySerializer());
  }

  private static Map<String, Object> configuration() {
    return Map.ofEntries(
        Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "ingest-service"),
        Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
        Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
        Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd"),
        Map.entry(ProducerConfig.LINGER_MS_CONFIG, 0),
        Map.entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_RECORD_BYTES),
        Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * MAX_RECORD_BYTES),
        Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK.toMillis()),
        Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000),
        Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis()));
  }

  /**
   * Hands a revision of a document to the producer. It is published once {@link Publication#await}
   * has returned.
   */
  public Publication send(Document document, UUID submissionId, Sender sender)
      throws LogUnavailable, RecordTooLarge {
    return send(
        document.documentId(), PARSED, submissionId, sender, DocumentRecord.parsed(document));
  }

  /** Publishes a revision of a document; returns after the brokers have acknowledged. */
  public void publish(Document document, UUID submissionId, Sender sender)
      throws LogUnavailable, RecordTooLarge {
    send(document, submissionId, sender).await();
  }

  /** Publishes that a document is withdrawn; returns after the brokers have acknowledged. */
  public void retract(UUID documentId, UUID submissionId, Sender sender)
      throws LogUnavailable, RecordTooLarge {
    send(documentId, RETRACTED, submissionId, sender, DocumentRecord.retracted(documentId)).await();
  }

  /**
   * Whether a document could be published now.
   *
   * @throws LogUnavailable where no broker answers, or the topic has another number of partitions
   */
  public void verify() throws LogUnavailable {
    int partitions;
    try {
      partitions = producer.partitionsFor(TOPIC).size();
    } catch (KafkaException e) {
      throw new LogUnavailable("the topic " + TOPIC + " cannot be reached: " + e.getMessage(), e);
    }
    if (partitions != PARTITIONS) {
      throw new LogUnavailable(
          "the topic %s has %d partitions and must have %d: recreate it, or publish elsewhere"
              .formatted(TOPIC, partitions, PARTITIONS));
    }
  }

  private Publication send(
      UUID documentId, String type, UUID submissionId, Sender sender, byte[] body)
      throws LogUnavailable, RecordTooLarge {
    if (body.length > MAX_RECORD_BYTES - 4096) {
      throw new RecordTooLarge(body.length);
    }
    var record = new ProducerRecord<>(TOPIC, documentId.toString(), body);
    envelope(record.headers(), documentId, type, submissionId, sender);
    Timer.Sample publication = Timer.start();
    try {
      verify();
      return new Publication(
          producer.send(
              record, (_, failure) -> publication.stop(failure == null ? acknowledged : failed)),
          body.length,
          DELIVERY.plus(MAX_BLOCK));
    } catch (LogUnavailable e) {
      publication.stop(failed);
      throw e;
    } catch (KafkaException e) {
      publication.stop(failed);
      throw new LogUnavailable("not sent: " + e.getMessage(), e);
    }
  }

  private void envelope(
      Headers headers, UUID documentId, String type, UUID submissionId, Sender sender) {
    header(headers, "ce_specversion", "1.0");
    header(headers, "ce_id", UUID.randomUUID().toString());
    header(headers, "ce_source", "/ingest-service");
    header(headers, "ce_type", type);
    header(headers, "ce_subject", documentId.toString());
    header(headers, "ce_time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    header(headers, "content-type", "application/json");
    header(headers, "submissionId", submissionId.toString());
    header(headers, "subject", sender.subject());
    if (sender.tokenId() != null) {
      header(headers, "tokenId", sender.tokenId());
    }
    propagator.inject(
        Context.current(),
        headers,
        (carrier, key, value) -> {
          if (carrier != null) {
            header(carrier, key, value);
          }
        });
  }

  private static void header(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @PreDestroy
  void close() {
    producer.close(Duration.ofSeconds(3));
  }
}
