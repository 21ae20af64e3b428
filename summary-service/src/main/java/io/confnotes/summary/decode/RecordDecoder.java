package io.confnotes.summary.decode;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Decodes records of the log. Whatever the bytes are, the answer is a value, never an exception.
 */
public final class RecordDecoder {
  static final String PARSED = "io.confnotes.document.parsed.v1";
  static final String RETRACTED = "io.confnotes.document.retracted.v1";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record RetractedDocument(@JsonProperty(required = true) UUID documentId) {}

  /** Decodes one record; its type is in the header {@code ce_type}. */
  public Decoded decode(ConsumerRecord<byte[], byte[]> record) {
    Envelope envelope = envelope(record);
    String type = header(record, "ce_type");
    try {
      return switch (type) {
        case PARSED -> parsed(record, envelope);
        case RETRACTED -> retracted(record, envelope);
        case null -> new Decoded.Undecodable(envelope, "type-missing");
        default -> new Decoded.Undecodable(envelope, "type-unknown");
      };
    } catch (IOException e) {
      return new Decoded.Undecodable(envelope, reason(e));
    }
  }

  private static Decoded parsed(ConsumerRecord<byte[], byte[]> record, Envelope envelope)
      throws IOException {
    if (record.value() == null) {
      return new Decoded.Undecodable(envelope, "body-missing");
    }
    ParsedDocument document = JSON.readValue(record.value(), ParsedDocument.class);
    return keyed(record, document.documentId())
        ? new Decoded.Parsed(envelope, document)
        : new Decoded.Undecodable(envelope, "key-mismatch");
  }

  private static Decoded retracted(ConsumerRecord<byte[], byte[]> record, Envelope envelope)
      throws IOException {
    if (record.value() == null) {
      return new Decoded.Undecodable(envelope, "body-missing");
    }
    UUID documentId = JSON.readValue(record.value(), RetractedDocument.class).documentId();
    return keyed(record, documentId)
        ? new Decoded.Retracted(envelope, documentId)
        : new Decoded.Undecodable(envelope, "key-mismatch");
  }

  /** With another key the record would be in another document's order. */
  private static boolean keyed(ConsumerRecord<byte[], byte[]> record, UUID documentId) {
    return record.key() != null
        && new String(record.key(), StandardCharsets.UTF_8).equals(documentId.toString());
  }

  private static String reason(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidRecord invalid) {
        return "invalid-" + invalid.getMessage();
      }
      if (cause instanceof StreamReadException) {
        return "not-json";
      }
    }
    return "invalid-body";
  }

  private static Envelope envelope(ConsumerRecord<byte[], byte[]> record) {
    return new Envelope(
        record.partition(),
        record.offset(),
        uuid(header(record, "submissionId")),
        instant(header(record, "ce_time"), record.timestamp()),
        storable(header(record, "subject")),
        storable(header(record, "tokenId")),
        header(record, "traceparent"));
  }

  private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** Whatever a token says can be stored: PostgreSQL knows no U+0000. */
  private static @Nullable String storable(@Nullable String text) {
    return text == null ? null : text.replace('\0', '\uFFFD');
  }

  private static @Nullable UUID uuid(@Nullable String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      return null;
    }
  }

  private static Instant instant(@Nullable String text, long otherwise) {
    try {
      return text == null ? Instant.ofEpochMilli(otherwise) : Instant.parse(text);
    } catch (DateTimeException notATime) {
      return Instant.ofEpochMilli(otherwise);
    }
  }
}
