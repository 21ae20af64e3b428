package io.confnotes.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RestartsTest {

  private static final Duration QUICK = Duration.ofSeconds(1);
  private static final Duration LONG = Restarts.QUICK;

  private static final int FAILED = 1;
  private static final int KILLED = 137;

  private final Restarts restarts = new Restarts();

  @Test
  void shouldWaitLongerAfterEachQuickDeathAndThenGiveUp() {
    assertThat(restarts.afterDeath(QUICK, FAILED)).contains(Duration.ofMillis(500));
    assertThat(restarts.afterDeath(QUICK, FAILED)).contains(Duration.ofSeconds(1));
    assertThat(restarts.afterDeath(QUICK, FAILED)).contains(Duration.ofSeconds(2));
    assertThat(restarts.afterDeath(QUICK, FAILED)).contains(Duration.ofSeconds(4));
    assertThat(restarts.afterDeath(QUICK, FAILED)).isEmpty();
  }

  @Test
  void shouldForgetQuickDeathsAfterALongLife() {
    // Given
    for (int i = 1; i < Restarts.MAX_QUICK_DEATHS; i++) {
      restarts.afterDeath(QUICK, FAILED);
    }

    // When
    var wait = restarts.afterDeath(LONG, FAILED);

    // Then
    assertThat(wait).contains(Duration.ofMillis(500));
  }

  @Test
  void shouldNeverGiveUpOnAProcessThatOthersKill() {
    for (int i = 0; i < 2 * Restarts.MAX_QUICK_DEATHS; i++) {
      assertThat(restarts.afterDeath(QUICK, KILLED)).contains(Duration.ofMillis(500));
    }
  }
}
