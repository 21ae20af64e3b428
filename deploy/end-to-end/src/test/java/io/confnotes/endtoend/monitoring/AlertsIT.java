package io.confnotes.endtoend.monitoring;

import io.confnotes.endtoend.Standalone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The alerts in a Prometheus that watches a pipeline, where what they are for is done to it. Only
 * how long it has to last is shorter than in production; thresholds are as they are.
 */
final class AlertsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** To be closed, the last first. */
  private static final Deque<AutoCloseable> RUNNING = new ArrayDeque<>();

  private static Scene scene;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    Path program = Programs.require("prometheus");
    Standalone.run("new-key", folder.resolve("keys").toString());
    var confnotes =
        new Standalone(
            folder.resolve("confnotes"),
            Map.of("CONFNOTES_ACCESS_KEYS", folder.resolve("keys/public-keys.json").toString()));
    RUNNING.push(confnotes);
    confnotes.signIn(folder.resolve("keys/private-key.json"));
    var prometheus = new Prometheus(program, folder, confnotes, "1s", AlertsIT::hasten);
    RUNNING.push(prometheus);
    scene = new Scene(confnotes, prometheus);
    confnotes.await("ready", PATIENCE, prometheus::isReady);
    confnotes.submit("document=first", Scene.NOTES);
    scene.awaitSeries("confnotes_records_total{outcome=\"stored\"} > 0");
  }

  @AfterAll
  static void stop() throws Exception {
    while (!RUNNING.isEmpty()) {
      RUNNING.pop().close();
    }
  }

  private static String hasten(String rules) {
    return rules
        .replaceAll("for: \\w+", "for: 1s")
        .replace("[30m]", "[60s]")
        .replaceAll("\\[\\d+m]", "[5s]")
        .replaceAll("offset \\d+m", "offset 3s");
  }

  @ParameterizedTest
  @EnumSource
  void shouldFire(Provocation provocation) {
    // Given
    scene.confnotes().await("quiet", PATIENCE, () -> isQuiet(provocation.alerts()));

    // When
    try (var _ = provocation.begin(scene)) {
      // Then
      awaitFiring(provocation.meanwhile());
    }
    awaitFiring(provocation.after());
  }

  private static void awaitFiring(Collection<String> alerts) {
    scene.confnotes().await("firing: " + alerts, PATIENCE, () -> firing().containsAll(alerts));
  }

  private static boolean isQuiet(Collection<String> alerts) {
    return alerts.stream().noneMatch(firing()::contains);
  }

  private static Set<String> firing() {
    return scene.prometheus().query("ALERTS{alertstate=\"firing\"}").stream()
        .map(alert -> alert.at("/metric/alertname").asText())
        .collect(Collectors.toSet());
  }
}
