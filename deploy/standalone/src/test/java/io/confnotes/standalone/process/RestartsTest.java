package io.confnotes.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RestartsTest {

  private static final Duration QUICK = Duration.ofSeconds(1);
  private static final Duration LONG = Restarts.QUICK;

  private final Restarts restarts = new Restarts();

  @Test
  void shouldWaitLongerAfterEachQuickDeathAndThenGiveUp() {
    assertThat(restarts.afterDeath(QUICK)).contains(Duration.ofMillis(500));
    assertThat(restarts.afterDeath(QUICK)).contains(Duration.ofSeconds(1));
    assertThat(restarts.afterDeath(QUICK)).contains(Duration.ofSeconds(2));
    assertThat(restarts.afterDeath(QUICK)).contains(Duration.ofSeconds(4));
    assertThat(restarts.afterDeath(QUICK)).isEmpty();
  }

  @Test
  void shouldForgetQuickDeathsAfterALongLife() {
    // Given
    for (int i = 1; i < Restarts.MAX_QUICK_DEATHS; i++) {
      restarts.afterDeath(QUICK);
    }

    // When
    var wait = restarts.afterDeath(LONG);

    // Then
    assertThat(wait).contains(Duration.ofMillis(500));
  }
}
