package io.confnotes.kubernetes;

import static io.confnotes.kubernetes.Manifests.container;
import static io.confnotes.kubernetes.Manifests.containers;
import static io.confnotes.kubernetes.Manifests.podSpec;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Manifests and services say the same. */
class AgreementTest {
  private static final Set<String> SERVICES =
      Set.of("ingest-service", "summary-service", "query-service");

  /** Pods of a Deployment have no lasting name. */
  private static final Set<String> NOT_HERE = Set.of("CONFNOTES_KAFKA_GROUP_INSTANCE_ID");

  static Stream<Path> overlays() throws IOException {
    return Manifests.overlays();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void shouldSetWhatServicesKnowAndNothingElse(Path overlay) {
    var manifests = Manifests.of(overlay);
    for (var service : SERVICES) {
      var known = new ServiceSettings(service).variables();
      known.removeAll(NOT_HERE);
      assertThat(variables(manifests, container(manifests.get("Deployment", service))).keySet())
          .as(service)
          .isEqualTo(known);
    }
  }

  @Test
  void shouldNoticeAVariableThatNoServiceKnows() {
    var manifests = Manifests.overlay("dev");
    ((ObjectNode) manifests.get("ConfigMap", "query-service").path("data"))
        .put("CONFNOTES_INGEST_ADDRESS", "http://ingest-service:8081");
    assertThat(
            variables(manifests, container(manifests.get("Deployment", "query-service"))).keySet())
        .isNotEqualTo(new ServiceSettings("query-service").variables());
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void shouldAgreeOnPorts(Path overlay) {
    var manifests = Manifests.of(overlay);
    for (var service : SERVICES) {
      var settings = new ServiceSettings(service);
      var deployment = manifests.get("Deployment", service);
      var values = variables(manifests, container(deployment));
      assertThat(values).as(service).containsEntry("CONFNOTES_HTTP_HOST", "0.0.0.0");
      assertThat(values).containsEntry("CONFNOTES_HTTP_PORT", Integer.toString(settings.port()));
      assertThat(Network.ports(deployment)).containsExactly(settings.port());
      var port = manifests.get("Service", service).at("/spec/ports/0");
      assertThat(port.path("port").asInt()).isEqualTo(settings.port());
      assertThat(port.path("targetPort")).isEqualTo(container(deployment).at("/ports/0/name"));
      for (var probe : Set.of("startupProbe", "readinessProbe", "livenessProbe")) {
        var get = container(deployment).path(probe).path("httpGet");
        assertThat(get.path("port")).isEqualTo(container(deployment).at("/ports/0/name"));
        assertThat(get.path("path").asText()).startsWith("/q/health/");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void shouldNameServicesThatThereAre(Path overlay) {
    var manifests = Manifests.of(overlay);
    var query = variables(manifests, container(manifests.get("Deployment", "query-service")));
    for (var service : Set.of("ingest-service", "summary-service")) {
      String variable =
          "CONFNOTES_" + service.replaceFirst("-.*", "").toUpperCase(Locale.ROOT) + "_URL";
      var url = URI.create(String.valueOf(query.get(variable)));
      assertThat(url).hasHost(service).hasPort(new ServiceSettings(service).port());
    }
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void shouldWaitForRequestsToFinish(Path overlay) {
    var manifests = Manifests.of(overlay);
    for (var service : SERVICES) {
      var deployment = manifests.get("Deployment", service);
      int stop =
          container(deployment).at("/lifecycle/preStop/sleep/seconds").asInt()
              + new ServiceSettings(service).shutdownSeconds();
      assertThat(podSpec(deployment).path("terminationGracePeriodSeconds").asInt())
          .as(service)
          .isGreaterThanOrEqualTo(stop + 5);
    }
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void shouldMigrateBeforeItStartsOverADirectConnection(Path overlay) {
    var manifests = Manifests.of(overlay);
    var deployment = manifests.get("Deployment", "summary-service");
    var migrate = podSpec(deployment).path("initContainers").get(0);
    assertThat(migrate.path("args").toString()).isEqualTo("[\"migrate\"]");
    assertThat(migrate.path("image")).isEqualTo(container(deployment).path("image"));
    assertThat(variables(manifests, migrate))
        .isEqualTo(variables(manifests, container(deployment)));
    assertThat(variables(manifests, migrate).get("CONFNOTES_DATABASE_URL"))
        .doesNotContain("pooler");
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void shouldRunTheVersionOfThisBuild(Path overlay) {
    String version = Manifests.parse("v: " + projectVersion()).getFirst().path("v").asText();
    for (var workload : Manifests.of(overlay).workloads()) {
      for (var container : containers(workload)) {
        String image = container.path("image").asText();
        if (image.contains("confnotes")) {
          assertThat(image).endsWith(":" + version);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "overlays/dev"})
  void shouldMountTheKeysThatServicesAreTold(String folder) {
    var manifests = Manifests.of(Manifests.MODULE.resolve(folder));
    for (var service : SERVICES) {
      var deployment = manifests.get("Deployment", service);
      String keys =
          variables(manifests, container(deployment)).getOrDefault("CONFNOTES_ACCESS_KEYS", "");
      assertThat(container(deployment).path("volumeMounts"))
          .anySatisfy(mount -> assertThat(keys).startsWith(mount.path("mountPath").asText() + "/"));
    }
  }

  private static String projectVersion() {
    try {
      return Files.readString(Manifests.MODULE.resolve("pom.xml"))
          .replaceFirst("(?s).*?<version>([^<]*)</version>.*", "$1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The variables of a container; of those from Secrets the key. */
  private static Map<String, String> variables(Manifests manifests, JsonNode container) {
    var variables = new TreeMap<String, String>();
    for (var source : container.path("envFrom")) {
      String map = source.at("/configMapRef/name").asText();
      manifests.ofKind("ConfigMap").stream()
          .filter(it -> Manifests.name(it).equals(map))
          .flatMap(it -> it.path("data").properties().stream())
          .forEach(entry -> variables.put(entry.getKey(), entry.getValue().asText()));
    }
    var seen = new TreeSet<String>();
    for (var variable : container.path("env")) {
      String name = variable.path("name").asText();
      assertThat(seen.add(name)).as("%s is set twice", name).isTrue();
      variables.put(
          name, variable.path("value").asText(variable.at("/valueFrom/secretKeyRef/key").asText()));
    }
    return variables;
  }
}
