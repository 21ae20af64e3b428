package io.confnotes.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every overlay keeps to the policies, and each policy would be missed. */
class PoliciesTest {

  static Stream<Path> overlays() throws IOException {
    return Manifests.overlays();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void shouldKeepToThePolicies(Path overlay) {
    assertThat(Policies.violations(Manifests.of(overlay))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mutations")
  void shouldNotice(String violation, Consumer<Manifests> mutation) {
    var manifests = Manifests.overlay("dev");
    mutation.accept(manifests);
    assertThat(Policies.violations(manifests)).anySatisfy(it -> assertThat(it).contains(violation));
  }

  @Test
  void shouldNoticeTwoWhoSayHowManyPods() {
    var manifests = Manifests.overlay("production");
    at(manifests.get("Deployment", "query-service"), "/spec").put("replicas", 2);
    at(manifests.get("ScaledObject", "summary-service"), "/spec/scaleTargetRef").put("name", "s");
    assertThat(Policies.violations(manifests)).hasSize(2).allMatch(it -> it.contains("who scales"));
  }

  @Test
  void shouldNoticeDisksThatKafkaMayNotWriteTo() {
    var manifests = Manifests.overlay("production");
    at(manifests.get("Kafka", "confnotes"), "/spec/kafka/template/pod/securityContext")
        .remove("fsGroup");
    assertThat(Policies.violations(manifests))
        .containsExactly("Kafka confnotes: a group that may write to new disks");
  }

  static Stream<Arguments> mutations() {
    return Stream.of(
        mutation("one namespace", it -> it.resources().removeIf(isKind("Namespace"))),
        mutation(
            "restricted Pod Security",
            it ->
                at(it.ofKind("Namespace").getFirst(), "/metadata/labels")
                    .put("pod-security.kubernetes.io/enforce", "baseline")),
        mutation(
            "denies everything",
            it ->
                at(it.get("NetworkPolicy", "default-deny"), "/spec")
                    .putArray("ingress")
                    .addObject()),
        mutation(
            "ServiceAccount query-service: no token",
            it -> it.get("ServiceAccount", "query-service").remove("automountServiceAccountToken")),
        mutation(
            "inside of the cluster",
            it -> at(it.get("Service", "kafka"), "/spec").put("type", "NodePort")),
        mutation(
            "selects the pods of one workload",
            it -> at(it.get("Service", "kafka"), "/spec/selector").put("version", "1")),
        pod("no token in the pod", it -> it.remove("automountServiceAccountToken")),
        pod("no service links", it -> it.put("enableServiceLinks", true)),
        pod("a service account of its own", it -> it.put("serviceAccountName", "default")),
        pod("nothing of the host", it -> it.put("hostNetwork", true)),
        pod("not root", it -> at(it, "/securityContext").remove("runAsNonRoot")),
        pod("a user who is not root", it -> at(it, "/securityContext").put("runAsUser", 0)),
        pod("seccomp", it -> at(it, "/securityContext/seccompProfile").put("type", "Unconfined")),
        pod(
            "only volumes",
            it ->
                ((ArrayNode) it.at("/volumes")).addObject().put("name", "h").putObject("hostPath")),
        pod("bounded", it -> at(it, "/volumes/0/emptyDir").remove("sizeLimit")),
        pod("spread", it -> it.remove("topologySpreadConstraints")),
        workload(
            "stable across versions",
            it -> at(it, "/spec/selector/matchLabels").put("app.kubernetes.io/version", "0.1.0")),
        workload(
            "selects its pods",
            it -> at(it, "/spec/template/metadata/labels").put("app.kubernetes.io/name", "other")),
        workload(
            "no pod less",
            it -> at(it, "/spec/strategy/rollingUpdate").put("maxUnavailable", "25%")),
        container(
            "no escalation", it -> at(it, "/securityContext").remove("allowPrivilegeEscalation")),
        container(
            "read-only root", it -> at(it, "/securityContext").remove("readOnlyRootFilesystem")),
        container(
            "no capabilities",
            it -> at(it, "/securityContext/capabilities").putArray("add").add("NET_RAW")),
        container("not privileged", it -> at(it, "/securityContext").put("privileged", true)),
        container("a user who is not root", it -> at(it, "/securityContext").put("runAsUser", 0)),
        container("a writable /tmp", it -> it.putArray("volumeMounts")),
        container(
            "an image of a certain version", it -> it.put("image", "confnotes/ingest-service")),
        container("resources/limits/memory", it -> at(it, "/resources").remove("limits")),
        container("startupProbe", it -> it.remove("startupProbe")),
        container(
            "two minutes to start", it -> at(it, "/startupProbe").put("failureThreshold", 60)),
        container("readinessProbe", it -> it.remove("readinessProbe")),
        container("livenessProbe", it -> it.remove("livenessProbe")),
        container(
            "a liveness that is not readiness",
            it -> it.set("livenessProbe", it.get("readinessProbe").deepCopy())),
        container("answers until", it -> it.remove("lifecycle")),
        mutation(
            "no log of collections",
            it ->
                ((ArrayNode) Manifests.container(it.get("StatefulSet", "kafka")).path("env"))
                    .removeAll()),
        mutation(
            "no capabilities (migrate)",
            it ->
                at(it.get("Deployment", "summary-service"), "/spec/template/spec/initContainers/0")
                    .remove("securityContext")),
        mutation(
            "a disruption budget", it -> it.resources().removeIf(isKind("PodDisruptionBudget"))));
  }

  private static Arguments mutation(String violation, Consumer<Manifests> mutation) {
    return Arguments.of(violation, mutation);
  }

  private static Arguments workload(String violation, Consumer<ObjectNode> mutation) {
    return mutation(violation, it -> mutation.accept(it.get("Deployment", "ingest-service")));
  }

  private static Arguments pod(String violation, Consumer<ObjectNode> mutation) {
    return workload(violation, it -> mutation.accept(Manifests.podSpec(it)));
  }

  private static Arguments container(String violation, Consumer<ObjectNode> mutation) {
    return workload(violation, it -> mutation.accept(Manifests.container(it)));
  }

  private static ObjectNode at(ObjectNode node, String pointer) {
    return (ObjectNode) node.at(pointer);
  }

  private static Predicate<ObjectNode> isKind(String kind) {
    return resource -> Manifests.kind(resource).equals(kind);
  }
}
