package io.confnotes.query.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confnotes.query.QueryConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks the other services how they are, on {@code /q/health/ready}. Thread-safe. */
@Singleton
final class OtherServices {

  private static final Duration MOST = Duration.ofMillis(1500);
  private static final int MOST_BYTES = 100_000;

  private final URI ingest;
  private final URI summary;
  private final ObjectMapper mapper;
  private final HttpClient client;

  OtherServices(QueryConfig config, ObjectMapper mapper, HttpClient client) {
    this.ingest = config.ingest().url();
    this.summary = config.summary().url();
    this.mapper = mapper;
    this.client = client;
  }

  /**
   * What a service says of itself.
   *
   * @param told the values of all its checks, those that are down first
   */
  record Answer(boolean ready, Map<String, String> told) {}

  /** Of ingest-service; empty where it does not answer within 1.5 s. Does not block. */
  CompletableFuture<Optional<Answer>> ingest() {
    return ask(ingest);
  }

  /** Of summary-service, in the same way. */
  CompletableFuture<Optional<Answer>> summary() {
    return ask(summary);
  }

  private CompletableFuture<Optional<Answer>> ask(URI service) {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve("/q/health/ready")).timeout(MOST).build();
    return client
        .sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES))
        .thenApply(this::answer)
        .completeOnTimeout(Optional.empty(), MOST.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure -> Optional.empty());
  }

  private Optional<Answer> answer(HttpResponse<byte[]> response) {
    try {
      JsonNode root = mapper.readTree(response.body());
      if (!root.path("status").isTextual()) {
        return Optional.empty();
      }
      Map<String, String> told = new HashMap<>();
      for (boolean up : new boolean[] {false, true}) {
        for (JsonNode check : root.path("checks")) {
          if (isUp(check) == up) {
            check
                .path("data")
                .properties()
                .forEach(value -> told.putIfAbsent(value.getKey(), value.getValue().asText()));
          }
        }
      }
      return Optional.of(new Answer(isUp(root), told));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isUp(JsonNode node) {
    return node.path("status").asText().equals("UP");
  }
}
