package io.confnotes.standalone.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a service says of itself on {@code /q/health/ready}. */
record Health(boolean up, List<Check> checks) {

  /** One of the things a service looks at, with the values it tells of it. */
  record Check(String name, boolean up, Map<String, String> data) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads a service's answer.
   *
   * @throws IOException if it is none
   */
  static Health parse(String text) throws IOException {
    var root = JSON.readTree(text);
    if (!root.path("status").isTextual()) {
      throw new IOException("no health in the answer");
    }
    var checks =
        StreamSupport.stream(root.path("checks").spliterator(), false).map(Health::check).toList();
    return new Health(isUp(root), checks);
  }

  /** The first value of that name that a check tells; those that are down come first. */
  Optional<String> value(String name) {
    var down = checks.stream().filter(check -> !check.up);
    var up = checks.stream().filter(Check::up);
    return Stream.concat(down, up)
        .filter(check -> check.data.containsKey(name))
        .map(check -> check.data.get(name))
        .findFirst();
  }

  List<String> down() {
    return checks.stream().filter(check -> !check.up).map(Check::name).toList();
  }

  private static Check check(JsonNode node) {
    var data =
        node.path("data").properties().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().asText()));
    return new Check(node.path("name").asText(), isUp(node), data);
  }

  private static boolean isUp(JsonNode node) {
    return node.path("status").asText().equals("UP");
  }
}
