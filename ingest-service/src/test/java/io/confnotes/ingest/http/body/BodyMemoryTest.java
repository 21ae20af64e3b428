package io.confnotes.ingest.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confnotes.ingest.http.problem.RefusedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BodyMemoryTest {

  @Test
  void shouldRefuseWhileAllIsTaken() {
    // Given
    BodyMemory memory = new BodyMemory(Duration.ZERO);
    BodyMemory.Share first = memory.reserve(BodyKind.FORM, -1);
    BodyMemory.Share second = memory.reserve(BodyKind.ARCHIVE, BodyKind.MAX_BYTES);

    // When / Then
    assertThatThrownBy(() -> memory.reserve(BodyKind.TEXT, 1))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              assertThat(e.problem().status()).isEqualTo(503);
            });
    first.close();
    memory.reserve(BodyKind.TEXT, 1).close();
    second.close();
  }

  @Test
  void shouldTakeNoMoreThanABodyOfItsKindMayHave() {
    BodyMemory memory = new BodyMemory(Duration.ZERO);
    for (int i = 0; i < 16; i++) {
      memory.reserve(BodyKind.TEXT, Integer.MAX_VALUE);
    }
    assertThatThrownBy(() -> memory.reserve(BodyKind.TEXT, -1))
        .isInstanceOf(RefusedException.class);
  }
}
