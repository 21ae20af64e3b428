package io.confnotes.endtoend.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.endtoend.Standalone;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The compose files, with the images of the services whose tag is {@code
 * confnotes.test.image.services}.
 */
@Tag("containers")
@EnabledIfSystemProperty(named = "confnotes.test.image.services", matches = ".+")
class ComposeIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Test
  void shouldTakeTheFirstDocumentAndKeepIt(@TempDir Path deploy) throws Exception {
    try (var compose = Compose.prepare(deploy);
        var http = HttpClient.newHttpClient()) {
      // Given
      compose.up("postgres");
      makeRoles(compose);
      compose.up();

      // When
      var answer =
          http.send(
              HttpRequest.newBuilder(
                      query(compose, "/api/v1/notes?event=Harbour+Days+2024&document=a"))
                  .header("Authorization", "Bearer " + Standalone.token(compose.key()))
                  .header("Content-Type", "text/plain")
                  .POST(BodyPublishers.ofString("Tides at Home\nMara Quill\nA jar is enough.\n"))
                  .build(),
              BodyHandlers.ofString());

      // Then
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
      awaitTalk(http, compose);

      // And when its containers are made anew
      compose.down();
      compose.up();
      assertThat(talks(http, compose)).contains("Tides at Home");
    }
  }

  @Test
  void shouldBeUnderstoodWithWhatWatchesIt(@TempDir Path deploy) {
    try (var compose = Compose.prepare(deploy)) {
      assertThat(compose.understood("compose.yaml", "compose.monitoring.yaml"))
          .contains("CONFNOTES_TRACES_URL: http://jaeger:4318")
          .contains(compose.password("GRAFANA"));
    }
  }

  /** Where the image has no psql to make them with when it starts. */
  private static void makeRoles(Compose compose) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                "jdbc:postgresql://" + compose.address("postgres", 5432) + "/confnotes",
                "postgres",
                compose.password("POSTGRES"));
        var statement = connection.createStatement()) {
      try (var roles =
          statement.executeQuery("SELECT FROM pg_roles WHERE rolname = 'confnotes_owner'")) {
        if (roles.next()) {
          return;
        }
      }
      statement.execute(compose.roles());
    }
  }

  private static void awaitTalk(HttpClient http, Compose compose) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!talks(http, compose).contains("Tides at Home")) {
      assertThat(System.nanoTime()).as("the talk is stored in time").isLessThan(end);
    }
  }

  private static String talks(HttpClient http, Compose compose) throws Exception {
    return http.send(
            HttpRequest.newBuilder(query(compose, "/api/v1/talks?q=tides")).build(),
            BodyHandlers.ofString())
        .body();
  }

  private static URI query(Compose compose, String path) {
    return URI.create("http://" + compose.address("query-service", 8080) + path);
  }
}
