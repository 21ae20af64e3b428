package io.confnotes.kubernetes;

import static io.confnotes.kubernetes.Manifests.containers;
import static io.confnotes.kubernetes.Manifests.name;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Who may talk to whom, by the NetworkPolicies of an overlay. */
final class Network {
  private static final String METADATA_NAME = "kubernetes.io/metadata.name";

  /** Pods that look alike to policies. */
  record Pods(String name, Map<String, String> namespaceLabels, Map<String, String> labels) {}

  private final List<ObjectNode> policies;
  private final String namespace;

  Network(Manifests manifests) {
    this.policies = manifests.ofKind("NetworkPolicy");
    this.namespace = name(manifests.ofKind("Namespace").getFirst());
  }

  /** Pods of the overlay's own namespace. */
  Pods local(String name, Map<String, String> labels) {
    return new Pods(name, Map.of(METADATA_NAME, namespace), labels);
  }

  Pods workload(ObjectNode workload) {
    var labels = new HashMap<String, String>();
    workload
        .at("/spec/template/metadata/labels")
        .properties()
        .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
    return local(name(workload), labels);
  }

  static Pods elsewhere(String name, String namespace, Map<String, String> labels) {
    return new Pods(name, Map.of(METADATA_NAME, namespace), labels);
  }

  /** Which ports of a second one each may reach, as {@code from>to:port}. */
  Set<String> flows(List<Pods> pods, Map<String, Set<Integer>> ports) {
    var flows = new TreeSet<String>();
    for (var from : pods) {
      for (var to : pods) {
        for (int port : ports.getOrDefault(to.name, Set.of())) {
          if (allows(from, to, port)) {
            flows.add(from.name + ">" + to.name + ":" + port);
          }
        }
      }
    }
    return flows;
  }

  private boolean allows(Pods from, Pods to, int port) {
    return allows("Egress", "egress", "to", from, to, port)
        && allows("Ingress", "ingress", "from", to, from, port);
  }

  /** Pods that no policy selects are not restricted; those of other namespaces have others. */
  private boolean allows(String type, String rules, String peers, Pods of, Pods peer, int port) {
    if (!namespace.equals(of.namespaceLabels.get(METADATA_NAME))) {
      return true;
    }
    var selecting =
        policies.stream()
            .map(policy -> policy.path("spec"))
            .filter(spec -> has(spec.path("policyTypes"), type))
            .filter(spec -> selects(spec.path("podSelector"), of.labels))
            .toList();
    return selecting.isEmpty()
        || selecting.stream()
            .flatMap(spec -> StreamSupport.stream(spec.path(rules).spliterator(), false))
            .anyMatch(rule -> hasPort(rule, port) && hasPeer(rule.path(peers), peer));
  }

  private static boolean hasPort(JsonNode rule, int port) {
    return !rule.has("ports")
        || StreamSupport.stream(rule.path("ports").spliterator(), false)
            .anyMatch(it -> it.path("port").asInt() == port);
  }

  private boolean hasPeer(JsonNode peers, Pods pods) {
    if (peers.isMissingNode()) {
      return true;
    }
    for (var peer : peers) {
      boolean inNamespace =
          peer.has("namespaceSelector")
              ? selects(peer.path("namespaceSelector"), pods.namespaceLabels)
              : namespace.equals(pods.namespaceLabels.get(METADATA_NAME));
      if (!peer.has("ipBlock") && inNamespace && selects(peer.path("podSelector"), pods.labels)) {
        return true;
      }
    }
    return false;
  }

  private static boolean selects(JsonNode selector, Map<String, String> labels) {
    boolean matches =
        selector.path("matchLabels").properties().stream()
            .allMatch(label -> label.getValue().asText().equals(labels.get(label.getKey())));
    for (var expression : selector.path("matchExpressions")) {
      String key = expression.path("key").asText();
      boolean holds =
          switch (expression.path("operator").asText()) {
            case "In" -> has(expression.path("values"), labels.get(key));
            case "NotIn" -> !has(expression.path("values"), labels.get(key));
            case "Exists" -> labels.containsKey(key);
            case "DoesNotExist" -> !labels.containsKey(key);
            default -> throw new IllegalArgumentException(expression.toString());
          };
      matches &= holds;
    }
    return matches;
  }

  private static boolean has(JsonNode values, @Nullable String value) {
    return StreamSupport.stream(values.spliterator(), false)
        .anyMatch(it -> it.asText().equals(value));
  }

  /** The ports that a workload's containers name. */
  static Set<Integer> ports(ObjectNode workload) {
    var ports = new TreeSet<Integer>();
    for (var container : containers(workload)) {
      container.path("ports").forEach(port -> ports.add(port.path("containerPort").asInt()));
    }
    return ports;
  }
}
