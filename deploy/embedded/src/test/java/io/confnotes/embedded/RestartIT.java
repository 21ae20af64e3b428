package io.confnotes.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class RestartIT {

  private static final TopicPartition PARTITION = new TopicPartition("restart", 0);
  private static final Duration POLL = Duration.ofSeconds(10);

  private final Path folder;

  RestartIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldFindRecordsAgainOnOtherPorts() throws Exception {
    // Given
    try (var kafka = EmbeddedKafka.start(folder, FreePort.find(), FreePort.find())) {
      createTopic(kafka);
      send(kafka, "kept");
    }

    // When
    try (var kafka = EmbeddedKafka.start(folder, FreePort.find(), FreePort.find())) {

      // Then
      assertThat(read(kafka)).containsExactly("kept");
    }
  }

  @Test
  void shouldFindRowsAgainOnAnotherPort() throws Exception {
    // Given
    try (var postgreSQL = startPostgreSQL()) {
      execute(postgreSQL, "CREATE TABLE kept AS SELECT 'row' AS text");
    }

    // When
    try (var postgreSQL = startPostgreSQL()) {

      // Then
      assertThat(query(postgreSQL, "SELECT text FROM kept")).isEqualTo("row");
    }
  }

  @Test
  void shouldTakeOverFromAServerThatWasLeftRunning() throws Exception {
    // Given
    try (var left = startPostgreSQL()) {
      execute(left, "CREATE TABLE kept AS SELECT 'row' AS text");

      // When
      try (var postgreSQL = startPostgreSQL()) {

        // Then
        assertThat(query(postgreSQL, "SELECT text FROM kept")).isEqualTo("row");
      }
      assertThat(left.isRunning()).isFalse();
    }
  }

  @Test
  void shouldBeAPostgreSQL18ThatKeepsItsPromises() throws Exception {
    // When
    try (var postgreSQL = startPostgreSQL()) {

      // Then
      assertThat(query(postgreSQL, "SHOW server_version")).startsWith("18.");
      assertThat(query(postgreSQL, "SHOW fsync")).isEqualTo("on");
      assertThat(query(postgreSQL, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(query(postgreSQL, "SHOW shared_buffers")).isEqualTo("48MB");
      assertThat(query(postgreSQL, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(query(postgreSQL, "SHOW unix_socket_directories")).isEmpty();
      assertThat(query(postgreSQL, "SELECT lower('ÀÉ') || ('ä' ~ '\\w')")).isEqualTo("àétrue");
    }
  }

  private EmbeddedPostgreSQL startPostgreSQL() {
    var cache = Path.of(System.getProperty("user.home"), ".cache", "confnotes");
    var settings =
        new EmbeddedPostgreSQL.Settings(
            cache,
            folder.resolve("postgresql.log"),
            "a password",
            true,
            Map.of("shared_buffers", "48MB"));
    return EmbeddedPostgreSQL.start(folder.resolve("data folder"), FreePort.find(), settings);
  }

  private static void execute(EmbeddedPostgreSQL postgreSQL, String sql) throws SQLException {
    try (var connection = postgreSQL.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(EmbeddedPostgreSQL postgreSQL, String sql) throws SQLException {
    try (var connection = postgreSQL.connect();
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private static void createTopic(EmbeddedKafka kafka) throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      var topic =
          new NewTopic(PARTITION.topic(), 1, (short) 1)
              .configs(Map.of("cleanup.policy", "compact"));
      admin.createTopics(List.of(topic)).all().get();
    }
  }

  private static void send(EmbeddedKafka kafka, String text) throws Exception {
    var config =
        Map.<String, Object>of(
            "bootstrap.servers",
            kafka.bootstrapServers(),
            "acks",
            "all",
            "enable.idempotence",
            true);
    try (var producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(PARTITION.topic(), bytes("key"), bytes(text))).get();
    }
  }

  private static List<String> read(EmbeddedKafka kafka) {
    var config = Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(PARTITION));
      consumer.seekToBeginning(List.of(PARTITION));
      return consumer.poll(POLL).records(PARTITION).stream()
          .map(r -> new String(r.value(), StandardCharsets.UTF_8))
          .toList();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
