package io.confnotes.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confnotes.kubernetes.Network.Pods;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exactly the flows that there are: nothing else is let through, and nothing is cut off. */
class NetworkTest {
  private static final Set<String> DEV =
      Set.of(
          "query-service>ingest-service:8081",
          "query-service>summary-service:8082",
          "query-service>postgres:5432",
          "summary-service>postgres:5432",
          "summary-service>kafka:9092",
          "ingest-service>kafka:9092",
          "kafka>kafka:9092",
          "query-service>dns:53",
          "ingest-service>dns:53",
          "summary-service>dns:53",
          "postgres>dns:53",
          "kafka>dns:53",
          "people>dns:53",
          "people>query-service:8080",
          "people>ingest-service:8081",
          "others>query-service:8080",
          "others>ingest-service:8081",
          "others>dns:53",
          "dns>query-service:8080",
          "dns>ingest-service:8081",
          "dns>dns:53");

  private static final Set<String> PRODUCTION =
      Set.of(
          "ingress>query-service:8080",
          "query-service>ingest-service:8081",
          "query-service>summary-service:8082",
          "query-service>database:5432",
          "summary-service>database:5432",
          "summary-service>kafka:9093",
          "ingest-service>kafka:9093",
          "keda>kafka:9093",
          "kafka>kafka:9090",
          "kafka>kafka:9091",
          "kafka-operators>kafka:9090",
          "kafka-operators>kafka:9091",
          "kafka-operators>api-server:6443",
          "kafka>api-server:6443",
          "database>database:5432",
          "database>database:8000",
          "database>api-server:6443",
          "cnpg>database:5432",
          "cnpg>database:8000");

  private static final Set<String> EVERYTHING =
      Set.of(
          "prometheus>query-service:8080",
          "prometheus>ingest-service:8081",
          "prometheus>summary-service:8082",
          "query-service>collector:4318",
          "ingest-service>collector:4318",
          "summary-service>collector:4318",
          "query-service>pooler:5432",
          "pooler>database:5432",
          "pooler>api-server:6443");

  private static final Map<String, Set<Integer>> DNS_PORTS = Map.of("dns", Set.of(53));

  static Stream<Path> overlays() throws IOException {
    return Manifests.overlays();
  }

  @Test
  void shouldLetThroughWhatThereIsInProduction() {
    assertThat(flowsWithOperators(Manifests.overlay("production"))).isEqualTo(PRODUCTION);
  }

  @Test
  void shouldLetThroughWhatComponentsAdd() throws IOException {
    var expected = new TreeSet<>(PRODUCTION);
    expected.addAll(EVERYTHING);
    assertThat(flowsWithOperators(Manifests.of(Manifests.everything()))).isEqualTo(expected);
  }

  @Test
  void shouldNoticeAHoleInProduction() {
    var manifests = Manifests.overlay("production");
    ((ArrayNode) manifests.get("NetworkPolicy", "ingress").at("/spec/ingress/0/from"))
        .addObject()
        .putObject("namespaceSelector");
    assertThat(flowsWithOperators(manifests)).contains("keda>query-service:8080");
  }

  @Test
  void shouldLetThroughWhatThereIsInDev() {
    assertThat(flows(Manifests.overlay("dev"))).isEqualTo(DEV);
  }

  @Test
  void shouldNoticeAHole() {
    var manifests = Manifests.overlay("dev");
    ((ArrayNode) manifests.get("NetworkPolicy", "postgres").at("/spec/ingress/0/from"))
        .addObject()
        .putObject("podSelector");
    ((ObjectNode) manifests.get("NetworkPolicy", "people").at("/spec"))
        .putArray("egress")
        .addObject();
    assertThat(flows(manifests)).contains("people>postgres:5432").isNotEqualTo(DEV);
  }

  @Test
  void shouldNoticeWhatIsCutOff() {
    var manifests = Manifests.overlay("dev");
    manifests.resources().remove(manifests.get("NetworkPolicy", "to-kafka"));
    assertThat(flows(manifests)).doesNotContain("ingest-service>kafka:9092");
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void shouldLookUpNamesInTheClusterAndAtItsNode(Path overlay) {
    var manifests = Manifests.of(overlay);
    var network = new Network(manifests);
    for (var app : List.of("kube-dns", "node-local-dns")) {
      var dns = Network.elsewhere("dns", "kube-system", Map.of("k8s-app", app));
      // Those of operators have labels of their own
      assertThat(network.flows(List.of(network.local("any", Map.of()), dns), DNS_PORTS))
          .as(app)
          .contains("any>dns:53");
    }
    var rule = manifests.get("NetworkPolicy", "dns").at("/spec/egress/0");
    assertThat(rule.findValuesAsText("cidr")).containsExactly("169.254.20.10/32");
    assertThat(rule.findValuesAsText("protocol")).containsExactly("UDP", "TCP");
  }

  /** Between services, what operators run, and operators; name lookups, which all may do, aside. */
  private static Set<String> flowsWithOperators(Manifests manifests) {
    manifests.resources().add(strimziPolicy(manifests.get("Kafka", "confnotes")));
    var network = new Network(manifests);
    var ports = new HashMap<String, Set<Integer>>();
    List<Pods> pods = new ArrayList<>();
    for (var workload : manifests.workloads()) {
      pods.add(network.workload(workload));
      ports.put(Manifests.name(workload), Network.ports(workload));
    }
    pods.add(network.local("kafka", strimzi("confnotes-kafka")));
    ports.put("kafka", Set.of(9090, 9091, 9093));
    pods.add(network.local("kafka-operators", strimzi("confnotes-entity-operator")));
    pods.add(network.local("database", Map.of("cnpg.io/cluster", "confnotes-database")));
    ports.put("database", Set.of(5432, 8000));
    pods.add(network.local("pooler", Map.of("cnpg.io/poolerName", "confnotes-database-pooler")));
    ports.put("pooler", Set.of(5432));
    pods.add(network.local("others", Map.of()));
    pods.add(Network.elsewhere("keda", "keda", Map.of("app", "keda-operator")));
    pods.add(Network.elsewhere("cnpg", "cnpg-system", Map.of()));
    pods.add(Network.elsewhere("ingress", "ingress", Map.of()));
    pods.add(
        Network.elsewhere(
            "prometheus", "monitoring", Map.of("app.kubernetes.io/name", "prometheus")));
    pods.add(
        Network.elsewhere(
            "collector",
            "monitoring",
            Map.of("app.kubernetes.io/name", "opentelemetry-collector")));
    ports.put("collector", Set.of(4318));
    pods.add(Network.elsewhere("api-server", "default", Map.of()));
    ports.put("api-server", Set.of(6443));
    var flows = network.flows(pods, ports);
    // Nothing here says what may leave other namespaces
    flows.removeIf(
        flow ->
            flow.matches(
                "(keda|cnpg|ingress|prometheus|collector|api-server)>(api-server|collector).*"));
    return flows;
  }

  private static Map<String, String> strimzi(String name) {
    return Map.of("strimzi.io/cluster", "confnotes", "strimzi.io/name", name);
  }

  /** As its operator makes it: the peers of the listener, and the cluster's own ports. */
  private static ObjectNode strimziPolicy(ObjectNode kafka) {
    var policy =
        Manifests.parse(
                """
                kind: NetworkPolicy
                metadata: {name: confnotes-network-policy-kafka}
                spec:
                  podSelector:
                    matchLabels: {strimzi.io/cluster: confnotes, strimzi.io/name: confnotes-kafka}
                  policyTypes: [Ingress]
                  ingress:
                    - from: [{podSelector: {matchLabels: {strimzi.io/cluster: confnotes}}}]
                      ports: [{port: 9090}, {port: 9091}]
                    - ports: [{port: 9093}]
                """)
            .getFirst();
    ((ObjectNode) policy.at("/spec/ingress/1"))
        .set("from", kafka.at("/spec/kafka/listeners/0/networkPolicyPeers"));
    return policy;
  }

  private static Set<String> flows(Manifests manifests) {
    var network = new Network(manifests);
    var ports = new HashMap<String, Set<Integer>>();
    List<Pods> pods = new ArrayList<>();
    for (var workload : manifests.workloads()) {
      pods.add(network.workload(workload));
      ports.put(Manifests.name(workload), Network.ports(workload));
    }
    pods.add(network.local("people", Map.of()));
    pods.add(Network.elsewhere("others", "default", Map.of()));
    pods.add(Network.elsewhere("dns", "kube-system", Map.of("k8s-app", "kube-dns")));
    ports.put("dns", Set.of(53));
    return network.flows(pods, ports);
  }
}
