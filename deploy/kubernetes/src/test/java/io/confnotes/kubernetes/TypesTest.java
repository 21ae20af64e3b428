package io.confnotes.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is rendered has the fields that an API server knows, and no others: Kubernetes' own kinds by
 * the types of its Java client, custom ones by their definitions.
 */
class TypesTest {
  /** A folder with the definitions of Strimzi, CloudNativePG and KEDA, as they publish them. */
  private static final String DEFINITIONS = "CONFNOTES_TEST_CRDS";

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
    for (var resource : Manifests.of(folder).resources()) {
      if (isCustom(resource)) {
        assertThat(complaints(resource)).as(label(resource)).isEmpty();
      }
    }
  }

  @Test
  void shouldRefuseUnknownFieldsOfOperators() throws IOException {
    var manifests = Manifests.overlay("production");
    var cluster = manifests.get("Cluster", "confnotes-database");
    ((ObjectNode) cluster.path("spec")).put("instance", 3);
    assertThat(complaints(cluster)).anySatisfy(it -> assertThat(it).contains("instance"));
    var topic = manifests.get("KafkaTopic", "confnotes.documents.v1");
    ((ObjectNode) topic.path("spec")).put("partitions", "twelve");
    assertThat(complaints(topic)).anySatisfy(it -> assertThat(it).contains("partitions"));
  }

  private static boolean isCustom(JsonNode resource) {
    return resource
        .path("apiVersion")
        .asText()
        .matches(
            "(kafka\\.strimzi\\.io|postgresql\\.cnpg\\.io|keda\\.sh|monitoring\\.coreos\\.com)/.*");
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

  /** What a schema has against a resource; closed, as an API server drops what is unknown. */
  private static List<String> complaints(ObjectNode resource) throws IOException {
    String key = resource.path("apiVersion").asText() + " " + Manifests.kind(resource);
    var schema = schemas().get(key);
    if (schema == null) {
      // Its operator is nothing that Confnotes needs
      assertThat(key).startsWith("monitoring.coreos.com/v1 ");
      return List.of();
    }
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schema)
        .validate(resource)
        .stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }

  private static Map<String, JsonNode> schemas() throws IOException {
    String folder = System.getenv(DEFINITIONS);
    Assumptions.assumeTrue(
        folder != null, "Custom resources are not tested: set " + DEFINITIONS + " to a folder");
    var schemas = new HashMap<String, JsonNode>();
    try (var files = Files.list(Path.of(String.valueOf(folder)))) {
      for (var file : files.filter(it -> it.toString().endsWith(".yaml")).toList()) {
        var definition = Manifests.read(file).path("spec");
        for (var version : definition.path("versions")) {
          var schema = (ObjectNode) version.at("/schema/openAPIV3Schema").deepCopy();
          ((ObjectNode) schema.path("properties")).putObject("metadata").put("type", "object");
          close(schema);
          schemas.put(
              definition.path("group").asText()
                  + "/"
                  + version.path("name").asText()
                  + " "
                  + definition.at("/names/kind").asText(),
              schema);
        }
      }
    }
    return schemas;
  }

  private static void close(ObjectNode schema) {
    if (schema.path("properties").size() > 0
        && !schema.has("additionalProperties")
        && !schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
      schema.put("additionalProperties", false);
    }
    if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
      schema.remove("type");
    }
    var children = new ArrayList<JsonNode>();
    schema.path("properties").forEach(children::add);
    children.add(schema.path("items"));
    children.add(schema.path("additionalProperties"));
    children.stream()
        .filter(ObjectNode.class::isInstance)
        .forEach(child -> close((ObjectNode) child));
  }
}
