package io.confnotes.ingest.http.body;

import io.confnotes.ingest.http.problem.Problem;
import io.confnotes.ingest.read.text.Format;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into the source text of a document, strictly: nothing is replaced in silence but
 * U+0000.
 */
public final class SourceText {
  /** Bytes of the decoded text in UTF-8. */
  static final int MAX_BYTES = 1 << 20;

  /** The longest encoding of a code point that takes one byte in UTF-8 has four. */
  static final int MAX_ENCODED_BYTES = 4 * MAX_BYTES;

  private static final int META_SEARCHED_BYTES = 1024;
  private static final Pattern META_CHARSET =
      Pattern.compile(
          "<meta[^>]{1,200}charset\\s{0,9}=\\s{0,9}[\"']?([A-Za-z0-9._:-]{1,40})",
          Pattern.CASE_INSENSITIVE);

  private SourceText() {}

  /**
   * Decodes a body. A byte order mark wins over the declared charset, as in the Encoding Standard;
   * HTML without either may name its charset in a meta element; else it is UTF-8.
   */
  public static String decode(byte[] bytes, @Nullable String declaredCharset, Format format) {
    Charset charset = charset(bytes, declaredCharset, format);
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out =
        CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (!result.isError()) {
      result = decoder.flush(out);
    }
    if (result.isError()) {
      throw Problem.undecodable(
          "Byte %d is not %s. Say which charset the text has, as in 'Content-Type: text/plain; charset=windows-1252'."
              .formatted(in.position(), charset.name()));
    }
    return checked(out.flip().toString());
  }

  /**
   * The text as a document's source: without byte order mark, U+0000 replaced by U+FFFD.
   *
   * @throws RefusedException where it is empty, too large, or has half of a surrogate pair
   */
  public static String checked(String text) {
    String source = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (source.isBlank()) {
      throw Problem.emptyDocument();
    }
    try {
      int length = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(source)).remaining();
      if (length > MAX_BYTES) {
        throw Problem.tooLarge(
            "The text has %,d bytes in UTF-8, at most %,d are allowed. Split the document and submit the parts."
                .formatted(length, MAX_BYTES));
      }
    } catch (CharacterCodingException e) {
      throw Problem.undecodable("The text has half of a surrogate pair, which is no character.");
    }
    return source.replace('\0', '\uFFFD');
  }

  private static Charset charset(byte[] bytes, @Nullable String declared, Format format) {
    Charset marked = byteOrderMark(bytes);
    if (marked != null) {
      return marked;
    }
    String name = declared == null && format == Format.HTML ? metaCharset(bytes) : declared;
    try {
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw Problem.unsupportedMediaType(
          "The charset '%s' is not known here. Send UTF-8.".formatted(name));
    }
  }

  private static @Nullable Charset byteOrderMark(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    return startsWith(bytes, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String metaCharset(byte[] bytes) {
    String head =
        new String(
            bytes, 0, Math.min(bytes.length, META_SEARCHED_BYTES), StandardCharsets.ISO_8859_1);
    Matcher matcher = META_CHARSET.matcher(head);
    return matcher.find() ? matcher.group(1) : null;
  }
}
