package io.confnotes.ingest.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confnotes.ingest.http.problem.RefusedException;
import io.confnotes.ingest.read.text.Format;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16", "UTF-16LE", "UTF-32BE"})
  void shouldHonourCharset(String charset) {
    byte[] bytes = "Café, naïve".getBytes(Charset.forName(charset));
    assertThat(SourceText.decode(bytes, charset, Format.PLAIN)).isEqualTo("Café, naïve");
  }

  @Test
  void shouldReadShiftJis() {
    byte[] bytes = "発表の記録".getBytes(Charset.forName("Shift_JIS"));
    assertThat(SourceText.decode(bytes, "Shift_JIS", Format.PLAIN)).isEqualTo("発表の記録");
  }

  @Test
  void shouldLetByteOrderMarkWinAndDropIt() {
    byte[] bytes = "\uFEFFTides".getBytes(StandardCharsets.UTF_16LE);
    assertThat(SourceText.decode(bytes, "windows-1252", Format.PLAIN)).isEqualTo("Tides");
  }

  @Test
  void shouldFindCharsetInHtml() {
    byte[] bytes = "<meta charset='windows-1252'><p>Café".getBytes(Charset.forName("windows-1252"));
    assertThat(SourceText.decode(bytes, null, Format.HTML)).endsWith("Café");
    assertStatus(400, () -> SourceText.decode(bytes, null, Format.PLAIN));
  }

  @Test
  void shouldKeepLineEndsAndReplaceNull() {
    assertThat(SourceText.checked("a\r\nb\rc\nd\0e")).isEqualTo("a\r\nb\rc\nd\uFFFDe");
  }

  @Test
  void shouldSayWhereBytesCannotBeDecoded() {
    assertThatThrownBy(
            () -> SourceText.decode(new byte[] {'a', 'b', (byte) 0xC3, '('}, null, Format.PLAIN))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              assertThat(e.problem().status()).isEqualTo(400);
              assertThat(e.problem().detail()).startsWith("Byte 2 is not UTF-8.");
            });
  }

  @Test
  void shouldRefuseWhatIsNoText() {
    assertStatus(422, () -> SourceText.checked(" \r\n\t"));
    assertStatus(422, () -> SourceText.checked("\uFEFF"));
    assertStatus(400, () -> SourceText.checked("half \uD83C of a lantern"));
    assertStatus(415, () -> SourceText.decode(new byte[] {'a'}, "klingon", Format.PLAIN));
    assertStatus(415, () -> SourceText.decode(new byte[] {'a'}, "<&>", Format.PLAIN));
  }

  @Test
  void shouldBoundTextInBytesOfUtf8() {
    assertThat(SourceText.checked("é".repeat(SourceText.MAX_BYTES / 2)))
        .hasSize(SourceText.MAX_BYTES / 2);
    assertStatus(413, () -> SourceText.checked("é".repeat(SourceText.MAX_BYTES / 2) + "e"));
  }

  private static void assertStatus(int status, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.problem().status()).isEqualTo(status));
  }
}
