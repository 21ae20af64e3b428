package io.confnotes.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The definitions of custom resources, as Strimzi, CloudNativePG and KEDA publish them. */
record Definitions(Map<String, ObjectNode> schemas) {
  private static final String FOLDER = "CONFNOTES_TEST_CRDS";

  /** Those of the folder that is named by the environment, or skips the test where none is. */
  static Definitions ofOperators() throws IOException {
    String folder = System.getenv(FOLDER);
    Assumptions.assumeTrue(
        folder != null, "Custom resources are not tested: set " + FOLDER + " to a folder");
    var schemas = new HashMap<String, ObjectNode>();
    try (var files = Files.list(Path.of(String.valueOf(folder)))) {
      for (var file : files.filter(it -> it.toString().endsWith(".yaml")).toList()) {
        var definition = Manifests.read(file).path("spec");
        for (var version : definition.path("versions")) {
          schemas.put(
              "%s/%s %s"
                  .formatted(
                      definition.path("group").asText(),
                      version.path("name").asText(),
                      definition.at("/names/kind").asText()),
              (ObjectNode) version.at("/schema/openAPIV3Schema"));
        }
      }
    }
    return new Definitions(schemas);
  }

  private static String key(JsonNode resource) {
    return resource.path("apiVersion").asText() + " " + Manifests.kind(resource);
  }

  /** What a definition has against a resource: its schema first, then its rules. */
  List<String> complaints(ObjectNode resource) {
    var schema = schemas.get(key(resource));
    if (schema == null) {
      throw new IllegalArgumentException(key(resource));
    }
    return Stream.concat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(closed(schema))
                .validate(resource)
                .stream()
                .map(ValidationMessage::getMessage),
            Rules.broken(schema, resource).stream())
        .toList();
  }

  /** To unknown fields, which an API server drops. */
  private static ObjectNode closed(ObjectNode schema) {
    var closed = schema.deepCopy();
    ((ObjectNode) closed.path("properties")).putObject("metadata").put("type", "object");
    close(closed);
    return closed;
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
