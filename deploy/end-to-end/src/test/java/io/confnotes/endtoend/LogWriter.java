package io.confnotes.endtoend;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes to the log what ingest-service never would. */
public final class LogWriter {
  private LogWriter() {}

  /** Writes a record that says that it is notes, and returns when the broker has it. */
  public static void write(Standalone confnotes, String key, byte[] body) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + (confnotes.portBase() + 3)),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      var record = new ProducerRecord<>("confnotes.documents.v1", bytes(key), body);
      record.headers().add("ce_type", bytes("io.confnotes.document.parsed.v1"));
      record.headers().add("note", bytes("red \u001b[31m"));
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
