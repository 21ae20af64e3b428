package io.confnotes.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every operation's description has. */
final class ApiDescriptionIT {

  private record Described(String name, JsonNode operation) {}

  private static List<Described> operations() throws IOException {
    List<Described> all = new ArrayList<>();
    JsonNode paths = new YAMLMapper().readTree(Path.of("openapi.yaml").toFile()).path("paths");
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        all.add(new Described(operation.getKey() + " " + path.getKey(), operation.getValue()));
      }
    }
    assertThat(all).hasSizeGreaterThan(30);
    return all;
  }

  @Test
  void shouldSayThatEveryErrorIsAProblem() throws IOException {
    for (Described described : operations()) {
      for (Map.Entry<String, JsonNode> answer :
          described.operation().path("responses").properties()) {
        if (answer.getKey().compareTo("400") >= 0) {
          assertThat(answer.getValue().path("content").has(Problem.MEDIA_TYPE))
              .as(described.name() + " " + answer.getKey())
              .isTrue();
        }
      }
    }
  }

  @Test
  void shouldDescribeEveryParameter() throws IOException {
    for (Described described : operations()) {
      for (JsonNode parameter : described.operation().path("parameters")) {
        String name = described.name() + " " + parameter.path("name").asText();
        assertThat(parameter.path("description").asText()).as(name).isNotBlank();
        if (parameter.path("name").asText().equals("expand")) {
          assertThat(parameter.path("explode").asBoolean(true)).as(name).isFalse();
          assertThat(parameter.at("/schema/items/enum")).as(name).isNotEmpty();
        }
        if (parameter.path("name").asText().equals("limit")) {
          assertThat(parameter.at("/schema/type").asText()).as(name).isEqualTo("integer");
        }
      }
    }
  }

  @Test
  void shouldOfferOtherFormatsOfOurOwnListsOnly() throws IOException {
    List<String> formats =
        operations().stream()
            .filter(described -> described.operation().toString().contains("x-ndjson"))
            .map(Described::name)
            .toList();
    assertThat(formats)
        .contains("get /api/v1/talks", "get /api/v1/tags", "get /api/v1/trends/tags")
        .doesNotContain(
            "get /api/v1/curations", "get /api/v1/vocabulary", "get /api/v1/dead-letters");
  }
}
