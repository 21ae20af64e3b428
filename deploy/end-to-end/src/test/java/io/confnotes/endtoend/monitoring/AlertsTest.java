package io.confnotes.endtoend.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.confnotes.endtoend.monitoring.Monitoring.Alert;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AlertsTest {

  static List<Alert> alerts() {
    return Monitoring.alerts();
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void shouldSayWhatIsWrongAndWhatToDo(Alert alert) {
    JsonNode annotations = alert.rule().get("annotations");
    assertThat(alert.name()).startsWith("Confnotes");
    assertThat(alert.rule().at("/labels/severity").asText()).isIn("page", "ticket");
    assertThat(annotations.get("summary").asText()).isNotBlank().doesNotEndWith(".");
    assertThat(annotations.get("description").asText()).endsWith(".");
    assertThat(annotations.get("runbook_url").asText())
        .isEqualTo("deploy/README.md#" + alert.name().toLowerCase(Locale.ROOT));
  }

  @Test
  void shouldAllBeInTheHandbook() throws IOException {
    List<String> headings =
        Files.readAllLines(Path.of("..", "README.md")).stream()
            .filter(line -> line.startsWith("### Confnotes"))
            .map(line -> line.substring("### ".length()))
            .toList();
    assertThat(headings)
        .containsExactlyInAnyOrderElementsOf(alerts().stream().map(Alert::name).toList());
  }

  /** Of the alerts that no {@link Provocation} is for, why. */
  private static final Map<String, String> NOT_PROVOKED =
      Map.of(
          "ConfnotesHeapFull",
          "a service whose heap is nearly full for long ends at some time or other");

  /** In a pipeline that runs: {@link AlertsIT} sees them fire. */
  @Test
  void shouldAllBeProvokedOrNotForAReason() {
    List<String> provoked =
        Arrays.stream(Provocation.values()).flatMap(it -> it.alerts().stream()).toList();
    assertThat(provoked).doesNotContainAnyElementsOf(NOT_PROVOKED.keySet());
    assertThat(Stream.concat(provoked.stream(), NOT_PROVOKED.keySet().stream()))
        .containsExactlyInAnyOrderElementsOf(alerts().stream().map(Alert::name).toList());
  }

  /** So that no alert is there that nobody has seen fire as long as it takes in production. */
  @Test
  void shouldAllFireInATest() throws IOException {
    String tests = Files.readString(Monitoring.PROMETHEUS.resolve("rules_test.yml"));
    assertThat(alerts())
        .allSatisfy(alert -> assertThat(tests).contains("{alertname=\"" + alert.name() + "\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check rules rules.yml",
        "check config prometheus.yml",
        "test rules rules_test.yml"
      })
  void shouldPassPromtool(String arguments) throws IOException, InterruptedException {
    // When
    List<String> command = new ArrayList<>(List.of(Programs.require("promtool").toString()));
    command.addAll(List.of(arguments.split(" ")));
    Process promtool =
        new ProcessBuilder(command)
            .directory(Monitoring.PROMETHEUS.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    // Then
    assertThat(promtool.waitFor()).as(said).isZero();
    assertThat(said).contains("SUCCESS");
  }
}
