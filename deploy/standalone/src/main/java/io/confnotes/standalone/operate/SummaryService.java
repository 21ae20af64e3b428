package io.confnotes.standalone.operate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confnotes.standalone.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** summary-service's HTTP API. Whatever it refuses becomes a {@link Refusal} in its words. */
final class SummaryService {

  /** Longer than it tries a hundred dead letters. */
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  /** More than a record of the log can have. */
  private static final long MAX_ANSWER = 17 << 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final String address;
  private final @Nullable String token;

  /**
   * The service at an address.
   *
   * @param token sent with each request, null for none
   */
  SummaryService(String address, @Nullable String token) {
    this.address = address;
    this.token = token;
  }

  JsonNode get(String path) {
    return json(send("GET", path, null));
  }

  byte[] bytes(String path) {
    return send("GET", path, null);
  }

  JsonNode post(String path) {
    return json(send("POST", path, null));
  }

  JsonNode post(String path, JsonNode body) {
    return json(send("POST", path, body));
  }

  JsonNode delete(String path) {
    return json(send("DELETE", path, null));
  }

  private byte[] send(String method, String path, @Nullable JsonNode body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(TIMEOUT)
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<byte[]> answer =
          client.send(
              request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER));
      if (answer.statusCode() >= 300) {
        throw new Refusal(problem(answer));
      }
      return answer.body();
    } catch (IOException e) {
      throw new Refusal(
          "summary-service gives no answer at %s (%s): see confnotes status"
              .formatted(address, e.getClass().getSimpleName()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("interrupted", e);
    }
  }

  /** The service's own words, and where tokens come from here. */
  private String problem(HttpResponse<byte[]> answer) {
    JsonNode problem;
    try {
      problem = json(answer.body());
    } catch (Refusal e) {
      return "summary-service answered %d: see confnotes status".formatted(answer.statusCode());
    }
    String text =
        Text.shown(
            "%s. %s"
                .formatted(problem.path("title").asText(), problem.path("detail").asText())
                .strip());
    return answer.statusCode() == 401 && token == null
        ? text + " Give one with --token-file or in $CONFNOTES_TOKEN."
        : text;
  }

  private static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new Refusal("summary-service's answer is none: see confnotes status", e);
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can be read", e);
    }
  }
}
