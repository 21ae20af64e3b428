package io.confnotes.endtoend.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.confnotes.endtoend.monitoring.Monitoring.Dashboard;
import io.confnotes.endtoend.monitoring.Monitoring.Panel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be said of dashboards without Grafana. */
final class DashboardTest {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([a-zA-Z_]\\w*)");

  /** Of Grafana itself. */
  private static final Set<String> BUILT_IN =
      Set.of("__from", "__to", "__rate_interval", "__range", "__field", "__all");

  /** Of Grafana 11 and 12; no pies. */
  private static final Set<String> TYPES = Set.of("stat", "timeseries", "table", "row");

  private static final Set<String> UNITS =
      Set.of("none", "s", "reqps", "percentunit", "suffix: records/s");

  static List<Dashboard> dashboards() {
    return Monitoring.dashboards();
  }

  static List<Panel> panels() {
    return dashboards().stream().flatMap(dashboard -> dashboard.panels().stream()).toList();
  }

  @Test
  void shouldHaveBothDashboards() {
    assertThat(dashboards())
        .extracting(dashboard -> dashboard.json().get("uid").asText())
        .containsExactly("confnotes-operation", "confnotes-what-was-said");
    assertThat(dashboards())
        .extracting(dashboard -> dashboard.json().get("title").asText())
        .containsExactly("Confnotes: operation", "Confnotes: what was said");
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void shouldBeWhatGrafanaReads(Dashboard dashboard) {
    JsonNode json = dashboard.json();
    assertThat(json.get("description").asText()).isNotBlank();
    assertThat(json.get("tags")).extracting(JsonNode::asText).contains("confnotes");
    // 36: a data source is an object of type and uid; 39: of Grafana 11, which later ones convert
    assertThat(json.get("schemaVersion").asInt()).isBetween(36, 39);
    assertThat(json.has("id")).as("an id of some other Grafana").isFalse();
    assertThat(json.at("/time/from").asText()).startsWith("now-");
    assertThat(json.get("panels"))
        .extracting(panel -> panel.get("id").asInt())
        .doesNotHaveDuplicates();
    assertThat(json.get("panels"))
        .extracting(panel -> panel.get("type").asText())
        .isSubsetOf(TYPES);
    assertThat(json.get("panels"))
        .extracting(panel -> panel.get("title").asText())
        .doesNotContain("");
  }

  /** Most important first: a row of single figures, and nothing on top of something else. */
  @ParameterizedTest
  @MethodSource("dashboards")
  void shouldBeLaidOut(Dashboard dashboard) {
    Set<String> taken = new HashSet<>();
    for (JsonNode panel : dashboard.json().get("panels")) {
      JsonNode place = panel.get("gridPos");
      int x = place.get("x").asInt();
      int y = place.get("y").asInt();
      assertThat(x + place.get("w").asInt()).isLessThanOrEqualTo(24);
      assertThat(panel.get("type").asText().equals("stat")).isEqualTo(y == 0);
      for (int column = x; column < x + place.get("w").asInt(); column++) {
        for (int line = y; line < y + place.get("h").asInt(); line++) {
          assertThat(taken.add(column + " " + line)).as("place of %s", panel.get("title")).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("panels")
  void shouldExplainItself(Panel panel) {
    assertThat(panel.text("/title")).isNotBlank();
    assertThat(panel.text("/description")).endsWith(".");
    assertThat(panel.text("/fieldConfig/defaults/unit")).isIn(UNITS);
    assertThat(panel.text("/datasource/uid")).isEqualTo("${datasource}");
    assertThat(panel.targets()).isNotEmpty();
    assertThat(panel.targets())
        .extracting(target -> target.get("refId").asText())
        .doesNotHaveDuplicates();
    assertThat(panel.targets())
        .extracting(target -> target.get("datasource"))
        .containsOnly(panel.json().get("datasource"));
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void shouldUseOnlyVariablesThatThereAre(Dashboard dashboard) {
    Set<String> known =
        dashboard.variables().stream()
            .map(variable -> variable.get("name").asText())
            .collect(Collectors.toSet());
    known.addAll(BUILT_IN);
    assertThat(VARIABLE.matcher(dashboard.json().toString()).results().map(found -> found.group(1)))
        .isSubsetOf(known);
  }

  @ParameterizedTest
  @MethodSource("panels")
  void shouldAskInfinityAsDocumented(Panel panel) {
    for (JsonNode target : panel.targets()) {
      if (!target.at("/datasource/type").asText().equals("yesoreyeram-infinity-datasource")) {
        continue;
      }
      assertThat(target.get("type").asText()).isEqualTo("json");
      assertThat(target.get("source").asText()).isEqualTo("url");
      assertThat(target.get("parser").asText()).isEqualTo("backend");
      assertThat(target.get("format").asText()).isIn("table", "timeseries");
      assertThat(target.at("/url_options/method").asText()).isEqualTo("GET");
      assertThat(target.get("url").asText()).startsWith("/api/v1/");
      assertThat(target.get("columns"))
          .isNotEmpty()
          .allSatisfy(
              column ->
                  assertThat(column.get("type").asText()).isIn("string", "number", "timestamp"));
    }
  }

  /** A column that is renamed must not lose its width, unit and colour. */
  @ParameterizedTest
  @MethodSource("panels")
  void shouldFormatColumnsThatThereAre(Panel panel) {
    List<String> columns = new ArrayList<>();
    panel.targets().stream()
        .filter(target -> target.has("columns"))
        .flatMap(target -> Monitoring.elements(target.get("columns")))
        .forEach(column -> columns.add(column.get("text").asText()));
    panel
        .json()
        .path("transformations")
        .forEach(
            transformation ->
                transformation
                    .at("/options/renameByName")
                    .forEach(name -> columns.add(name.asText())));
    if (columns.isEmpty()) {
      return;
    }
    assertThat(panel.json().at("/fieldConfig/overrides"))
        .extracting(override -> override.at("/matcher/options").asText())
        .isSubsetOf(columns);
  }

  @Test
  void shouldColourTheSameAlike() {
    Map<String, Set<String>> colours =
        panels().stream()
            .flatMap(panel -> Monitoring.elements(panel.json().at("/fieldConfig/overrides")))
            .filter(override -> override.at("/properties/0/id").asText().equals("color"))
            .collect(
                Collectors.groupingBy(
                    override -> override.at("/matcher/options").asText(),
                    Collectors.mapping(
                        override -> override.at("/properties/0/value/fixedColor").asText(),
                        Collectors.toSet())));
    assertThat(colours).containsKeys("ingest-service", "summary-service", "query-service");
    assertThat(colours.values()).allSatisfy(of -> assertThat(of).hasSize(1));
  }

  @Test
  void shouldBeProvisionedWithTheirDataSources() {
    // Given
    JsonNode provisioned =
        Monitoring.yaml(
            Monitoring.FOLDER.resolve("grafana/provisioning/datasources/confnotes.yml"));
    Map<String, String> types =
        Monitoring.elements(provisioned.get("datasources"))
            .collect(
                Collectors.toMap(
                    source -> source.get("uid").asText(), source -> source.get("type").asText()));

    // When
    Map<String, String> asked =
        dashboards().stream()
            .flatMap(dashboard -> dashboard.variables().stream())
            .filter(variable -> variable.get("type").asText().equals("datasource"))
            .collect(
                Collectors.toMap(
                    variable -> variable.at("/current/value").asText(),
                    variable -> variable.get("query").asText()));

    // Then
    assertThat(asked).isEqualTo(types);
    assertThat(
            Monitoring.yaml(
                    Monitoring.FOLDER.resolve("grafana/provisioning/dashboards/confnotes.yml"))
                .at("/providers/0/options/path")
                .asText())
        .isEqualTo("$CONFNOTES_DASHBOARDS");
  }
}
