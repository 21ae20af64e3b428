package io.confnotes.endtoend.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.confnotes.endtoend.Standalone;
import io.confnotes.endtoend.monitoring.Monitoring.Alert;
import io.confnotes.endtoend.monitoring.Monitoring.Panel;
import io.confnotes.endtoend.monitoring.PromQl.Selector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dashboards and alerts against a pipeline that runs. */
final class MonitoringIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static Standalone confnotes;
  private static int uses;

  @BeforeAll
  static void start(@TempDir Path data) {
    confnotes = new Standalone(data.resolve("confnotes"));
    for (int year = 2016; year <= 2018; year++) {
      JsonNode accepted =
          confnotes.submit(
              "event=Harbour+Nights+%1$d&date=%1$d-05-01&document=%1$d".formatted(year),
              notes(year));
      assertThat(confnotes.awaitState(accepted)).isEqualTo("stored");
    }
    use();
  }

  @AfterAll
  static void stop() throws IOException {
    confnotes.close();
  }

  /** Each year about something else, so that tags rise and fall. */
  private static String notes(int year) {
    return """
        # Containers at Sea, by Ines Rowan

        - Kubernetes schedules containers near the water
        - Containers need security as ships do

        # %s Everywhere, by Theo Brandt

        - %1$s is what everybody at the harbour talked about
        - Testing %1$s in production is cheaper than not knowing
        """
        .formatted(year % 2 == 0 ? "PostgreSQL" : "Machine Learning");
  }

  /** Something of everything that is measured; the document is another one each time. */
  private static void use() {
    confnotes.submit("document=again", notes(2017) + "- Told %d times\n".formatted(++uses));
    confnotes.get(confnotes.web() + "/talks");
    confnotes.get(confnotes.web() + "/api/v1/talks?q=containers");
    confnotes.get(service(2) + "/api/v1/reanalysis");
    assertThat(confnotes.post("/api/v1/talks", "").statusCode()).isEqualTo(405);
  }

  private static String service(int number) {
    return "http://127.0.0.1:" + (confnotes.portBase() + number);
  }

  static Stream<Panel> infinityPanels() {
    return Monitoring.dashboard("confnotes-what-was-said").panels().stream();
  }

  @ParameterizedTest
  @MethodSource("infinityPanels")
  void shouldFindRowsWithTheColumnsOfThePanel(Panel panel) {
    for (JsonNode target : panel.targets()) {
      for (String address : addresses(target.get("url").asText())) {
        assertColumns(target, confnotes.json(address));
      }
    }
  }

  @Test
  void shouldOfferTagsToChooseFrom() {
    JsonNode query =
        Monitoring.dashboard("confnotes-what-was-said").variables().stream()
            .filter(variable -> variable.get("name").asText().equals("tag"))
            .findFirst()
            .orElseThrow()
            .at("/query/infinityQuery");
    assertColumns(query, confnotes.json(query.get("url").asText()));
  }

  /** For each choice that Grafana lets one make at the top. */
  private static Set<String> addresses(String url) {
    String tag = confnotes.json("/api/v1/tags?limit=1").at("/items/0/slug").asText();
    Set<String> addresses = new LinkedHashSet<>();
    for (String per : List.of("year", "month")) {
      for (String choice : List.of("%20", tag)) {
        addresses.add(
            url.replace("${per}", per)
                .replace("${tag}", choice)
                .replace("${__from:date:iso}", "2014-11-03T08:00:00.000Z")
                .replace("${__to:date:iso}", Instant.now().toString()));
      }
    }
    assertThat(addresses).noneMatch(address -> address.contains("$"));
    return addresses;
  }

  private static void assertColumns(JsonNode query, JsonNode answer) {
    String root = query.get("root_selector").asText();
    JsonNode rows = root.isEmpty() ? answer : answer.get(root);
    assertThat(rows).isNotEmpty();
    for (JsonNode row : rows) {
      for (JsonNode column : query.get("columns")) {
        JsonNode value = row.get(column.get("selector").asText());
        assertThat(value).as("%s of %s", column.get("selector"), row).isNotNull();
        switch (column.get("type").asText()) {
          case "number" -> assertThat(value.isNumber()).isTrue();
          case "timestamp" -> assertThat(Instant.parse(value.asText())).isNotNull();
          default -> assertThat(value.isTextual()).isTrue();
        }
      }
    }
  }

  @Test
  void shouldNameOnlyMetricsAndLabelsThatAreServed() {
    // Given
    Metrics metrics = new Metrics();
    for (int number : List.of(0, 1, 2)) {
      metrics.add(confnotes.get(service(number) + "/q/metrics").body());
    }
    assertThat(metrics.count()).isGreaterThan(100);

    // Then
    assertThat(operationQueries()).allSatisfy(query -> assertNothingMissing(metrics, query));
    assertThat(Monitoring.alerts())
        .extracting(Alert::expression)
        .allSatisfy(query -> assertNothingMissing(metrics, query));
  }

  private static void assertNothingMissing(Metrics metrics, String query) {
    assertThat(metrics.missing(query)).as(query).isEmpty();
  }

  /** What alerts are made of: an alert on what there is none of would never fire. */
  private static List<String> seriesOfAlerts() {
    return Monitoring.alerts().stream()
        .flatMap(alert -> PromQl.of(alert.expression()).selectors().stream())
        .map(Selector::query)
        .distinct()
        .toList();
  }

  private static List<String> operationQueries() {
    return Monitoring.dashboard("confnotes-operation").panels().stream()
        .flatMap(panel -> panel.targets().stream())
        .map(target -> target.get("expr").asText())
        .toList();
  }

  @Test
  void shouldGetDataForEveryPanelAndAlertAndNoneThatFires(@TempDir Path folder) throws IOException {
    Path program = Programs.require("prometheus");
    try (Prometheus prometheus = new Prometheus(program, folder, confnotes)) {
      // Given
      confnotes.await("ready", PATIENCE, prometheus::isReady);

      // When
      Set<String> withoutData = new LinkedHashSet<>(operationQueries());
      withoutData.addAll(seriesOfAlerts());
      try {
        confnotes.await("all with data", PATIENCE, () -> haveData(prometheus, withoutData));
      } catch (AssertionError late) {
        throw new AssertionError("no data for " + withoutData, late);
      }

      // Then
      confnotes.await("all rules evaluated", PATIENCE, () -> areEvaluated(prometheus.rules()));
      assertThat(prometheus.query("ALERTS{alertstate=\"firing\"}")).isEmpty();
      confnotes.await("all up", PATIENCE, () -> prometheus.query("up == 1").size() == 3);
    }
  }

  private static boolean haveData(Prometheus prometheus, Set<String> withoutData) {
    use();
    withoutData.removeIf(query -> hasData(prometheus, query));
    return withoutData.isEmpty();
  }

  private static boolean hasData(Prometheus prometheus, String query) {
    List<JsonNode> found =
        prometheus.query(query.replace("$__rate_interval", "1m").replace("$__range", "15m"));
    return !found.isEmpty()
        && found.stream().noneMatch(series -> series.at("/value/1").asText().equals("NaN"));
  }

  private static boolean areEvaluated(List<JsonNode> rules) {
    assertThat(rules).hasSameSizeAs(Monitoring.alerts());
    assertThat(rules).extracting(rule -> rule.path("lastError").asText()).containsOnly("");
    return rules.stream().allMatch(rule -> rule.get("health").asText().equals("ok"));
  }
}
