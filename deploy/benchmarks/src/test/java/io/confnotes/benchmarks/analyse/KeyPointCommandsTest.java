package io.confnotes.benchmarks.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confnotes.summary.analyse.point.Feature;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The commands {@code keypoints} and {@code weights}. */
class KeyPointCommandsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode line(String line) throws JsonProcessingException {
    return JSON.readTree(line.replace('\'', '"'));
  }

  private static JsonNode span(int start, int end) {
    return JSON.createArrayNode().add(start).add(end);
  }

  @Test
  void shouldRankEverySentenceThatIsGivenByItsNumber() throws JsonProcessingException {
    // Given
    JsonNode document =
        line(
            "{'id': 'a', 'text': 'OK. A log keeps records in order.  So. A log keeps records in"
                + " order.', 'sentences': [[0,3],[3,33],[33,34],[35,38],[39,68]]}");

    // When
    JsonNode answer = new Predictions("keypoints").answer(document).get("sentences");

    // Then
    assertThat(answer).hasSize(5).extracting(JsonNode::intValue).startsWith(1).contains(0, 2, 3, 4);
  }

  @Test
  void shouldAnswerWithTextWhereNoSentencesAreGiven() throws JsonProcessingException {
    // Given
    JsonNode document = line("{'id': 'a', 'text': 'A log keeps records in order. It is fast.'}");

    // When
    JsonNode answer = new Predictions("keypoints").answer(document).get("sentences");

    // Then
    assertThat(answer)
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("A log keeps records in order.", "It is fast.");
  }

  @Test
  void shouldLearnWhatSummariesTakeOver() {
    // Given
    List<String> subjects = List.of("tape robots", "column stores", "paper maps", "field radios");
    KeyPointTraining training = new KeyPointTraining();
    for (String subject : subjects) {
      String other = "The weather in the mountains was terrible during all of the summer.";
      String about = "The first chapter explains " + subject + " to everyone who is interested.";
      String text = other + " " + about;
      ObjectNode document = JSON.createObjectNode();
      document.put("title", "About " + subject).put("text", text);
      document.putArray("sentences").add(span(0, other.length()));
      document.withArray("sentences").add(span(other.length() + 1, text.length()));
      document.putArray("refs").add("Explains " + subject + " to everyone.");
      training.learn(document);
    }

    // When
    Map<Feature, Double> weights = training.weights();

    // Then
    assertThat(weights.get(Feature.TITLE)).isPositive().isGreaterThan(weights.get(Feature.EARLY));
    assertThat(weights.values()).allMatch(weight -> weight >= 0);
    assertThat(weights.values().stream().mapToDouble(Double::doubleValue).sum())
        .isCloseTo(1, within(1e-9));
  }
}
