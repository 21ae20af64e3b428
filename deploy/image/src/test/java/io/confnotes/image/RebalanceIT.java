package io.confnotes.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** summary-services that come and go while documents flow, and hand partitions to each other. */
@InContainers
class RebalanceIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int PARTITIONS = 12;
  private static final Notes NOTES = new Notes("Rebalance Days 2024");
  private static final Pattern ASSIGNED =
      Pattern.compile("^confnotes_partitions_assigned(?:\\{.*})? ([0-9.]+)$", Pattern.MULTILINE);

  private final Running running = new Running();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Servers servers;

  RebalanceIT(Servers servers) {
    this.servers = servers;
  }

  @AfterEach
  void stop() {
    running.close();
    http.close();
  }

  @Test
  void shouldStoreEveryDocumentOnceWhilePartitionsChangeHands() throws Exception {
    // Given
    var ingest = servers.ingest();
    var first = servers.summary();
    running.start(ingest, first);

    // When
    var submissions = new Load(4, 202, number -> NOTES.submission(ingest.url(), number));
    try (submissions) {
      awaitAssigned(first);
      var second = servers.summary();
      var third = servers.summary();
      running.start(second, third);
      awaitAssigned(first, second, third);
      awaitMore(submissions);
      assertThat(first.terminate()).isIn(0L, 143L);
      awaitAssigned(second, third);
      awaitMore(submissions);
    }

    // Then
    assertThat(submissions.failures()).isEmpty();
    var titles = NOTES.titles(submissions.answered());
    try (var connection = servers.connect();
        var admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers()))) {
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> NOTES.storedTalks(connection).size() >= titles.size());
      Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(lag(admin)).isZero());
      assertThat(NOTES.storedTalks(connection)).containsExactlyInAnyOrderElementsOf(titles);
      assertThat(NOTES.storedTalkNotes(connection)).containsExactlyInAnyOrderElementsOf(titles);
      assertThat(deadLetters(connection)).isZero();
    }
  }

  /** Each has its share of the partitions. */
  private void awaitAssigned(Service... services) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              for (var service : services) {
                assertThat(assigned(service)).isEqualTo(PARTITIONS / services.length);
              }
            });
  }

  private int assigned(Service service) throws Exception {
    var metrics =
        http.send(
                HttpRequest.newBuilder(URI.create(service.url() + "/q/metrics")).build(),
                BodyHandlers.ofString())
            .body();
    var matcher = ASSIGNED.matcher(metrics);
    assertThat(matcher.find()).as(metrics).isTrue();
    return (int) Double.parseDouble(matcher.group(1));
  }

  private static void awaitMore(Load submissions) {
    int before = submissions.answered().size();
    Awaitility.await().atMost(PATIENCE).until(() -> submissions.answered().size() > before + 100);
  }

  /** How far the group is behind the end of the log. */
  private static long lag(Admin admin) throws ExecutionException, InterruptedException {
    var committed =
        admin.listConsumerGroupOffsets("summary-service").partitionsToOffsetAndMetadata().get();
    var ends =
        admin
            .listOffsets(
                committed.keySet().stream()
                    .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest())))
            .all()
            .get();
    return ends.values().stream().mapToLong(ListOffsetsResultInfo::offset).sum()
        - committed.values().stream().mapToLong(OffsetAndMetadata::offset).sum();
  }

  private static long deadLetters(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM recorded.dead_letter")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
