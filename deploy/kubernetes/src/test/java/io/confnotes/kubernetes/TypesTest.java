package io.confnotes.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is rendered has the fields that an API server knows, and no others: Kubernetes' own kinds by
 * the types of its Java client, custom ones by their definitions.
 */
class TypesTest {
  static Stream<Path> rendered() throws IOException {
    return Stream.concat(Manifests.overlays(), Stream.of(Manifests.MODULE.resolve("base")));
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void shouldBeOfTheTypesOfKubernetes(Path folder) {
    for (var resource : Manifests.of(folder).resources()) {
      if (!isCustom(resource)) {
        assertThatCode(() -> parse(resource)).as(label(resource)).doesNotThrowAnyException();
      }
    }
  }

  @Test
  void shouldRefuseUnknownFields() {
    var deployment = Manifests.overlay("dev").get("Deployment", "query-service");
    Manifests.container(deployment).put("readinesProbe", true);
    assertThatCode(() -> parse(deployment)).hasMessageContaining("readinesProbe");
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void shouldBeOfTheTypesOfOperators(Path folder) throws IOException {
    var definitions = Definitions.ofOperators();
    for (var resource : Manifests.of(folder).resources()) {
      if (isCustom(resource) && isNeeded(resource)) {
        assertThat(definitions.complaints(resource)).as(label(resource)).isEmpty();
      }
    }
  }

  @Test
  void shouldRefuseUnknownFieldsOfOperators() throws IOException {
    var manifests = Manifests.overlay("production");
    var definitions = Definitions.ofOperators();
    var cluster = manifests.get("Cluster", "confnotes-database");
    ((ObjectNode) cluster.path("spec")).put("instance", 3);
    assertThat(definitions.complaints(cluster))
        .anySatisfy(it -> assertThat(it).contains("instance"));
    var topic = manifests.get("KafkaTopic", "confnotes.documents.v1");
    ((ObjectNode) topic.path("spec")).put("partitions", "twelve");
    assertThat(definitions.complaints(topic))
        .anySatisfy(it -> assertThat(it).contains("partitions"));
  }

  @Test
  void shouldRefuseWhatBreaksRulesOfOperators() throws IOException {
    var manifests = Manifests.overlay("production");
    var definitions = Definitions.ofOperators();
    var cluster = manifests.get("Cluster", "confnotes-database");
    ((ObjectNode) cluster.at("/spec/bootstrap/initdb")).put("localeProvider", "icu");
    assertThat(definitions.complaints(cluster))
        .containsExactly(
            "Cluster.spec.bootstrap.initdb: builtinLocale is only available when localeProvider is"
                + " set to `builtin`");
    var scaled = manifests.get("ScaledObject", "summary-service");
    ((ObjectNode) scaled.path("spec")).put("minReplicaCount", 13);
    assertThat(definitions.complaints(scaled)).hasSize(1);
  }

  @Test
  void shouldUnderstandEveryRuleOfOperators() throws IOException {
    var rules = Definitions.ofOperators().schemas().values().stream().flatMap(Rules::of).toList();
    assertThat(rules)
        .hasSizeGreaterThan(30)
        .allSatisfy(rule -> assertThatCode(() -> Rules.read(rule)).doesNotThrowAnyException());
  }

  private static boolean isCustom(JsonNode resource) {
    return resource
        .path("apiVersion")
        .asText()
        .matches(
            "(kafka\\.strimzi\\.io|postgresql\\.cnpg\\.io|keda\\.sh|monitoring\\.coreos\\.com)/.*");
  }

  /** The Prometheus operator is nothing that Confnotes needs. */
  private static boolean isNeeded(JsonNode resource) {
    return !resource.path("apiVersion").asText().startsWith("monitoring.coreos.com/");
  }

  private static String label(JsonNode resource) {
    return Manifests.kind(resource) + " " + Manifests.name(resource);
  }

  /** {@code V1Deployment} and the like. */
  private static void parse(JsonNode resource) throws Throwable {
    String version = resource.path("apiVersion").asText().replaceFirst(".*/", "");
    var type =
        Class.forName(
            "io.kubernetes.client.openapi.models."
                + version.toUpperCase(Locale.ROOT)
                + Manifests.kind(resource));
    try {
      type.getMethod("fromJson", String.class).invoke(null, resource.toString());
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
