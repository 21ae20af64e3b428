package io.confnotes.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.ingest.segment.Correction;
import io.confnotes.ingest.segment.people.Speaker;
import java.util.ArrayList;
import java.util.List;
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
    String revision = revision("text", "text/plain", NONE);

    // Then
    assertThat(revision)
        .matches("[0-9a-f]{64}")
        .isEqualTo(revision("text", "text/plain", NONE))
        .isNotEqualTo(revision("text ", "text/plain", NONE))
        .isNotEqualTo(revision("text", "text/markdown", NONE))
        .isNotEqualTo(revision("text", "text/plain", metadata(null, "key")));
    assertThat(revision("a", "b", new Metadata("c", null, null, null, null)))
        .isNotEqualTo(revision("a", "b", new Metadata(null, null, "c", null, null)));
  }

  /** The log is full of them. */
  @Test
  void shouldKeepRevisionsOfPlainSubmissions() {
    assertThat(revision("text", "text/plain", NONE))
        .isEqualTo("f63ea88502e76bee609c3e3b92be168e9be42fd30be1ce6084aab77150903121");
  }

  @Test
  void shouldChangeRevisionWithPathAndCorrections() {
    // Given
    Speaker mara = new Speaker("Mara Quill", null, null);
    List<List<Correction>> corrections =
        List.of(
            List.of(),
            List.of(new Correction(1, true, null, null)),
            List.of(new Correction(2, true, null, null)),
            List.of(new Correction(1, false, null, null)),
            List.of(new Correction(1, true, "Tides", null)),
            List.of(new Correction(1, true, null, List.of())),
            List.of(new Correction(1, true, null, List.of(mara))),
            List.of(new Correction(1, true, null, List.of(mara, mara))),
            List.of(new Correction(1, true, null, null), new Correction(2, true, null, null)));

    // When
    List<String> revisions = new ArrayList<>();
    for (String path : new String[] {null, "path", "a/notes.md"}) {
      for (List<Correction> each : corrections) {
        revisions.add(Identity.revision("text", "text/plain", NONE, path, each));
      }
    }

    // Then
    assertThat(revisions).doesNotHaveDuplicates();
  }

  private static String revision(String source, String mediaType, Metadata metadata) {
    return Identity.revision(source, mediaType, metadata, null, List.of());
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
