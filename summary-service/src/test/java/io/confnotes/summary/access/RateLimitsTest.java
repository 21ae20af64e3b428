package io.confnotes.summary.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confnotes.summary.SummaryConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RateLimitsTest {
  private static final String ADDRESS = "192.0.2.1";

  private record Configured(Optional<String> keys, int requestsPerMinute)
      implements SummaryConfig.Access {
    @Override
    public Optional<String> issuer() {
      return Optional.empty();
    }

    @Override
    public Optional<String> audience() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> revoked() {
      return Optional.empty();
    }
  }

  private long now = Long.MAX_VALUE - 1;
  private final RateLimits limits = limits(Optional.of("keys.pem"), 60);

  private RateLimits limits(Optional<String> keys, int requestsPerMinute) {
    return new RateLimits(new Configured(keys, requestsPerMinute), () -> now);
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  private int takenOf(String token, String address) {
    int taken = 0;
    while (taken < 1000 && limits.take(token, address).isZero()) {
      taken++;
    }
    return taken;
  }

  @Test
  void shouldTakeAMinutesWorthAtOnceAndThenAsManyAsTimeAllows() {
    assertThat(takenOf("", ADDRESS)).isEqualTo(60);
    assertThat(limits.take(null, ADDRESS)).isEqualTo(Duration.ofSeconds(1));
    pass(Duration.ofSeconds(10));
    assertThat(takenOf("", ADDRESS)).isEqualTo(10);
    pass(Duration.ofHours(1));
    assertThat(takenOf("", ADDRESS)).isEqualTo(60);
  }

  @Test
  void shouldCountAcceptedTokensByThemselvesAndOthersWithTheirAddress() {
    // Given
    limits.accept("good");

    // When
    assertThat(takenOf("made-up", ADDRESS)).isEqualTo(60);

    // Then
    assertThat(takenOf("made-up-too", ADDRESS)).isZero();
    assertThat(takenOf("good", ADDRESS)).isEqualTo(60);
    assertThat(takenOf("made-up", "192.0.2.2")).isEqualTo(60);
  }

  @Test
  void shouldCountANetworkOfIpv6AsOneAddress() {
    assertThat(takenOf("", "2001:db8::1")).isEqualTo(60);
    assertThat(takenOf("", "2001:db8:0:0:ffff::2")).isZero();
    assertThat(takenOf("", "2001:db8:0:1::1")).isEqualTo(60);
  }

  @Test
  void shouldRememberOnlyTheLatestSenders() {
    // Given
    assertThat(takenOf("", ADDRESS)).isEqualTo(60);

    // When
    for (int i = 0; i < 10_000; i++) {
      limits.take(null, "10.0.%d.%d".formatted(i / 256, i % 256));
    }

    // Then
    assertThat(takenOf("", ADDRESS)).isEqualTo(60);
  }

  @Test
  void shouldLimitNothingWithoutKeysOrByConfiguration() {
    assertThat(limits(Optional.empty(), 1).isUnlimited()).isTrue();
    assertThat(limits(Optional.of("keys.pem"), 0).isUnlimited()).isTrue();
    assertThat(limits(Optional.of("keys.pem"), 1).isUnlimited()).isFalse();
    assertThatThrownBy(() -> limits(Optional.of("keys.pem"), -1))
        .isInstanceOf(ConfigurationException.class);
  }
}
