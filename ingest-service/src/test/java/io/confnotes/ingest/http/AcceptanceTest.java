package io.confnotes.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confnotes.ingest.document.Metadata;
import io.confnotes.ingest.http.problem.RefusedException;
import io.confnotes.ingest.http.submission.Submission;
import io.confnotes.ingest.read.text.Format;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AcceptanceTest {
  private Instant now = Instant.EPOCH;
  private final Acceptance acceptance = new Acceptance(clock());

  private InstantSource clock() {
    return () -> now;
  }

  @Test
  void shouldAcceptAsManyDocumentsAsAnAnswerCanList() {
    for (int i = 0; i < 500; i++) {
      assertThat(acceptance.next(submission(i, 1)).talks()).hasSize(1);
    }
    assertRefused("too-many", () -> acceptance.next(submission(500, 1)));
  }

  @Test
  void shouldAcceptAsManyTalksAsAnAnswerCanList() {
    for (int i = 0; i < 20; i++) {
      acceptance.next(submission(i, 500));
    }
    assertRefused("too-many", () -> acceptance.next(submission(20, 1)));
    assertRefused("too-many-talks", () -> new Acceptance(clock()).next(submission(1, 501)));
  }

  @Test
  void shouldNotReadLongerThanAnybodyWaits() {
    acceptance.next(submission(1, 1));
    now = now.plusSeconds(20);
    acceptance.next(submission(2, 1));
    now = now.plusMillis(1);
    assertRefused("too-many", () -> acceptance.next(submission(3, 1)));
  }

  @Test
  void shouldRefuseTheSameDocumentTwice() {
    acceptance.next(submission(1, 1));
    assertRefused("duplicate", () -> acceptance.next(submission(1, 1)));
  }

  private static void assertRefused(String name, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.problem().type()).isEqualTo("urn:confnotes:problem:" + name));
  }

  private static Submission submission(int number, int talks) {
    StringBuilder source = new StringBuilder("# Day " + number + "\n");
    for (int i = 0; i < talks; i++) {
      source.append("\n## Tides at Home ").append(i).append("\n\nby Mara Quill\n\nA jar.\n");
    }
    return new Submission(
        source.toString(),
        Format.MARKDOWN,
        new Metadata(null, null, null, null, null),
        number + ".md",
        List.of());
  }
}
