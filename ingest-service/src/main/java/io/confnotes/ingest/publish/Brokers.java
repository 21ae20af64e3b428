package io.confnotes.ingest.publish;

import io.confnotes.ingest.IngestConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Where the brokers are, and how a client proves to them who it is.
 *
 * @param bootstrapServers {@code host:port}, several with commas
 * @param security settings of Kafka clients; none where anybody may connect
 */
record Brokers(String bootstrapServers, Map<String, String> security) {
  private static final List<String> PREFIXES =
      List.of("security.", "ssl.", "sasl.", "config.providers");

  Brokers {
    security = Map.copyOf(security);
  }

  /** Brokers that anybody may connect to. */
  static Brokers open(String bootstrapServers) {
    return new Brokers(bootstrapServers, Map.of());
  }

  /**
   * As configured.
   *
   * @throws ConfigurationException where the file with the security settings cannot be read, or has
   *     others
   */
  static Brokers of(IngestConfig.Kafka config) {
    return new Brokers(
        config.bootstrapServers(), config.security().map(Brokers::read).orElse(Map.of()));
  }

  static Map<String, String> read(Path file) {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigurationException(
          "CONFNOTES_KAFKA_SECURITY is %s, which is not a readable file of properties: %s"
              .formatted(file, e.getMessage()),
          e);
    }
    var settings =
        properties.stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, properties::getProperty));
    for (var name : settings.keySet()) {
      // Any other could undo what delivery relies on
      if (PREFIXES.stream().noneMatch(name::startsWith)) {
        throw new ConfigurationException(
            "%s, which CONFNOTES_KAFKA_SECURITY names, sets %s: take that line out, only security.*, ssl.*, sasl.* and config.providers* belong there"
                .formatted(file, name));
      }
    }
    return settings;
  }

  /** All settings of a client of these brokers, with its own. */
  Map<String, Object> client(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.putAll(security);
    all.put("bootstrap.servers", bootstrapServers);
    return all;
  }
}
