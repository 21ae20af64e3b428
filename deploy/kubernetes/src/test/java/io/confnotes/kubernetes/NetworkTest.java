package io.confnotes.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confnotes.kubernetes.Network.Pods;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
