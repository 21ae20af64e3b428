package io.confnotes.endtoend.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The files of deploy/monitoring. */
final class Monitoring {
  static final Path FOLDER = Path.of("..", "monitoring").toAbsolutePath().normalize();
  static final Path PROMETHEUS = FOLDER.resolve("prometheus");

  private static final ObjectMapper JSON = new JsonMapper();
  private static final ObjectMapper YAML = new YAMLMapper();

  private Monitoring() {}

  /** A dashboard that Grafana is given. */
  record Dashboard(String file, JsonNode json) {

    /** All but the titles of rows. */
    List<Panel> panels() {
      return elements(json.get("panels"))
          .filter(panel -> !panel.get("type").asText().equals("row"))
          .map(panel -> new Panel(file, panel))
          .toList();
    }

    List<JsonNode> variables() {
      return elements(json.at("/templating/list")).toList();
    }

    @Override
    public String toString() {
      return file;
    }
  }

  record Panel(String file, JsonNode json) {
    String text(String pointer) {
      return json.at(pointer).asText();
    }

    List<JsonNode> targets() {
      return elements(json.get("targets")).toList();
    }

    @Override
    public String toString() {
      return file + ": " + text("/title");
    }
  }

  /** A rule of Prometheus. */
  record Alert(JsonNode rule) {
    String name() {
      return rule.get("alert").asText();
    }

    String expression() {
      return rule.get("expr").asText();
    }

    @Override
    public String toString() {
      return name();
    }
  }

  static List<Dashboard> dashboards() {
    try (Stream<Path> files = Files.list(FOLDER.resolve("grafana/dashboards"))) {
      return files
          .sorted()
          .map(file -> new Dashboard(file.getFileName().toString(), read(JSON, file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Dashboard dashboard(String uid) {
    return dashboards().stream()
        .filter(dashboard -> dashboard.json().get("uid").asText().equals(uid))
        .findFirst()
        .orElseThrow();
  }

  static List<Alert> alerts() {
    List<Alert> alerts = new ArrayList<>();
    for (JsonNode group : yaml(PROMETHEUS.resolve("rules.yml")).get("groups")) {
      group.get("rules").forEach(rule -> alerts.add(new Alert(rule)));
    }
    return alerts;
  }

  static JsonNode yaml(Path file) {
    return read(YAML, file);
  }

  static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode read(ObjectMapper mapper, Path file) {
    try {
      return mapper.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
