package io.confnotes.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confnotes.embedded.access.TestKeys;
import io.confnotes.embedded.access.TestTokens;
import io.confnotes.query.QueryConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TokenRulesTest {

  private record Configured(Optional<String> keys) implements QueryConfig.Access {
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

    @Override
    public boolean restrictReading() {
      return false;
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
