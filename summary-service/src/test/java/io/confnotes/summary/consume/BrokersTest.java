package io.confnotes.summary.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokersTest {
  @Test
  void shouldAddHowToProveWhoOneIs(@TempDir Path folder) throws IOException {
    // Given
    Path file =
        write(
            folder,
            """
            # comment
            security.protocol=SSL
            config.providers=secret
            ssl.keystore.key=${secret:/keys:user.key}
            """);

    // When
    var brokers = new Brokers("kafka:9093", Brokers.read(file));

    // Then
    assertThat(brokers.client(Map.of("acks", "all")))
        .isEqualTo(
            Map.of(
                "bootstrap.servers",
                "kafka:9093",
                "acks",
                "all",
                "security.protocol",
                "SSL",
                "config.providers",
                "secret",
                "ssl.keystore.key",
                "${secret:/keys:user.key}"));
  }

  @Test
  void shouldRefuseWhatIsNotOfSecurity(@TempDir Path folder) throws IOException {
    Path file = write(folder, "security.protocol=SSL\nacks=0\n");

    assertThatThrownBy(() -> Brokers.read(file))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("acks")
        .hasMessageContaining(file.toString());
  }

  @Test
  void shouldSayThatThereIsNoFile(@TempDir Path folder) {
    Path file = folder.resolve("absent");

    assertThatThrownBy(() -> Brokers.read(file))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("CONFNOTES_KAFKA_SECURITY is " + file);
  }

  private static Path write(Path folder, String properties) throws IOException {
    return Files.writeString(folder.resolve("security.properties"), properties);
  }
}
