package io.confnotes.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The compose files, read as the Compose Specification says: merge keys, then variables. */
class ComposeTest {
  private static final Path FOLDER = Manifests.ROOT.resolve("deploy/compose");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)([^}]*)\\}");
  private static final Set<String> SERVICES =
      Set.of("ingest-service", "summary-service", "query-service");

  /** Of the specification, those that are used here. */
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "cap_drop",
          "command",
          "depends_on",
          "entrypoint",
          "environment",
          "healthcheck",
          "image",
          "mem_limit",
          "ports",
          "read_only",
          "restart",
          "security_opt",
          "shm_size",
          "stop_grace_period",
          "tmpfs",
          "user",
          "volumes");

  private static final Set<String> HEALTH =
      Set.of("test", "interval", "timeout", "retries", "start_period", "start_interval");

  @ParameterizedTest
  @ValueSource(strings = {"compose.yaml", "compose.monitoring.yaml"})
  void shouldOnlyHaveWhatTheSpecificationKnows(String file) {
    var compose = read(file);
    assertThat(compose.properties())
        .extracting(entry -> entry.getKey())
        .allMatch(
            key -> key.startsWith("x-") || Set.of("name", "services", "volumes").contains(key));
    for (var service : compose.path("services")) {
      assertThat(keys(service)).isSubsetOf(ATTRIBUTES);
      assertThat(keys(service.path("healthcheck"))).isSubsetOf(HEALTH);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"compose.yaml", "compose.monitoring.yaml"})
  void shouldConfineAndBeReachedFromThisMachineOnly(String file) {
    for (var service : own(file).properties()) {
      var value = service.getValue();
      assertThat(value.path("cap_drop").toString()).as(service.getKey()).isEqualTo("[\"ALL\"]");
      assertThat(value.path("security_opt").toString()).contains("no-new-privileges:true");
      assertThat(value.path("read_only").asBoolean() || service.getKey().equals("grafana"))
          .as("%s is read-only", service.getKey())
          .isTrue();
      assertThat(value.path("ports")).allMatch(port -> port.asText().startsWith("127.0.0.1:"));
      assertThat(value.path("image").asText()).matches(".+:[^:/]+").doesNotEndWith(":latest");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"compose.yaml", "compose.monitoring.yaml"})
  void shouldHaveNoSecretOfItsOwn(String file) throws IOException {
    for (var service : read(file).path("services")) {
      service
          .path("environment")
          .properties()
          .forEach(
              variable -> {
                if (variable.getKey().contains("PASSWORD")) {
                  assertThat(variable.getValue().asText()).matches(VARIABLE);
                }
              });
    }
    String made = Files.readString(FOLDER.resolve("prepare"));
    for (var variable :
        VARIABLE.matcher(Files.readString(FOLDER.resolve(file))).results().toList()) {
      assertThat(variable.group(2)).as(variable.group(1)).startsWith(":?");
      assertThat(made).contains(variable.group(1).replaceAll("CONFNOTES_|_PASSWORD", ""));
    }
  }

  @Test
  void shouldWaitForWhatIsReadyOrDone() {
    var services = own("compose.yaml");
    services.setAll(own("compose.monitoring.yaml"));
    for (var service : services.properties()) {
      for (var needed : service.getValue().path("depends_on").properties()) {
        var other = services.path(needed.getKey());
        switch (needed.getValue().path("condition").asText()) {
          case "service_healthy" -> assertThat(other.has("healthcheck")).isTrue();
          case "service_completed_successfully" ->
              assertThat(other.path("restart").asText()).isEqualTo("no");
          default -> throw new AssertionError(service.getKey() + " waits for nothing certain");
        }
      }
    }
    assertThat(keys(services.path("summary-service").path("depends_on")))
        .containsExactly("kafka", "migrate", "postgres", "topics");
    assertThat(keys(services.path("query-service").path("depends_on")))
        .containsExactly("migrate", "postgres");
    assertThat(keys(services.path("ingest-service").path("depends_on")))
        .containsExactly("kafka", "topics");
    assertThat(keys(services.path("grafana").path("depends_on")))
        .containsExactly("jaeger", "prometheus", "query-service");
  }

  @Test
  void shouldSendTracesOfEveryServiceToJaeger() {
    var services = read("compose.monitoring.yaml").path("services");
    for (var name : SERVICES) {
      assertThat(keys(services.path(name))).as(name).containsExactly("environment");
      var environment = services.path(name).path("environment");
      assertThat(keys(environment))
          .containsExactly("CONFNOTES_TRACES_URL")
          .isSubsetOf(new ServiceSettings(name).variables());
      assertThat(URI.create(environment.path("CONFNOTES_TRACES_URL").asText()))
          .hasHost("jaeger")
          .hasPort(4318);
    }
    assertThat(keys(services)).contains("jaeger");
  }

  @Test
  void shouldAgreeWithTheServices() {
    var services = read("compose.yaml").path("services");
    for (var name : SERVICES) {
      var settings = new ServiceSettings(name);
      var service = services.path(name);
      assertThat(keys(service.path("environment"))).as(name).isSubsetOf(settings.variables());
      String port = Integer.toString(settings.port());
      assertThat(service.at("/environment/CONFNOTES_HTTP_PORT").asText()).isEqualTo(port);
      assertThat(service.at("/ports/0").asText()).isEqualTo("127.0.0.1:" + port + ":" + port);
      assertThat(service.path("image").asText()).startsWith("confnotes/" + name + ":");
    }
    var query = services.path("query-service").path("environment");
    for (var name : List.of("ingest-service", "summary-service")) {
      String variable = "CONFNOTES_%s_URL".formatted(name.replace("-service", ""));
      assertThat(URI.create(query.path(variable.toUpperCase(Locale.ROOT)).asText()))
          .hasHost(name)
          .hasPort(new ServiceSettings(name).port());
    }
  }

  @Test
  void shouldRunKafkaAsTheDevOverlayDoes() {
    var here = read("compose.yaml").at("/services/kafka");
    var there = Manifests.container(Manifests.overlay("dev").get("StatefulSet", "kafka"));
    assertThat(here.path("image")).isEqualTo(there.path("image"));
    assertThat(here.path("environment").properties())
        .extracting(it -> it.getKey() + "=" + it.getValue().asText())
        .containsExactlyInAnyOrderElementsOf(
            there
                .path("env")
                .valueStream()
                .map(it -> it.path("name").asText() + "=" + it.path("value").asText())
                .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"compose.yaml", "compose.monitoring.yaml"})
  void shouldMountWhatThereIs(String file) {
    var compose = read(file);
    for (var service : compose.path("services")) {
      for (var volume : service.path("volumes")) {
        String source = volume.asText().replaceFirst(":.*", "");
        if (source.startsWith(".")) {
          assertThat(source.startsWith("./secrets/") || Files.exists(FOLDER.resolve(source)))
              .as(source)
              .isTrue();
        } else {
          assertThat(keys(compose.path("volumes"))).contains(source);
        }
      }
    }
  }

  @Test
  void shouldWatchEveryServiceAtItsPort() throws IOException {
    var targets = new ArrayList<JsonNode>();
    new ObjectMapper()
        .valueToTree(load(FOLDER.resolve("prometheus/targets.yml")))
        .forEach(targets::add);
    assertThat(targets)
        .extracting(
            target -> target.at("/labels/job").asText() + " " + target.at("/targets/0").asText())
        .containsExactlyInAnyOrderElementsOf(
            SERVICES.stream()
                .map(name -> name + " " + name + ":" + new ServiceSettings(name).port())
                .toList());
  }

  private static Set<String> keys(JsonNode node) {
    var keys = new TreeSet<String>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** The services of a file, without those of the main one that it adds something to. */
  private static ObjectNode own(String file) {
    var services = (ObjectNode) read(file).path("services");
    return file.equals("compose.yaml") ? services : services.remove(SERVICES);
  }

  private static ObjectNode read(String file) {
    return new ObjectMapper().valueToTree(load(FOLDER.resolve(file)));
  }

  private static Object load(Path file) {
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
