package io.confnotes.summary.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.summary.testing.TestDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordDecoderTest {
  private static final TestDocument DOCUMENT =
      TestDocument.of("a")
          .event("Harbour Days 2024")
          .talk("Tides at Home", "Mara Quill", "A jar is enough.");

  private final RecordDecoder decoder = new RecordDecoder();

  @Test
  void shouldReadEnvelopeFromHeaders() {
    // Given
    UUID submissionId = UUID.randomUUID();
    var record = record(DOCUMENT.id().toString(), DOCUMENT.body(), RecordDecoder.PARSED);
    header(record, "submissionId", submissionId.toString());
    header(record, "ce_time", "2026-01-01T08:00:00Z");

    // When
    Decoded decoded = decoder.decode(record);

    // Then
    assertThat(decoded).isInstanceOf(Decoded.Parsed.class);
    assertThat(decoded.envelope().submissionId()).isEqualTo(submissionId);
    assertThat(decoded.envelope().submittedAt()).isEqualTo(Instant.parse("2026-01-01T08:00:00Z"));
  }

  @Test
  void shouldAttributeUndecodableRecordToItsSubmission() {
    // Given
    UUID submissionId = UUID.randomUUID();
    var record = record("k", "{".getBytes(StandardCharsets.UTF_8), RecordDecoder.PARSED);
    header(record, "submissionId", submissionId.toString());

    // When
    Decoded decoded = decoder.decode(record);

    // Then
    assertThat(decoded)
        .isInstanceOfSatisfying(
            Decoded.Undecodable.class,
            undecodable -> {
              assertThat(undecodable.reason()).isEqualTo("not-json");
              assertThat(undecodable.envelope().submissionId()).isEqualTo(submissionId);
            });
  }

  @Test
  void shouldRefuseRecordWithForeignKey() {
    // Given
    var record = record(UUID.randomUUID().toString(), DOCUMENT.body(), RecordDecoder.PARSED);

    // When / Then
    assertThat(reason(record)).isEqualTo("key-mismatch");
  }

  @Test
  void shouldSayWhoSentIt() {
    // Given
    var record = record(DOCUMENT.id().toString(), DOCUMENT.body(), RecordDecoder.PARSED);
    header(record, "subject", "in\0es");
    header(record, "tokenId", "1");

    // When
    Envelope envelope = decoder.decode(record).envelope();

    // Then: U+0000 would be refused by the database
    assertThat(envelope.subject()).isEqualTo("in\uFFFDes");
    assertThat(envelope.tokenId()).isEqualTo("1");
  }

  @Test
  void shouldRefuseTombstone() {
    // Given
    var record = new ConsumerRecord<byte[], byte[]>("documents", 0, 0, new byte[] {1}, null);
    header(record, "ce_type", RecordDecoder.PARSED);

    // When / Then
    assertThat(reason(record)).isEqualTo("body-missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a talk that ends behind the text   | "end":42       | "end":4300     | invalid-talk.span
          a block that ends behind its talk  | "end":41       | "end":44       | invalid-talk.blocks
          a block before its talk            | "start":0,     | "start":30,    | invalid-talk.blocks
          a span that runs backwards         | "start":25     | "start":99     | invalid-span
          a text where a number belongs      | "line":1       | "line":"1"     | invalid-body
          a fraction where a count belongs   | "line":1       | "line":1.5     | invalid-body
          null where a number belongs        | "line":1       | "line":null    | invalid-body
          a list where an object belongs     | "speakers":[{  | "speakers":[[],{ | invalid-body
          """)
  void shouldNameWhatIsWrong(String name, String piece, String replacement, String reason) {
    // Given
    String body = new String(DOCUMENT.body(), StandardCharsets.UTF_8);
    assertThat(body).contains(piece);
    byte[] broken = body.replace(piece, replacement).getBytes(StandardCharsets.UTF_8);

    // When / Then
    assertThat(reason(record(DOCUMENT.id().toString(), broken, RecordDecoder.PARSED)))
        .isEqualTo(reason);
  }

  @Test
  void shouldNeverThrowWhateverTheBytesAre() {
    Random random = new Random(20260101);
    byte[] valid = DOCUMENT.body();
    for (int i = 0; i < 5_000; i++) {
      // Given
      byte[] body = i % 2 == 0 ? new byte[random.nextInt(200)] : valid.clone();
      if (i % 2 == 0) {
        random.nextBytes(body);
      } else {
        for (int flips = 0; flips < 3; flips++) {
          body[random.nextInt(body.length)] = (byte) random.nextInt();
        }
      }

      // When
      Decoded decoded =
          decoder.decode(record(DOCUMENT.id().toString(), body, RecordDecoder.PARSED));

      // Then
      assertThat(decoded).isInstanceOfAny(Decoded.Parsed.class, Decoded.Undecodable.class);
    }
  }

  private String reason(ConsumerRecord<byte[], byte[]> record) {
    return decoder.decode(record) instanceof Decoded.Undecodable undecodable
        ? undecodable.reason()
        : "decoded";
  }

  private static ConsumerRecord<byte[], byte[]> record(String key, byte[] body, String type) {
    var record =
        new ConsumerRecord<>("documents", 0, 0, key.getBytes(StandardCharsets.UTF_8), body);
    header(record, "ce_type", type);
    return record;
  }

  private static void header(ConsumerRecord<byte[], byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
