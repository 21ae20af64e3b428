package io.confnotes.query.forward;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confnotes.query.http.Problem;
import io.confnotes.query.http.ProblemException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Asks summary-service for pages, with the token of whom they are for. Thread-safe; blocks. */
@Singleton
public final class Summary {

  private final Forwarder forwarder;
  private final ObjectMapper mapper;

  Summary(Forwarder forwarder, ObjectMapper mapper) {
    this.forwarder = forwarder;
    this.mapper = mapper;
  }

  /**
   * Reads something.
   *
   * @throws ProblemException if it is refused, or summary-service does not answer
   */
  public <T> T get(String path, Class<T> type) {
    return parsed(forwarder.askSummary("GET", path, null), type);
  }

  /**
   * Has something done.
   *
   * @param json null for no body
   * @throws ProblemException as {@link #get} does
   */
  public <T> T post(String path, byte @Nullable [] json, Class<T> type) {
    return parsed(forwarder.askSummary("POST", path, json), type);
  }

  private <T> T parsed(HttpResponse<byte[]> answer, Class<T> type) {
    try {
      if (answer.statusCode() >= 300) {
        throw new ProblemException(problem(answer));
      }
      return mapper.readValue(answer.body(), type);
    } catch (IOException e) {
      throw new IllegalStateException(
          "summary-service answered in a way this build does not know", e);
    }
  }

  private Problem problem(HttpResponse<byte[]> answer) throws IOException {
    JsonNode given = problemBody(answer.body());
    return new Problem(
        given.path("type").asText("about:blank"),
        given.path("title").asText("summary-service refused"),
        answer.statusCode(),
        given.path("detail").asText("It answered with status " + answer.statusCode() + "."),
        null);
  }

  private JsonNode problemBody(byte[] body) throws IOException {
    try {
      return mapper.readTree(body);
    } catch (JsonProcessingException e) {
      // A proxy between may answer in HTML
      return mapper.createObjectNode();
    }
  }
}
