package io.confnotes.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What a Deployment does with two ingest-services and two query-services when their version
 * changes, behind what a Service does, while clients submit and search.
 */
@InContainers
class RollingRestartIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Notes NOTES = new Notes("Rolling Days 2024");

  private final Running running = new Running();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Servers servers;

  RollingRestartIT(Servers servers) {
    this.servers = servers;
  }

  @AfterEach
  void stop() {
    running.close();
    http.close();
  }

  @Test
  void shouldAnswerEveryRequestAndKeepEveryDocumentWhileServicesAreReplaced() throws Exception {
    try (var ingest = new Balancer(servers.host());
        var query = new Balancer(InetAddress.getLoopbackAddress())) {
      // Given
      var ingests = List.of(servers.ingest(), servers.ingest());
      var queries = List.of(servers.query(ingest.url()), servers.query(ingest.url()));
      running.start(servers.summary());
      running.start(ingests.toArray(Service[]::new));
      running.start(queries.toArray(Service[]::new));
      ingests.forEach(service -> ingest.add(service.address()));
      queries.forEach(service -> query.add(service.address()));

      // When
      var submissions = new Load(12, 202, number -> NOTES.submission(query.url(), number));
      var searches = new Load(2, 200, number -> NOTES.search(query.url(), "q=tide"));
      try (submissions;
          searches) {
        for (var old : ingests) {
          assertThat(replace(old, servers.ingest(), ingest)).isIn(0L, 143L);
        }
        for (var old : queries) {
          assertThat(replace(old, servers.query(ingest.url()), query)).isIn(0L, 143L);
        }
      }

      // Then
      assertThat(submissions.failures()).isEmpty();
      assertThat(searches.failures()).isEmpty();
      assertThat(searches.answered()).isNotEmpty();
      var titles = NOTES.titles(submissions.answered());
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(found(query.url())).hasSameElementsAs(titles));
      assertThat(found(query.url())).hasSize(titles.size());
      try (var connection = servers.connect()) {
        assertThat(NOTES.storedTalks(connection)).containsExactlyInAnyOrderElementsOf(titles);
        assertThat(NOTES.storedTalkNotes(connection)).containsExactlyInAnyOrderElementsOf(titles);
      }
    }
  }

  /**
   * The new one serves first. No connection is opened to the old one once it is told to stop:
   * {@code preStop} in the manifest waits until everybody has heard. Those that are open are its to
   * close.
   *
   * @return the exit code of the old one
   */
  private long replace(Service old, Service replacement, Balancer balancer) {
    running.start(replacement);
    balancer.add(replacement.address());
    balancer.remove(old.address());
    return old.terminate();
  }

  /** The titles of all talks that query-service lists. */
  private List<String> found(String service) throws Exception {
    var titles = new ArrayList<String>();
    var cursor = "";
    do {
      var answer = http.send(NOTES.search(service, "limit=200" + cursor), BodyHandlers.ofString());
      var page = new ObjectMapper().readTree(answer.body());
      page.path("items").forEach(talk -> titles.add(talk.path("title").asText()));
      cursor = page.path("next").isTextual() ? "&cursor=" + page.path("next").asText() : "";
    } while (!cursor.isEmpty());
    return titles;
  }
}
