package io.confnotes.summary.deadletter;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter with what its record says about itself.
 *
 * @param headers in their order, at most {@value #MOST_HEADERS}
 * @param beginning of the body; empty where it has none
 */
@Schema(name = "DeadLetterInspection")
public record Inspection(
    @Schema(required = true) DeadLetter deadLetter,
    @Schema(required = true) List<Header> headers,
    @Schema(
            required = true,
            description =
                "The first 4,000 bytes of the body as text, or all of it where it is shorter")
        String beginning) {

  private static final int MOST_HEADERS = 100;
  private static final int MOST_VALUE = 1_000;
  private static final int MOST_BYTES = 4_000;

  /** A header, with the beginning of its value as text. */
  @Schema(name = "DeadLetterHeader")
  public record Header(
      @Schema(required = true, examples = "ce_type") String name,
      @Schema(required = true, description = "At most 1,000 characters") String value) {

    private static Header of(org.apache.kafka.common.header.Header header) {
      byte[] value = header.value();
      String text = value == null ? "" : new String(value, StandardCharsets.UTF_8);
      return new Header(
          header.key(),
          text.codePointCount(0, text.length()) <= MOST_VALUE
              ? text
              : text.substring(0, text.offsetByCodePoints(0, MOST_VALUE)));
    }
  }

  /**
   * Says of a dead letter what its record does.
   *
   * @param record the one it was in the log
   */
  static Inspection of(DeadLetter letter, ConsumerRecord<byte[], byte[]> record) {
    return new Inspection(
        letter,
        StreamSupport.stream(record.headers().spliterator(), false)
            .limit(MOST_HEADERS)
            .map(Header::of)
            .toList(),
        beginning(record.value()));
  }

  /** A character that is cut is left out; what is none is replaced. */
  private static String beginning(byte @Nullable [] body) {
    if (body == null) {
      return "";
    }
    CharBuffer text = CharBuffer.allocate(MOST_BYTES);
    StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .decode(
            ByteBuffer.wrap(body, 0, Math.min(body.length, MOST_BYTES)),
            text,
            body.length <= MOST_BYTES);
    return text.flip().toString();
  }
}
