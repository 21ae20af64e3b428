package io.confnotes.ingest.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confnotes.ingest.http.problem.RefusedException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BodyMemoryTest {

  @Test
  void shouldRefuseWhileAllIsTaken() {
    // Given
    BodyMemory memory = new BodyMemory(Duration.ZERO, 256 << 20);
    BodyMemory.Share first = memory.reserve(BodyKind.FORM, -1);

    // When / Then
    assertThatThrownBy(() -> memory.reserve(BodyKind.ARCHIVE, BodyKind.MAX_BYTES))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              assertThat(e.problem().status()).isEqualTo(503);
            });
    first.close();
    memory.reserve(BodyKind.ARCHIVE, BodyKind.MAX_BYTES).close();
  }

  @Test
  void shouldLetInAsManyDocumentsAsCanBeReadAtATime() {
    // Given
    BodyMemory memory = new BodyMemory(Duration.ZERO, 512 << 20);
    memory.reserve(BodyKind.TEXT, 1 << 20);
    memory.reserve(BodyKind.JSON, 1 << 20);

    // When / Then
    assertThatThrownBy(() -> memory.reserve(BodyKind.TEXT, 1 << 20))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void shouldTakeNoMoreThanABodyOfItsKindMayHave() {
    // Given
    BodyMemory memory = new BodyMemory(Duration.ZERO, 256 << 20);
    memory.reserve(BodyKind.TEXT, Integer.MAX_VALUE);

    // When / Then
    assertThatThrownBy(() -> memory.reserve(BodyKind.TEXT, -1))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void shouldLetInOneThatNeedsMoreThanThereIs() {
    // Given
    BodyMemory memory = new BodyMemory(Duration.ZERO, 64 << 20);
    BodyMemory.Share first = memory.reserve(BodyKind.ARCHIVE, BodyKind.MAX_BYTES);

    // When / Then
    assertThatThrownBy(() -> memory.reserve(BodyKind.TEXT, 1)).isInstanceOf(RefusedException.class);
    first.close();
    memory.reserve(BodyKind.TEXT, 1 << 20).close();
  }

  @Test
  void shouldTellHowMuchIsTaken() {
    // Given
    MeterRegistry meters = new SimpleMeterRegistry();
    BodyMemory memory = new BodyMemory(Duration.ZERO, 512 << 20);
    memory.register(meters);
    Gauge reserved = meters.get("confnotes.body.memory.reserved").gauge();

    // When
    BodyMemory.Share share = memory.reserve(BodyKind.TEXT, 1 << 20);

    // Then
    assertThat(reserved.value()).isEqualTo(201 << 20);
    assertThat(meters.get("confnotes.body.memory.limit").gauge().value()).isEqualTo(512 << 20);
    assertThat(meters.get("confnotes.body.memory.waiting").gauge().value()).isZero();
    share.close();
    assertThat(reserved.value()).isZero();
  }
}
