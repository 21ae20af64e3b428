package io.confnotes.kubernetes;

import static io.confnotes.kubernetes.Manifests.container;
import static io.confnotes.kubernetes.Manifests.containers;
import static io.confnotes.kubernetes.Manifests.podSpec;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confnotes.ingest.publish.DocumentPublisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Manifests and services say the same. */
class AgreementTest {
  private static final Set<String> SERVICES =
      Set.of("ingest-service", "summary-service", "query-service");

  /** Of the handbook's table: a variable, and the services that have it. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(CONFNOTES_[A-Z_]+)` \\| ([a-z, ]+) \\|");

  private static final Pattern FILE = Pattern.compile("/etc/[a-z0-9./-]+");

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

  @Test
  void shouldDescribeEverySettingInTheHandbook() throws IOException {
    String handbook = Files.readString(Manifests.ROOT.resolve("deploy/README.md"));
    var described = new TreeMap<String, Set<String>>();
    ROW.matcher(handbook)
        .results()
        .forEach(row -> described.put(row.group(1), Set.of(row.group(2).split(", "))));
    var known = new TreeMap<String, Set<String>>();
    for (var service : SERVICES) {
      for (var variable : new ServiceSettings(service).variables()) {
        known
            .computeIfAbsent(variable, key -> new TreeSet<>())
            .add(service.replaceFirst("-service", ""));
      }
    }
    assertThat(described).isEqualTo(known);
  }

  @Test
  void shouldTakeThePatchesOfTheHandbook() throws IOException {
    // Given
    String handbook = Files.readString(Manifests.ROOT.resolve("deploy/README.md"));
    String patches = handbook.replaceFirst("(?s).*?```yaml\n(configMapGenerator:.*?)```.*", "$1");

    // When
    var manifests = Manifests.of(Manifests.onProduction("handbook", patches));

    // Then
    assertThat(Policies.violations(manifests)).isEmpty();
    var changed = manifests.resources();
    changed.removeAll(Manifests.overlay("production").resources());
    assertThat(changed)
        .extracting(
            it -> Manifests.kind(it) + " " + Manifests.name(it).replaceFirst("-\\w{10}$", ""))
        .contains(
            "ConfigMap query-service",
            "Deployment ingest-service",
            "Cluster confnotes-database",
            "KafkaNodePool nodes",
            "NetworkPolicy ingress",
            "NetworkPolicy kafka-to-api-server");
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
              + ServiceSettings.drainSeconds()
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
  @MethodSource("overlays")
  void shouldMountTheFilesThatServicesAreTold(Path overlay) {
    var manifests = Manifests.of(overlay);
    for (var service : SERVICES) {
      var deployment = manifests.get("Deployment", service);
      var files = files(variables(manifests, container(deployment)).values());
      assertThat(files).as(service).isNotEmpty();
      assertThat(mounted(manifests, deployment, container(deployment))).containsAll(files);
    }
    var summary = manifests.get("Deployment", "summary-service");
    var migrate = (ObjectNode) podSpec(summary).at("/initContainers/0");
    var url = String.valueOf(variables(manifests, migrate).get("CONFNOTES_DATABASE_URL"));
    assertThat(mounted(manifests, summary, migrate)).containsAll(files(List.of(url)));
  }

  /** What values name below {@code /etc}. */
  private static List<String> files(Collection<String> values) {
    return FILE.matcher(String.join(" ", values)).results().map(MatchResult::group).toList();
  }

  /** The files that a container's volumes are known to have: those of ConfigMaps and Secrets. */
  private static Set<String> mounted(
      Manifests manifests, ObjectNode workload, ObjectNode container) {
    var files = new TreeSet<String>();
    for (var mount : container.path("volumeMounts")) {
      var volume =
          podSpec(workload)
              .path("volumes")
              .valueStream()
              .filter(it -> it.path("name").equals(mount.path("name")))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no volume " + mount));
      var sources = new ArrayList<JsonNode>(List.of(volume));
      volume.at("/projected/sources").forEach(sources::add);
      for (var source : sources) {
        source
            .findValues("path")
            .forEach(path -> files.add(mount.path("mountPath").asText() + "/" + path.asText()));
        String map = source.at("/configMap/name").asText();
        manifests.ofKind("ConfigMap").stream()
            .filter(it -> Manifests.name(it).equals(map))
            .flatMap(it -> it.path("data").properties().stream())
            .forEach(it -> files.add(mount.path("mountPath").asText() + "/" + it.getKey()));
      }
      if (volume.at("/secret/secretName").asText().startsWith("confnotes-access")) {
        files.add(mount.path("mountPath").asText() + "/public-keys.json");
      }
    }
    return files;
  }

  @Test
  void shouldScaleAsFarAsThereArePartitions() {
    var manifests = Manifests.overlay("production");
    var topic = manifests.get("KafkaTopic", DocumentPublisher.TOPIC);
    var scaled = manifests.get("ScaledObject", "summary-service").path("spec");
    assertThat(topic.at("/spec/partitions").asInt()).isEqualTo(DocumentPublisher.PARTITIONS);
    assertThat(
            manifests
                .get("KafkaTopic", DocumentPublisher.TOPIC + ".dlq")
                .at("/spec/partitions")
                .asInt())
        .isEqualTo(DocumentPublisher.PARTITIONS);
    assertThat(scaled.path("maxReplicaCount").asInt()).isEqualTo(DocumentPublisher.PARTITIONS);
    assertThat(scaled.at("/triggers/0/metadata/topic").asText()).isEqualTo(DocumentPublisher.TOPIC);
  }

  /** KEDA's operator has a namespace of its own, in which a short name is no name. */
  @Test
  void shouldAskBrokersByANameThatHasTheNamespace() {
    var manifests = Manifests.overlay("production");
    var trigger = manifests.get("ScaledObject", "summary-service").at("/spec/triggers/0/metadata");
    var kafka = manifests.get("Kafka", "confnotes");
    assertThat(trigger.path("bootstrapServers").asText())
        .isEqualTo(
            "%s-kafka-bootstrap.%s.svc:%d",
            Manifests.name(kafka),
            kafka.at("/metadata/namespace").asText(),
            kafka.at("/spec/kafka/listeners/0/port").asInt());
  }

  /** {@code verify-full} compares the name with those that the operator puts into certificates. */
  @ParameterizedTest
  @MethodSource("overlays")
  void shouldConnectToDatabasesByANameOfTheirCertificate(Path overlay) {
    var manifests = Manifests.of(overlay);
    for (var service : List.of("summary-service", "query-service")) {
      String url =
          String.valueOf(
              variables(manifests, container(manifests.get("Deployment", service)))
                  .get("CONFNOTES_DATABASE_URL"));
      if (url.contains("sslmode=verify-full")) {
        var cluster = manifests.ofKind("Cluster").getFirst();
        var names =
            Stream.concat(
                Stream.of("-rw", "-ro", "-r").map(suffix -> Manifests.name(cluster) + suffix),
                cluster
                    .at("/spec/certificates/serverAltDNSNames")
                    .valueStream()
                    .map(JsonNode::asText));
        assertThat(names).as(service).contains(url.replaceFirst(".*//([^:/]+).*", "$1"));
      }
    }
  }

  @Test
  void shouldHaveTheAlertsOfTheProject() throws IOException {
    var manifests = Manifests.of(Manifests.everything());
    assertThat(manifests.get("PrometheusRule", "confnotes").path("spec"))
        .as("components/prometheus/rules.yaml has monitoring/prometheus/rules.yml as its spec")
        .isEqualTo(
            Manifests.read(Manifests.ROOT.resolve("deploy/monitoring/prometheus/rules.yml")));
  }

  @Test
  void shouldWatchEveryService() throws IOException {
    var manifests = Manifests.of(Manifests.everything());
    var monitor = manifests.get("ServiceMonitor", "confnotes").path("spec");
    var names = monitor.at("/selector/matchExpressions/0/values").valueStream();
    assertThat(names.map(JsonNode::asText)).containsExactlyInAnyOrderElementsOf(SERVICES);
    for (var service : SERVICES) {
      var watched = manifests.get("Service", service);
      assertThat(watched.at("/metadata/labels").path(monitor.path("jobLabel").asText()).asText())
          .isEqualTo(service);
      assertThat(watched.at("/spec/ports/0/name")).isEqualTo(monitor.at("/endpoints/0/port"));
    }
  }

  @Test
  void shouldLetInToThePortOfTheService() {
    var manifests = Manifests.overlay("production");
    var backend = manifests.get("Ingress", "confnotes").findValue("service");
    assertThat(backend.path("name").asText()).isEqualTo("query-service");
    assertThat(backend.at("/port/name"))
        .isEqualTo(manifests.get("Service", "query-service").at("/spec/ports/0/name"));
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
