package io.confnotes.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.confnotes.embedded.access.TestKeys;
import io.confnotes.embedded.access.TestTokens;
import io.confnotes.ingest.IngestConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TokenRulesTest {

  private record Configured(Optional<String> keys) implements IngestConfig.Access {
    static Configured with(String keys) {
      return new Configured(Optional.of(keys));
    }

    @Override
    public Optional<String> issuer() {
      return Optional.of(TestTokens.ISSUER);
    }

    @Override
    public Optional<String> audience() {
      return Optional.of(TestTokens.AUDIENCE);
    }

    @Override
    public Optional<Path> revoked() {
      return Optional.empty();
    }

    @Override
    public int requestsPerMinute() {
      return 0;
    }
  }

  @Test
  void shouldAcceptWhatKeysOfEachKindAndFormHaveSigned() throws Exception {
    try (TestKeys keys = new TestKeys()) {
      for (TestKeys.Accepted accepted : keys.accepted()) {
        DefaultJWTParser parser =
            new DefaultJWTParser(TokenRules.rules(Configured.with(accepted.keys())));
        assertThat(parser.parse(accepted.token()).getSubject())
            .as(accepted.form())
            .isEqualTo(TestTokens.SUBJECT);
      }
    }
  }

  @Test
  void shouldAcceptAKeyThatIsAddedAtTheAddress() throws Exception {
    try (TestKeys keys = new TestKeys()) {
      // Given
      DefaultJWTParser parser =
          new DefaultJWTParser(TokenRules.rules(Configured.with(keys.address())));
      parser.parse(keys.accepted().getFirst().token());

      // When
      String token = keys.rotate();

      // Then: not within 300 ms, as no set is fetched again so soon
      await()
          .pollDelay(Duration.ofMillis(400))
          .untilAsserted(
              () -> assertThat(parser.parse(token).getSubject()).isEqualTo(TestTokens.SUBJECT));
    }
  }

  @Test
  void shouldRefuseToStartWithOtherKeys() throws Exception {
    try (TestKeys keys = new TestKeys()) {
      for (Map.Entry<String, Path> refused : keys.refused().entrySet()) {
        assertThatThrownBy(() -> TokenRules.rules(Configured.with(refused.getValue().toString())))
            .as(refused.getKey())
            .isInstanceOf(ConfigurationException.class)
            .hasMessageStartingWith("CONFNOTES_ACCESS_KEYS: " + refused.getValue())
            .hasNoCause();
      }
    }
  }
}
