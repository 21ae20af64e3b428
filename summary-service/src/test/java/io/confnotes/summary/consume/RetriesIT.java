package io.confnotes.summary.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confnotes.summary.testing.TestDocument;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A submission that is sent again is applied once. */
final class RetriesIT extends ConsumerFixture {
  @Test
  void shouldApplyRetriedSubmissionOnce() {
    // Given
    UUID submission = UUID.randomUUID();
    log.publish(friday(), submission);
    TestDocument edited =
        TestDocument.of("friday").event("Harbour Days 2024").talk("Lamps", null, "Light travels.");
    awaitState(log.publish(edited), "stored");

    // When
    log.publish(friday(), submission);
    awaitState(
        log.publish(TestDocument.of("fence").talk("Fence", null, "Behind the retry.")), "stored");
    await().atMost(PATIENCE).until(() -> consumer.state().lag() == 0);

    // Then
    awaitState(submission, "superseded");
    assertThat(talks()).contains("Lamps").doesNotContain("Knots");
  }

  @Test
  void shouldReportConflictWhenSubmissionIdIsUsedForAnotherDocument() {
    // Given
    UUID submission = UUID.randomUUID();
    log.publish(friday(), submission);
    awaitState(submission, "stored");

    // When
    log.publish(TestDocument.of("other").talk("Lamps", null, "Light travels."), submission);

    // Then
    awaitState(submission, "conflict");
    assertThat(talks()).containsExactly("Tides at Home", "Knots");
  }

  @Test
  void shouldApplyRetryOfSubmissionThatBecameADeadLetter() {
    // Given
    UUID submission = UUID.randomUUID();
    log.publish(TestDocument.of("friday").talk("Null\0Island", null, "Nothing."), submission);
    awaitState(submission, "dead-lettered");

    // When
    log.publish(friday(), submission);

    // Then
    awaitState(submission, "stored");
    assertThat(talks()).containsExactly("Tides at Home", "Knots");
  }
}
