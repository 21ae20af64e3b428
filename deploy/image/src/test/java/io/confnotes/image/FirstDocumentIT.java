package io.confnotes.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.testcontainers.lifecycle.Startables;

/** The images of the services, confined as the manifests say. */
@InContainers
class FirstDocumentIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Test
  void shouldTakeTheFirstDocument(Servers servers) throws Exception {
    var notes = new Notes("Harbour Days 2024");
    try (var ingest = servers.ingest().withNetworkAliases("ingest-service");
        var summary = servers.summary();
        var query = servers.query("http://ingest-service:8081");
        var http = HttpClient.newHttpClient()) {
      // Given
      Startables.deepStart(ingest, summary, query).join();

      // When
      var answer = http.send(notes.submission(query.url(), 1), BodyHandlers.ofString());

      // Then
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(
                          http.send(notes.search(query.url(), "q=tide"), BodyHandlers.ofString())
                              .body())
                      .contains("Tides Part 1"));
      var healthy =
          query.execInContainer(
              "java",
              "-cp",
              "/deployments/tools/confnotes-image.jar",
              "io.confnotes.image.Healthy");
      assertThat(healthy.getExitCode()).as(healthy.getStderr()).isZero();
    }
  }
}
