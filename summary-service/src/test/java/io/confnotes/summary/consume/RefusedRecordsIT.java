package io.confnotes.summary.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.summary.testing.TestDocument;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What cannot be applied becomes a dead letter, and nothing else does. */
final class RefusedRecordsIT extends ConsumerFixture {
  @Test
  void shouldDeadLetterUndecodableRecordByteForByte() {
    // Given
    byte[] body = "{\"documentId\": \"no".getBytes(StandardCharsets.UTF_8);
    UUID good = log.publish(friday());

    // When
    UUID bad = log.publishRaw("key", body);

    // Then
    awaitState(bad, "dead-lettered");
    awaitState(good, "stored");
    assertThat(log.deadLetters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.value()).isEqualTo(body);
              assertThat(letter.key()).isEqualTo("key".getBytes(StandardCharsets.UTF_8));
              assertThat(header(letter, "submissionId")).isEqualTo(bad.toString());
              assertThat(header(letter, "dlq_reason")).isEqualTo("not-json");
              assertThat(header(letter, "dlq_topic")).isEqualTo(log.topic());
            });
  }

  @Test
  void shouldDeadLetterOnlyTheRecordThatDatabaseRefuses() {
    // Given U+0000, which JSON can carry and PostgreSQL's text cannot
    TestDocument poison = TestDocument.of("poison").talk("Null\0Island", null, "Nothing is there.");

    // When
    UUID before = log.publish(friday());
    UUID refused = log.publish(poison);
    UUID after = log.publish(TestDocument.of("after").talk("Lamps", null, "Light travels."));

    // Then
    awaitState(refused, "dead-lettered");
    awaitState(before, "stored");
    awaitState(after, "stored");
    assertThat(log.deadLetters())
        .singleElement()
        .satisfies(letter -> assertThat(header(letter, "dlq_reason")).isEqualTo("sqlstate-22021"));
  }

  private static String header(
      org.apache.kafka.clients.consumer.ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
