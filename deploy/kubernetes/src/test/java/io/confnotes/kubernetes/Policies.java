package io.confnotes.kubernetes;

import static io.confnotes.kubernetes.Manifests.container;
import static io.confnotes.kubernetes.Manifests.containers;
import static io.confnotes.kubernetes.Manifests.kind;
import static io.confnotes.kubernetes.Manifests.name;
import static io.confnotes.kubernetes.Manifests.podSpec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What each overlay has to keep to, and in which words it is told that it does not. */
final class Policies {
  private static final String NAME = "app.kubernetes.io/name";
  private static final Set<String> HARMLESS_VOLUMES =
      Set.of("configMap", "secret", "emptyDir", "persistentVolumeClaim", "projected");

  private final Manifests manifests;
  private final List<String> violations = new ArrayList<>();

  private Policies(Manifests manifests) {
    this.manifests = manifests;
  }

  /** One line for each violation. */
  static List<String> violations(Manifests manifests) {
    var policies = new Policies(manifests);
    policies.namespace();
    policies.network();
    manifests.ofKind("ServiceAccount").forEach(policies::serviceAccount);
    manifests.ofKind("Service").forEach(policies::service);
    manifests.workloads().forEach(policies::workload);
    policies.scaling();
    manifests.ofKind("Kafka").forEach(policies::kafka);
    return policies.violations;
  }

  private void require(boolean kept, JsonNode resource, String rule) {
    if (!kept) {
      violations.add(kind(resource) + " " + name(resource) + ": " + rule);
    }
  }

  private void namespace() {
    var namespaces = manifests.ofKind("Namespace");
    if (namespaces.size() != 1) {
      violations.add("one namespace");
    }
    for (var namespace : namespaces) {
      for (var mode : List.of("enforce", "warn", "audit")) {
        var level = namespace.at("/metadata/labels").path("pod-security.kubernetes.io/" + mode);
        require(level.asText().equals("restricted"), namespace, "restricted Pod Security: " + mode);
      }
    }
  }

  private void network() {
    boolean denied =
        manifests.ofKind("NetworkPolicy").stream()
            .map(policy -> policy.path("spec"))
            .anyMatch(
                spec ->
                    spec.path("podSelector").isEmpty()
                        && spec.path("policyTypes").size() == 2
                        && spec.path("ingress").isMissingNode()
                        && spec.path("egress").isMissingNode());
    if (!denied) {
      violations.add("a NetworkPolicy that denies everything to every pod");
    }
  }

  private void serviceAccount(ObjectNode account) {
    require(isFalse(account, "automountServiceAccountToken"), account, "no token");
  }

  private void service(ObjectNode service) {
    require(
        service.at("/spec/type").asText("ClusterIP").equals("ClusterIP"),
        service,
        "reached from inside of the cluster only");
    require(
        manifests.workloads().stream()
            .anyMatch(
                workload ->
                    service.at("/spec/selector").equals(workload.at("/spec/selector/matchLabels"))),
        service,
        "selects the pods of one workload");
  }

  private void workload(ObjectNode workload) {
    var pod = podSpec(workload);
    selector(workload);
    require(isFalse(pod, "automountServiceAccountToken"), workload, "no token in the pod");
    require(isFalse(pod, "enableServiceLinks"), workload, "no service links");
    require(
        manifests.ofKind("ServiceAccount").stream()
            .anyMatch(account -> name(account).equals(pod.path("serviceAccountName").asText())),
        workload,
        "a service account of its own");
    for (var shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
      require(!pod.path(shared).asBoolean(), workload, "nothing of the host: " + shared);
    }
    var context = pod.path("securityContext");
    require(context.path("runAsNonRoot").asBoolean(), workload, "not root");
    require(context.path("runAsUser").asInt() > 0, workload, "a user who is not root");
    require(
        context.at("/seccompProfile/type").asText().equals("RuntimeDefault"), workload, "seccomp");
    for (var volume : pod.path("volumes")) {
      volume
          .fieldNames()
          .forEachRemaining(
              type ->
                  require(
                      type.equals("name") || HARMLESS_VOLUMES.contains(type),
                      workload,
                      "only volumes that restricted Pod Security allows: " + type));
      require(
          !volume.has("emptyDir") || volume.at("/emptyDir/sizeLimit").isTextual(),
          workload,
          "every emptyDir is bounded");
    }
    containers(workload).forEach(container -> confined(workload, container));
    probes(workload);
    if (kind(workload).equals("Deployment")) {
      deployment(workload);
    }
  }

  /** Selectors of a workload can never be changed: with a version an update would need deletion. */
  private void selector(ObjectNode workload) {
    var labels = workload.at("/spec/selector/matchLabels");
    require(
        labels.size() == 1
            && labels.has(NAME)
            && workload.at("/spec/selector/matchExpressions").isMissingNode(),
        workload,
        "a selector that is stable across versions");
    require(
        labels.path(NAME).equals(workload.at("/spec/template/metadata/labels").path(NAME)),
        workload,
        "a selector that selects its pods");
  }

  private void confined(ObjectNode workload, ObjectNode container) {
    String of = " (" + container.path("name").asText() + ")";
    var context = container.path("securityContext");
    require(
        isFalse(context, "allowPrivilegeEscalation"), workload, "no escalation of privileges" + of);
    require(context.path("readOnlyRootFilesystem").asBoolean(), workload, "read-only root" + of);
    require(
        context.at("/capabilities/drop").toString().equals("[\"ALL\"]")
            && context.at("/capabilities/add").isMissingNode(),
        workload,
        "no capabilities" + of);
    require(!context.path("privileged").asBoolean(), workload, "not privileged" + of);
    require(
        !context.has("runAsUser") || context.path("runAsUser").asInt() > 0,
        workload,
        "a user who is not root" + of);
    require(
        StreamSupport.stream(container.path("volumeMounts").spliterator(), false)
            .anyMatch(mount -> mount.path("mountPath").asText().equals("/tmp")),
        workload,
        "a writable /tmp" + of);
    require(
        container.path("image").asText().matches(".+:[^:/]+")
            && !container.path("image").asText().endsWith(":latest"),
        workload,
        "an image of a certain version" + of);
    require(
        !container.path("image").asText().startsWith("apache/kafka:")
            || container
                .path("env")
                .valueStream()
                .filter(it -> it.path("name").asText().equals("EXTRA_ARGS"))
                .anyMatch(it -> !it.path("value").asText().contains("-loggc")),
        workload,
        "no log of collections that outgrows /tmp" + of);
    var resources = container.path("resources");
    for (var bound : List.of("/requests/cpu", "/requests/memory", "/limits/memory")) {
      require(resources.at(bound).isTextual(), workload, "resources" + bound + of);
    }
  }

  private void probes(ObjectNode workload) {
    for (var probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
      require(container(workload).has(probe), workload, probe);
    }
    var startup = container(workload).path("startupProbe");
    require(
        startup.path("periodSeconds").asInt(10) * startup.path("failureThreshold").asInt(3) >= 120,
        workload,
        "two minutes to start on a slow node");
    require(
        !container(workload)
                .path("readinessProbe")
                .path("httpGet")
                .equals(container(workload).path("livenessProbe").path("httpGet"))
            || !container(workload).path("livenessProbe").has("httpGet"),
        workload,
        "a liveness that is not readiness: a server that is away must not restart the service");
  }

  private void deployment(ObjectNode deployment) {
    var update = deployment.at("/spec/strategy/rollingUpdate");
    require(
        update.path("maxUnavailable").asText().equals("0"), deployment, "no pod less in updates");
    require(
        podSpec(deployment).path("topologySpreadConstraints").size() == 2,
        deployment,
        "spread over zones and nodes");
    require(
        manifests.ofKind("PodDisruptionBudget").stream()
            .anyMatch(
                budget -> budget.at("/spec/selector").equals(deployment.at("/spec/selector"))),
        deployment,
        "a disruption budget");
    require(
        container(deployment).at("/lifecycle/preStop/sleep/seconds").asInt() > 0,
        deployment,
        "answers until it is no endpoint any more");
  }

  /** Else each application of the manifests would undo what was scaled. */
  private void scaling() {
    for (var kind : List.of("HorizontalPodAutoscaler", "ScaledObject")) {
      for (var scaler : manifests.ofKind(kind)) {
        var target = scaler.at("/spec/scaleTargetRef/name");
        require(
            manifests.ofKind("Deployment").stream()
                .filter(deployment -> deployment.at("/metadata/name").equals(target))
                .anyMatch(deployment -> deployment.at("/spec/replicas").isMissingNode()),
            scaler,
            "a Deployment that leaves its number of pods to who scales it");
      }
    }
  }

  /** Strimzi's own group is only set where the manifest has no security context of pods. */
  private void kafka(ObjectNode kafka) {
    require(
        kafka.at("/spec/kafka/template/pod/securityContext/fsGroup").isInt(),
        kafka,
        "a group that may write to new disks");
  }

  private static boolean isFalse(JsonNode node, String field) {
    return node.path(field).isBoolean() && !node.path(field).asBoolean();
  }
}
