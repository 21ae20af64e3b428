package io.confnotes.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
  private static final Metadata NONE = new Metadata(null, null, null, null, null);

  private static Metadata metadata(@Nullable String url, @Nullable String key) {
    return new Metadata(null, null, null, url, key);
  }

  @Test
  void shouldTakeKeyBeforeUrlBeforeText() {
    // Given
    UUID byText = Identity.documentId(NONE, "text");
    UUID byUrl = Identity.documentId(metadata("https://notes.example/a", null), "text");
    UUID byKey = Identity.documentId(metadata("https://notes.example/a", "key"), "text");

    // Then
    assertThat(byText)
        .isNotEqualTo(byUrl)
        .isNotEqualTo(byKey)
        .isEqualTo(Identity.documentId(NONE, "text"));
    assertThat(byUrl)
        .isEqualTo(Identity.documentId(metadata("https://notes.example/a", null), "other"));
    assertThat(byKey).isEqualTo(Identity.documentId(metadata(null, "key"), "other"));
    assertThat(byKey.version()).isEqualTo(5);
  }

  @Test
  void shouldKeepKindsOfNamesApart() {
    assertThat(Identity.documentId(metadata(null, "text"), "x"))
        .isNotEqualTo(Identity.documentId(NONE, "text"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTPS://Notes.Example/a",
        "https://notes.example:443/a",
        "https://notes.example/a#talk-2",
        "https://notes.example/b/../a"
      })
  void shouldTakeWaysToWriteOneUrlForOneDocument(String url) {
    assertThat(Identity.documentId(metadata(url, null), "x"))
        .isEqualTo(Identity.documentId(metadata("https://notes.example/a", null), "x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://notes.example/a",
        "https://notes.example/A",
        "https://notes.example/a?page=2",
        "https://notes.example:8443/a"
      })
  void shouldKeepOtherUrlsApart(String url) {
    assertThat(Identity.documentId(metadata(url, null), "x"))
        .isNotEqualTo(Identity.documentId(metadata("https://notes.example/a", null), "x"));
  }

  @Test
  void shouldChangeRevisionWithSourceAndMetadata() {
    // Given
    String revision = Identity.revision("text", "text/plain", NONE);

    // Then
    assertThat(revision)
        .matches("[0-9a-f]{64}")
        .isEqualTo(Identity.revision("text", "text/plain", NONE))
        .isNotEqualTo(Identity.revision("text ", "text/plain", NONE))
        .isNotEqualTo(Identity.revision("text", "text/markdown", NONE))
        .isNotEqualTo(Identity.revision("text", "text/plain", metadata(null, "key")));
    assertThat(Identity.revision("a", "b", new Metadata("c", null, null, null, null)))
        .isNotEqualTo(Identity.revision("a", "b", new Metadata(null, null, "c", null, null)));
  }

  @Test
  void shouldGiveRetriesOneSubmissionAndOthersNewOnes() {
    assertThat(Identity.submissionId("ada", "key")).isEqualTo(Identity.submissionId("ada", "key"));
    assertThat(Identity.submissionId("ada", "key"))
        .isNotEqualTo(Identity.submissionId("bob", "key"));
    assertThat(Identity.submissionId("ada", null)).isNotEqualTo(Identity.submissionId("ada", null));
    assertThat(Identity.submissionId("ada", null).version()).isEqualTo(7);
  }
}
