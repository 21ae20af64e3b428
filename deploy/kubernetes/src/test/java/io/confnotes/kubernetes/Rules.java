package io.confnotes.kubernetes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rules of definitions in CEL, as an API server evaluates them for a resource that is made:
 * those about a change ({@code oldSelf}) say nothing of it. Functions that only Kubernetes has are
 * not known; {@link #read} refuses a rule with one.
 */
final class Rules {
  private static final Cel CEL =
      CelFactory.standardCelBuilder()
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addVar("self", SimpleType.DYN)
          .build();

  /** All integers of CEL are long. */
  private static final ObjectMapper VALUES =
      new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

  private final List<String> broken = new ArrayList<>();

  private Rules() {}

  /** One line for each rule that a resource breaks. */
  static List<String> broken(ObjectNode schema, ObjectNode resource) {
    var rules = new Rules();
    rules.check(schema, resource.deepCopy(), Manifests.kind(resource));
    return rules.broken;
  }

  /** The rules of a schema and of all below it, but for those about a change. */
  static Stream<JsonNode> of(JsonNode schema) {
    return schema.findValues("x-kubernetes-validations").stream()
        .flatMap(JsonNode::valueStream)
        .filter(Rules::isOfOneState);
  }

  /**
   * Makes a program of a rule.
   *
   * @throws CelValidationException where it is not understood
   */
  static CelRuntime.Program read(JsonNode rule)
      throws CelValidationException, CelEvaluationException {
    return CEL.createProgram(CEL.compile(rule.path("rule").asText()).getAst());
  }

  private static boolean isOfOneState(JsonNode rule) {
    return !rule.path("rule").asText().contains("oldSelf");
  }

  /** What is in a value first, as rules may ask for defaults in it. */
  private void check(JsonNode schema, JsonNode value, String path) {
    if (value instanceof ObjectNode object) {
      for (var property : schema.path("properties").properties()) {
        var preset = property.getValue().get("default");
        if (preset != null && !object.has(property.getKey())) {
          object.set(property.getKey(), preset.deepCopy());
        }
      }
      for (var field : object.properties()) {
        var type = schema.path("properties").path(field.getKey());
        check(
            type.isMissingNode() ? schema.path("additionalProperties") : type,
            field.getValue(),
            path + "." + field.getKey());
      }
    }
    if (value.isArray()) {
      value.forEach(item -> check(schema.path("items"), item, path + "[]"));
    }
    schema
        .path("x-kubernetes-validations")
        .valueStream()
        .filter(Rules::isOfOneState)
        .filter(rule -> !holds(rule, value))
        .forEach(rule -> broken.add(path + ": " + rule.path("message").asText(rule.toString())));
  }

  private static boolean holds(JsonNode rule, JsonNode value) {
    try {
      return Boolean.TRUE.equals(
          read(rule).eval(Map.of("self", VALUES.convertValue(value, Object.class))));
    } catch (CelValidationException e) {
      throw new AssertionError("not understood: " + rule, e);
    } catch (CelEvaluationException e) {
      // As an API server does
      return false;
    }
  }
}
